/** Draws a few recordings of the week at random, once a day, for a manager to watch, and notes what was seen. */
import type { Officer } from '../../models/access/staff.ts';
import { drawn } from '../../models/aftermath/sample.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { notedIn, type EvidenceFile } from '../../models/release/evidence-file.ts';
import type { AskRewatch, MarkRewatch, ShownRewatch } from '../../models/release/evidence-requests.ts';
import { markWatched, REWATCH_DAYS, REWATCH_SIZE, type Rewatch } from '../../models/release/rewatch.ts';
import { addDays, dayOf, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeEvidenceFile } from './note-on-evidence.ts';

type Needed = Pick<Deps, 'now' | 'newId' | 'evidenceFiles' | 'rewatches' | 'digests'>;

export async function showRewatch(
  deps: Needed,
  by: Officer,
  { day = dayOf(deps.now()) }: AskRewatch,
): Promise<Outcome<ShownRewatch>> {
  return done(await shown(deps, by, day, await deps.rewatches.find(by.office, day)));
}

/** By a seed that nobody could know while the calls were made: the digest published the day before. The same seed draws the same. */
export async function drawRewatch(deps: Needed, by: Officer): Promise<Outcome<ShownRewatch>> {
  const now = deps.now();
  const day = dayOf(now);
  if ((await deps.rewatches.find(by.office, day)) === undefined) {
    const urn = (await closedLately(deps, by, day)).map(({ release }) => release);
    const [digest] = await deps.digests.latest(by.office, 1);
    const picks = drawn(urn, `rewatch#${by.office}#${day}#${digest?.hash ?? ''}`, REWATCH_SIZE);
    // Of two who draw at once one sample stands: the same one.
    await deps.rewatches.save({
      office: by.office,
      day,
      version: 0,
      drawnBy: by.id,
      drawnAt: now,
      of: urn.length,
      picks: picks.map((release) => ({ release })),
    });
  }
  return done(await shown(deps, by, day, await deps.rewatches.find(by.office, day)));
}

const ROUNDS = 6;

/** Only by somebody who watched it and did not decide it. */
export async function markRewatch(
  deps: Needed,
  by: Officer,
  { id, day, result, words }: MarkRewatch,
): Promise<Outcome<ShownRewatch>> {
  const file = await deps.evidenceFiles.find(id);
  if (file?.office !== by.office) return refused('not-found', 'this recording was not drawn');
  if (!mayMark(file, by)) return refused('not-allowed', 'somebody who watched it and did not decide it marks it');
  // The words first: a crash in between leaves the mark to be made again.
  const mayBeMarked = await markedIn(deps, by, { id, day, result });
  if (!mayBeMarked.ok) return mayBeMarked;
  const note = { by: by.id, what: 'rewatched' as const, of: day, text: words };
  const kept = await changeEvidenceFile(deps, { id, office: file.office }, note, (newest, at) =>
    done(notedIn(newest, { at, what: 'evidence-rewatched', by: by.id, reason: result })),
  );
  if (!kept.ok) return kept;
  for (let round = 0; round < ROUNDS; round++) {
    const marked = await markedIn(deps, by, { id, day, result });
    if (!marked.ok) return marked;
    const saved = await deps.rewatches.save(marked.value);
    if (saved.ok) return done(await shown(deps, by, day, saved.value));
    // Somebody marked another recording of the same day.
  }
  return refused('stale', 'too many people wrote at once');
}

async function markedIn(
  deps: Needed,
  by: Officer,
  { id, day, result }: Pick<MarkRewatch, 'id' | 'day' | 'result'>,
): Promise<Outcome<Rewatch>> {
  const rewatch = await deps.rewatches.find(by.office, day);
  return rewatch === undefined
    ? refused('not-found', 'nothing was drawn on this day')
    : markWatched(rewatch, id, result, by.id, deps.now());
}

const mayMark = (file: EvidenceFile, by: Officer): boolean =>
  file.closedBy !== by.id && file.history.some((h) => h.what === 'evidence-watched' && h.by === by.id);

async function closedLately(deps: Needed, by: Officer, day: Day): Promise<EvidenceFile[]> {
  const days = Array.from({ length: REWATCH_DAYS }, (_, i) => addDays(day, -i - 1));
  return (await Promise.all(days.map((one) => deps.evidenceFiles.closedOn(by.office, one)))).flat();
}

async function shown(deps: Needed, by: Officer, day: Day, rewatch: Rewatch | undefined): Promise<ShownRewatch> {
  const picks = await Promise.all(
    (rewatch?.picks ?? []).map(async (pick) => {
      const file = await deps.evidenceFiles.find(pick.release);
      const open = pick.result === undefined && by.role === 'manager';
      return { ...pick, mayMark: open && file !== undefined && mayMark(file, by) };
    }),
  );
  return { office: by.office, day, of: rewatch?.of ?? 0, drawn: rewatch !== undefined, picks };
}
