/** The file that lies beside a closed record: how long it is kept, who holds it back, who looked at it, when it was deleted. */
import * as z from 'zod';
import { OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { addDays, dayOf, Day, Instant, type Day as DayType } from '../time.ts';
import { dueDayOf, EvidenceClass, retention } from './retention.ts';

/** No free words: audit lines are drawn from it. Why somebody did it is filed as a sealed note. */
export const evidenceHappenings = [
  'evidence-closed',
  'evidence-watched',
  'evidence-exported',
  'evidence-rewatched',
  'evidence-held',
  'evidence-hold-lifted',
  'evidence-gap-accepted',
  'evidence-due',
  'evidence-deleting',
  'evidence-deleted',
] as const;
export const EvidenceHappened = z.strictObject({
  at: Instant,
  what: z.enum(evidenceHappenings),
  by: StaffId.optional(),
  /** A class, a take, a picture's or a gap's line, a result. */
  reason: z.string().max(60).optional(),
});
export type EvidenceHappened = z.infer<typeof EvidenceHappened>;

export const EvidenceFile = z.strictObject({
  release: ReleaseId,
  office: OfficeId,
  version: z.int().nonnegative(),
  /** `open` until the decision closes the chain. */
  state: z.enum(['open', 'closed', 'announced', 'deleting', 'deleted']),
  class: EvidenceClass.optional(),
  closedAt: Instant.optional(),
  closedBy: StaffId.optional(),
  dueDay: Day.optional(),
  /** Since when it is announced for deletion. */
  announcedOn: Day.optional(),
  hold: z.strictObject({ by: StaffId, at: Instant }).optional(),
  lastAt: Instant,
  history: z.array(EvidenceHappened).max(60),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const newFile = (release: ReleaseId, office: OfficeId, now: Instant): EvidenceFile => ({
  release,
  office,
  version: 0,
  state: 'open',
  lastAt: now,
  history: [],
});

export const notedIn = (file: EvidenceFile, happened: EvidenceHappened): EvidenceFile => ({
  ...file,
  lastAt: happened.at,
  history: [...file.history, happened].slice(-60),
});

export const closeFile = (file: EvidenceFile, of: EvidenceClass, by: StaffId, now: Instant): EvidenceFile =>
  notedIn(
    { ...file, state: 'closed', class: of, closedAt: now, closedBy: by, dueDay: dueDayOf(of, now) },
    { at: now, what: 'evidence-closed', by, reason: of },
  );

/** A manager keeps it from being deleted: a court, an appeal, an inquiry. */
export function hold(file: EvidenceFile, by: StaffId, now: Instant): Outcome<EvidenceFile> {
  if (file.state === 'deleting' || file.state === 'deleted')
    return refused('wrong-state', 'the recording is deleted already');
  if (file.hold !== undefined) return refused('wrong-state', 'the evidence is held already');
  return done(notedIn({ ...file, hold: { by, at: now } }, { at: now, what: 'evidence-held', by }));
}

/** Once nobody holds it, the announcement begins anew. */
export function liftHold(file: EvidenceFile, by: StaffId, now: Instant): Outcome<EvidenceFile> {
  if (file.hold === undefined) return refused('wrong-state', 'nobody holds this evidence');
  const { hold: _hold, announcedOn: _on, ...rest } = file;
  const state = file.state === 'announced' ? ('closed' as const) : file.state;
  return done(notedIn({ ...rest, state }, { at: now, what: 'evidence-hold-lifted', by }));
}

/** When the sweep has to look at it again; undefined while it is held, open or gone. */
export function nextSweep({ state, hold: held, class: of, dueDay, announcedOn }: EvidenceFile): DayType | undefined {
  if (held !== undefined || of === undefined || dueDay === undefined) return undefined;
  if (state === 'closed') return dueDay;
  if (state === 'announced' || state === 'deleting') return addDays(announcedOn ?? dueDay, retention[of].graceDays);
  return undefined;
}

/** What the sweep does on a day: first the announcement, which anybody may answer with a hold; after the grace the deletion. */
export function sweepStep(file: EvidenceFile, now: Instant): 'announce' | 'delete' | undefined {
  const due = nextSweep(file);
  if (due === undefined || due > dayOf(now)) return undefined;
  return file.state === 'closed' ? 'announce' : 'delete';
}

export const announce = (file: EvidenceFile, now: Instant): EvidenceFile =>
  notedIn(
    { ...file, state: 'announced', announcedOn: dayOf(now) },
    { at: now, what: 'evidence-due', ...classIn(file) },
  );
export const beginDeletion = (file: EvidenceFile, now: Instant): EvidenceFile =>
  file.state === 'deleting'
    ? file
    : notedIn({ ...file, state: 'deleting' }, { at: now, what: 'evidence-deleting', ...classIn(file) });
export const endDeletion = (file: EvidenceFile, now: Instant): EvidenceFile =>
  notedIn({ ...file, state: 'deleted' }, { at: now, what: 'evidence-deleted', ...classIn(file) });
const classIn = ({ class: of }: EvidenceFile): { reason?: string } => (of === undefined ? {} : { reason: of });
