/** Draws a few closed matters at random, once a day, for a call by somebody who did not handle them, and notes what was heard. */
import type { Officer } from '../../models/access/staff.ts';
import { maySeeFigures } from '../../models/aftermath/figure-scope.ts';
import type { AskSample, DrawSample, NoteSample } from '../../models/aftermath/oversight-requests.ts';
import type { ShownSample } from '../../models/aftermath/oversight-views.ts';
import { drawn, noteResult, SAMPLE_DAYS, SAMPLE_SIZE, type Sample } from '../../models/aftermath/sample.ts';
import { drawForCall, noteSampleCall } from '../../models/complaint/changes/sample.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import type { ComplaintId, DeliveryId, OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf, type Day } from '../../models/time.ts';
import { changeComplaint } from '../complaint/change-complaint.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { namesOf } from './asked-scope.ts';
import { matterIdOf } from './list-cases.ts';

/** More closed matters a week than this are drawn from the newest. */
const URN = 5_000;
/** Some people left no way to be called: a few more are drawn than are needed. */
const SPARE = 8;

export async function showSample(
  deps: Deps,
  by: Officer,
  { office = by.office, day = dayOf(deps.now()) }: AskSample,
): Promise<Outcome<ShownSample>> {
  if (!maySeeFigures(by, office)) return refused('not-allowed', 'another office');
  const sample = await deps.samples.find(office, day);
  return done(await shown(deps, by, office, day, sample));
}

export async function drawSample(
  deps: Deps,
  by: Officer,
  { office = by.office }: DrawSample,
): Promise<Outcome<ShownSample>> {
  if (!maySeeFigures(by, office)) return refused('not-allowed', 'another office');
  const now = deps.now();
  const day = dayOf(now);
  if ((await deps.samples.find(office, day)) === undefined) {
    const urn = await closedLately(deps, office, day);
    const [digest] = await deps.digests.latest(office, 1);
    const ranked = drawn(urn, `${office}#${day}#${digest?.hash ?? ''}`, SAMPLE_SIZE + SPARE);
    const reachable = (await deps.complaints.several(ranked)).filter(
      ({ person }) => person.phone !== undefined || person.helper?.phone !== undefined,
    );
    const picks = reachable.slice(0, SAMPLE_SIZE).map(({ id }) => ({ complaint: id }));
    // Of two who draw at once one sample stands: the same one, by the same seed.
    await deps.samples.save({ office, day, version: 0, drawnBy: by.id, drawnAt: now, of: urn.length, picks });
  }
  const sample = await deps.samples.find(office, day);
  for (const { complaint } of sample?.picks ?? []) {
    // Also after a crash between drawing and noting; a second time changes nothing.
    await changeComplaint(
      deps,
      complaint,
      (c) => done({ complaint: drawForCall(c, by, sample?.drawnAt ?? now) ?? c }),
      { clock: true },
    );
  }
  return done(await shown(deps, by, office, day, sample));
}

const ROUNDS = 6;

/** The matter is changed first, under a delivery of this call's own: a crash in between leaves the call to be noted again, once. */
export async function noteSample(
  deps: Deps,
  by: Officer,
  { id, office = by.office, day, result, words }: NoteSample,
): Promise<Outcome<ShownSample>> {
  if (!maySeeFigures(by, office)) return refused('not-allowed', 'another office');
  const matter = await deps.complaints.find(id);
  if (!matter.ok) return matter;
  if (matter.value.owners.includes(by.id)) return refused('not-allowed', 'somebody who did not handle it calls');
  for (let round = 0; round < ROUNDS; round++) {
    const sample = await deps.samples.find(office, day);
    if (sample === undefined) return refused('not-found', 'nothing was drawn on this day');
    const heard = noteResult(sample, id, result, by.id, deps.now());
    if (!heard.ok) return heard;
    const tries = sample.picks.find((p) => p.complaint === id)?.at ?? 'first';
    const changed = await changeComplaint(
      deps,
      id,
      (c, now) => {
        const called = noteSampleCall(c, by, result, now);
        return called.ok
          ? done({ complaint: called.value, memos: [{ by: by.id, byName: by.name, kind: 'call-back', text: words }] })
          : called;
      },
      { delivery: `sample-${day}-${tries.replaceAll(/[^0-9A-Za-z]/gu, '')}` as DeliveryId },
    );
    if (!changed.ok) return changed;
    const saved = await deps.samples.save(heard.value);
    if (saved.ok) return done(await shown(deps, by, office, day, saved.value));
    // Somebody noted another call of the same sample.
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

async function closedLately(deps: Deps, office: OfficeId, day: Day): Promise<ComplaintId[]> {
  const ids: ComplaintId[] = [];
  let start: string | undefined;
  do {
    const page = await deps.figures.cases(office, 'closed', addDays(day, -SAMPLE_DAYS), addDays(day, -1), 500, start);
    for (const { record } of page.cases) {
      const id = matterIdOf(record);
      if (id !== undefined) ids.push(id);
    }
    start = page.next;
  } while (start !== undefined && ids.length < URN);
  return [...new Set(ids)];
}

async function shown(
  deps: Deps,
  by: Officer,
  office: OfficeId,
  day: Day,
  sample: Sample | undefined,
): Promise<ShownSample> {
  const now = deps.now();
  const picks = sample?.picks ?? [];
  const matters = new Map(
    (await deps.complaints.several(picks.map(({ complaint }) => complaint))).map((c) => [c.id, c]),
  );
  return {
    office,
    day,
    drawn: sample !== undefined,
    of: sample?.of ?? 0,
    ...(sample === undefined ? {} : { drawnBy: sample.drawnBy }),
    picks: picks.flatMap(({ complaint, ...rest }) => {
      const c = matters.get(complaint);
      if (c === undefined) return [];
      const mayCall =
        !c.owners.includes(by.id) &&
        by.role === 'manager' &&
        (rest.result === undefined || rest.result === 'not-reached');
      return [{ row: matterRow(c, now), ...rest, mayCall }];
    }),
    names: await namesOf(deps, [office]),
  };
}
