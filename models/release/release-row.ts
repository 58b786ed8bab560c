/** One vehicle whose mortgage a lender asks to release: what the agent has to tell of it, and nothing besides. */
import * as z from 'zod';
import { LenderId, OfficeId, ReleaseId } from '../ids.ts';
import { Side } from './parties.ts';

/** Ordinary (seven signs), small and large new-energy plates (eight). GA 36: no I and no O in the number. */
const plateShape =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/u;

export const ReleaseRow = z.strictObject({
  plate: z.string().regex(plateShape),
  /** The last six signs of the VIN. */
  vinTail: z.string().regex(/^[A-HJ-NPR-Z0-9]{6}$/),
  /** 机动车登记证书编号: twelve digits as a rule, which is not confirmed; the paper itself decides. */
  certificate: z.string().regex(/^\d{10,14}$/),
  contract: z.string().min(1).max(60),
  ownerName: z.string().min(2).max(40),
  ownerPhone: z.string().regex(/^1[3-9]\d{9}$/),
  certificateWith: Side,
});
export type ReleaseRow = z.infer<typeof ReleaseRow>;

/** What a release is filed from. `id` was chosen at the first try: filing the same one again finds it there. */
export const FileRelease = ReleaseRow.extend({ id: ReleaseId, office: OfficeId, lender: LenderId });
export type FileRelease = z.infer<typeof FileRelease>;

/** The same vehicle, certificate and contract is the same row, whoever is called about it. */
export const rowKey = ({ plate, certificate, contract }: ReleaseRow): string =>
  [plate, certificate, contract].join('|');
