/** The owner's application, read: what was typed becomes an application, or a list of what is missing or does not fit. */
import { plainPhone } from '../complaint/report-form.ts';
import { Phone } from '../complaint/complaint.ts';
import { LenderId, OfficeId, type AttachmentId, type ReleaseId } from '../ids.ts';
import { officeOf } from '../office/offices.ts';
import { requiredPapers, type PaperKind } from './papers.ts';
import { Vehicle } from './release.ts';
import type { FileRelease } from './requests.ts';
import type { Shape } from './steps.ts';

/** First who applies, and how; then the vehicle and the lender. */
export const whoFields = ['office', 'who', 'basis', 'where'] as const;
export const carFields = [
  'lender',
  'mortgagee',
  'owner',
  'proxy',
  'plate',
  'vin',
  'certificate',
  'contract',
  'phone',
] as const;
export const applicationFields = [...whoFields, ...carFields] as const;
export type ApplicationField = (typeof applicationFields)[number];
/** As typed; what was left empty is absent. */
export type AppliedFor = Partial<Record<ApplicationField, string>>;

/** `missing`; `wrong`: does not fit; `letters`: I, O and Q are in no VIN; `alone`: whoever applies alone has the certificate at hand. */
export type ApplicationFault = { field: ApplicationField; fault: 'missing' | 'wrong' | 'letters' | 'alone' };

/** `company`: somebody acts for a company that owns the vehicle, by its power of attorney (令164 art. 86). */
export const applicants = ['self', 'proxy', 'company'] as const;
export const whereabouts = ['me', 'lender', 'lost'] as const;
/** What a lender is called that is not enrolled at the office. */
export const OTHER_LENDER = 'other';
/** Whoever has a court document applies alone: no lender has to be enrolled, and its name may stay open. */
export const asksLender = ({ basis }: AppliedFor): boolean => basis !== 'court-document';

const LONGEST = 200;

/** Keeps what belongs to this page of the form, trimmed; the other page's fields stay as they were. */
export function typedOn(
  page: readonly ApplicationField[],
  before: AppliedFor,
  field: (name: string) => string | undefined,
): AppliedFor {
  const kept = Object.fromEntries(
    Object.entries(before).filter(([name]) => !(page as readonly string[]).includes(name)),
  );
  const typed = page.map((name) => [name, (field(name)?.trim() ?? '').slice(0, LONGEST)] as const);
  return { ...kept, ...Object.fromEntries(typed.filter(([, text]) => text !== '')) };
}

const one = (list: readonly string[], text: string | undefined): boolean => text !== undefined && list.includes(text);

export function faultsOfWho(typed: AppliedFor): ApplicationFault[] {
  const faults: ApplicationFault[] = [];
  if (!OfficeId.safeParse(typed.office).success) faults.push({ field: 'office', fault: 'missing' });
  if (!one(applicants, typed.who)) faults.push({ field: 'who', fault: 'missing' });
  if (!one(['joint', 'court-document'], typed.basis)) faults.push({ field: 'basis', fault: 'missing' });
  if (!one(whereabouts, typed.where)) faults.push({ field: 'where', fault: 'missing' });
  else if (typed.basis === 'court-document' && typed.where === 'lender')
    faults.push({ field: 'where', fault: 'alone' });
  return faults;
}

/** Somebody other than the owner comes to the call. */
export const byProxy = ({ who }: AppliedFor): boolean => who === 'proxy' || who === 'company';

const isAsked = (field: (typeof carFields)[number], typed: AppliedFor): boolean =>
  field !== 'lender' && field !== 'mortgagee' && (field !== 'proxy' || byProxy(typed));

