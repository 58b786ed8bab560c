/** A guidance sheet (指导单): the papers of one person for one service, ticked together, kept as the one-time notice, checked on photos before the visit. */
import * as z from 'zod';
import { Answers, ServiceName } from './service-at-hand.ts';
import { AttachmentId, ConversationId, DeliveryId, OfficeId, SheetId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Day, Instant } from '../time.ts';
import { PhotoDefect, photoDefectNames, PhotoFinding } from './photo-words.ts';

/** Of a paper: nobody has looked yet, seen and good, still missing, not needed in this case. */
export const paperStates = ['open', 'fine', 'missing', 'not-needed'] as const;
export const PaperState = z.enum(paperStates);
export type PaperState = z.infer<typeof PaperState>;

const ByOfficer = z.strictObject({ by: StaffId, byName: z.string().max(40), at: Instant });
export type ByOfficer = z.infer<typeof ByOfficer>;

export const sheetLimits = { photos: 3, papers: 30, words: 200, retired: 60 } as const;

export const SheetPhoto = z.strictObject({
  id: AttachmentId,
  /** Of what was put into the store: what the proof of deletion names. */
  sha256: z.string().max(44),
  at: Instant,
  /** What the page found fault with; the person sent it all the same. */
  findings: z.array(PhotoFinding).max(5),
  verdict: ByOfficer.extend({ defects: z.array(PhotoDefect).max(photoDefectNames.length) }).optional(),
  /** When the person was told; until then the verdict stays in the office. */
  toldAt: Instant.optional(),
});
export type SheetPhoto = z.infer<typeof SheetPhoto>;

export const SheetItem = z.strictObject({
  /** The material's id; which papers there can be is said by the legal list alone, see `papers.ts`. */
  paper: z.string().max(60),
  state: PaperState,
  set: ByOfficer.optional(),
  /** The version in which an officer last changed it. */
  changed: z.int().nonnegative(),
  photos: z.array(SheetPhoto).max(sheetLimits.photos),
});
export type SheetItem = z.infer<typeof SheetItem>;

/** Photos that were replaced or taken back: deleted with the rest. */
const Retired = SheetPhoto.pick({ id: true, sha256: true });

/** What befell it; closed lists and ids only, the record's history is filed unsealed so that audit and figures can be drawn from it. */
export const SheetHappened = z.strictObject({
  at: Instant,
  what: z.enum([
    'sheet-opened',
    'sheet-answered',
    'paper-ticked',
    'paper-explained',
    'paper-asked',
    'photo-handed-in',
    'photo-taken-back',
    'photo-judged',
    'verdicts-told',
    'notice-given',
    'check-looked-up',
    'check-used',
    'check-ends-soon',
    'sheet-expired',
    'photos-deleted',
  ]),
  by: StaffId.optional(),
  /** The paper's id, behind a colon its state or what became of its photo. */
  reason: z.string().max(120).optional(),
});
export type SheetHappened = z.infer<typeof SheetHappened>;

export const GuidanceSheet = z.strictObject({
  id: SheetId,
  version: z.int().nonnegative(),
  office: OfficeId,
  /** On the notice, `YC-1118-G003`. */
  number: z.string().max(20),
  conversation: ConversationId,
  language: z.enum(['zh', 'en']),
  service: ServiceName,
  answers: Answers,
  opened: ByOfficer,
  lastAt: Instant,
  /** The last change that a person of the office made. */
  touched: z.strictObject({ version: z.int().nonnegative(), by: StaffId }),
  items: z.array(SheetItem).max(sheetLimits.papers),
  /** Everything in somebody's own words, sealed as one; see `words.ts` for the names. */
  words: z.record(z.string(), z.string().max(sheetLimits.words)),
  /** Those of papers that fell away with another answer come on top of what may be replaced. */
  retired: z.array(Retired).max(sheetLimits.retired + sheetLimits.papers * sheetLimits.photos),
  /** Of the check on photos; sealed. There as soon as something was found good. */
  code: z.string().max(8).optional(),
  /** The last day on which what was found good counts. */
  validTo: Day.optional(),
  /** Nothing can be done on it from then on. */
  expiresAt: Instant,
  warned: z.boolean(),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('open') }),
    /** The notice was given; the sheet can still be changed until the visit. */
    z.strictObject({ name: z.literal('handed-over'), ...ByOfficer.shape, version: z.int() }),
    z.strictObject({ name: z.literal('used'), ...ByOfficer.shape }),
    z.strictObject({ name: z.literal('expired'), at: Instant }),
  ]),
  /** The proof that the photos are gone: how many, and the hash over their hashes. */
  photosDeleted: z.strictObject({ at: Instant, count: z.int(), sha256: z.string() }).optional(),
  /** The last acts, so that a repeat is recognised. */
  deliveries: z.array(DeliveryId).max(40),
  history: z.array(SheetHappened).max(60),
});
export type GuidanceSheet = z.infer<typeof GuidanceSheet>;

/** History is short on purpose: the whole of it is in the audit lines. */
export const sheetNoted = (sheet: GuidanceSheet, ...happened: SheetHappened[]): GuidanceSheet => ({
  ...sheet,
  history: [...sheet.history, ...happened].slice(-60),
});

export const isOver = ({ state }: GuidanceSheet): boolean => state.name === 'used' || state.name === 'expired';

export function stillOpen(sheet: GuidanceSheet, now: Instant): Outcome<GuidanceSheet> {
  if (isOver(sheet) || sheet.expiresAt <= now) return refused('wrong-state', 'this sheet is over');
  return done(sheet);
}

export function itemOf(sheet: GuidanceSheet, paper: string): Outcome<SheetItem> {
  const item = sheet.items.find((one) => one.paper === paper);
  return item === undefined ? refused('not-found', 'no such paper on this sheet') : done(item);
}

export const withItem = (sheet: GuidanceSheet, item: SheetItem): GuidanceSheet => ({
  ...sheet,
  items: sheet.items.map((one) => (one.paper === item.paper ? item : one)),
});

/** Handed in, and nobody has told the person yet what became of it. */
export const isUntold = (photo: SheetPhoto): boolean => photo.toldAt === undefined;
export const isGood = ({ verdict }: SheetPhoto): boolean => verdict?.defects.length === 0;
export const toJudge = (sheet: GuidanceSheet): number =>
  sheet.items.reduce((sum, { photos }) => sum + photos.filter(isUntold).length, 0);
