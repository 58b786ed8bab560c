/** What may be asked of a guidance sheet: by officers, by the person whose it is, by whoever stands at the counter. */
import * as z from 'zod';
import { StartUpload } from '../conversation/requests.ts';
import { AttachmentId, ConversationId, DeliveryId, SheetId } from '../ids.ts';
import { PhotoDefect, PhotoFinding } from './photo-words.ts';
import { Answers, ServiceName } from './service-at-hand.ts';
import { PaperState, sheetLimits } from './sheet.ts';

const Paper = z.string().min(1).max(60);
const Words = z.string().trim().max(sheetLimits.words);
/** `seen` is the version on screen. */
const base = { id: SheetId, delivery: DeliveryId, seen: z.int().nonnegative() };

export const SheetsOfTalk = z.strictObject({ conversation: ConversationId });
export const OneSheet = z.strictObject({ id: SheetId });
export const OneSheetPhoto = z.strictObject({ id: SheetId, photo: AttachmentId });

/** The sheet's id is chosen by the page, so that beginning twice begins once. */
export const OpenSheet = z.strictObject({
  id: SheetId,
  conversation: ConversationId,
  service: ServiceName,
  answers: Answers.default({}),
});
export type OpenSheet = z.infer<typeof OpenSheet>;

export const ActOnSheet = z.discriminatedUnion('act', [
  z.strictObject({ ...base, act: z.literal('answer'), answers: Answers }),
  z.strictObject({ ...base, act: z.literal('tick'), paper: Paper, state: PaperState }),
  z.strictObject({
    ...base,
    act: z.literal('explain'),
    paper: Paper,
    explanation: Words.optional(),
    where: Words.optional(),
  }),
  z.strictObject({ ...base, act: z.literal('ask'), paper: Paper, text: Words.min(1) }),
  z.strictObject({
    ...base,
    act: z.literal('judge'),
    photo: AttachmentId,
    /** None: the photo is good. */
    defects: z.array(PhotoDefect).max(5),
    words: Words.optional(),
  }),
  z.strictObject({ ...base, act: z.literal('tell') }),
  z.strictObject({ ...base, act: z.literal('hand-over') }),
]);
export type ActOnSheet = z.infer<typeof ActOnSheet>;

const Code = z.string().trim().min(1).max(30);
export const LookUpCheck = z.strictObject({ code: Code });
export const UseCheck = z.strictObject({ code: Code, delivery: DeliveryId });

export const StartSheetPhoto = StartUpload.extend({ id: SheetId, paper: Paper });
export type StartSheetPhoto = z.infer<typeof StartSheetPhoto>;
export const ActOnOwnSheet = z.discriminatedUnion('act', [
  z.strictObject({
    id: SheetId,
    delivery: DeliveryId,
    act: z.literal('hand-in'),
    paper: Paper,
    photo: AttachmentId,
    findings: z.array(PhotoFinding).max(5),
  }),
  z.strictObject({ id: SheetId, delivery: DeliveryId, act: z.literal('take-back'), photo: AttachmentId }),
]);
export type ActOnOwnSheet = z.infer<typeof ActOnOwnSheet>;