export function faultsOfCar(typed: AppliedFor, lenders: readonly string[]): ApplicationFault[] {
  const faults: ApplicationFault[] = [];
  const add = (field: ApplicationField, fault: ApplicationFault['fault']): void => void faults.push({ field, fault });
  if (asksLender(typed) && !one([...lenders, OTHER_LENDER], typed.lender)) add('lender', 'missing');
  for (const field of carFields) if (isAsked(field, typed) && typed[field] === undefined) add(field, 'missing');
  if (typed.mortgagee !== undefined && typed.mortgagee.length > 60) add('mortgagee', 'wrong');
  if (typed.owner !== undefined && typed.owner.length > 60) add('owner', 'wrong');
  if (typed.proxy !== undefined && typed.proxy.length > 40) add('proxy', 'wrong');
  if (typed.plate !== undefined && !PLATE.test(plainPlate(typed.plate))) add('plate', 'wrong');
  if (typed.vin !== undefined) {
    const tail = vinTail(typed.vin);
    if (/[IOQ]/u.test(tail)) add('vin', 'letters');
    else if (!Vehicle.shape.vinTail.safeParse(tail).success) add('vin', 'wrong');
  }
  if (typed.certificate !== undefined && !Vehicle.shape.certificate.safeParse(digits(typed.certificate)).success)
    add('certificate', 'wrong');
  if (typed.contract !== undefined && typed.contract.length > 60) add('contract', 'wrong');
  if (typed.phone !== undefined && !Phone.safeParse(plainPhone(typed.phone)).success) add('phone', 'wrong');
  return faults.sort((a, b) => carFields.indexOf(a.field as never) - carFields.indexOf(b.field as never));
}

const PLATE = /^\p{Script=Han}[A-Z][A-Z0-9\p{Script=Han}]{4,7}$/u;
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[·•.\s-]/gu, '')
    .toUpperCase();
export const plainPlate = bare;
/** Whoever types all 17 characters means the last six. */
export const vinTail = (text: string): string => bare(text).slice(-6);
const digits = (text: string): string => bare(text);

/** Undefined while the first page is not answered. */
export function shapeTyped(typed: AppliedFor): Shape | undefined {
  if (faultsOfWho(typed).length > 0) return undefined;
  const joint = typed.basis === 'joint';
  return {
    basis: joint ? 'joint' : 'court-document',
    sides: joint ? ['owner', 'lender'] : ['owner'],
    certificateWith: typed.where === 'lender' ? 'lender' : 'owner',
    ownerByProxy: byProxy(typed),
  };
}

/** What this applicant photographs; the lender's own papers are asked of the lender. */
export const papersAsked = (shape: Shape): PaperKind[] =>
  requiredPapers(shape)
    .filter(({ of, from }) => of === 'owner' && from === 'handed-in')
    .map(({ kind }) => kind);

/** Why this application is for the counter; undefined: it can go on here. */
export function counterReason(typed: AppliedFor): 'office' | 'lost' | 'lender' | undefined {
  const office = OfficeId.safeParse(typed.office);
  if (office.success && !officeOf(office.data).videoRelease) return 'office';
  if (typed.where === 'lost') return 'lost';
  return asksLender(typed) && typed.lender === OTHER_LENDER ? 'lender' : undefined;
}

/** Only for what has no faults; anything else is a fault of ours and throws. */
export function applicationFrom(
  id: ReleaseId,
  typed: AppliedFor,
  photos: Partial<Record<PaperKind, readonly AttachmentId[]>>,
  language: 'zh' | 'en',
): FileRelease {
  const shape = shapeTyped(typed);
  if (shape === undefined) throw new Error('the application is not complete');
  return {
    id,
    office: OfficeId.parse(typed.office),
    channel: 'form',
    language,
    basis: shape.basis,
    sides: [...shape.sides],
    certificateWith: shape.certificateWith,
    owner: {
      name: typed.owner ?? '',
      company: typed.who === 'company',
      phone: plainPhone(typed.phone ?? ''),
      ...(byProxy(typed) ? { proxy: { name: typed.proxy ?? '' } } : {}),
    },
    ...(asksLender(typed)
      ? { lender: LenderId.parse(typed.lender) }
      : typed.mortgagee === undefined
        ? {}
        : { mortgagee: typed.mortgagee }),
    vehicle: {
      plate: plainPlate(typed.plate ?? ''),
      vinTail: vinTail(typed.vin ?? ''),
      certificate: digits(typed.certificate ?? ''),
      contract: (typed.contract ?? '').normalize('NFKC'),
    },
    notify: 'sms',
    papers: papersAsked(shape).map((kind) => ({ kind, photos: [...(photos[kind] ?? [])] })),
  };
}
