/** Before the call: somebody takes it, looks at the papers, looks into the register; the sides hand in what is missing and choose a time. */
import type { AttachmentId, BookingId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import type { PaperKind } from '../papers.ts';
import type { Side } from '../parties.ts';
import { noted, type Eligibility, type Paper, type Release } from '../release.ts';
import { allowed, happened, held, inState, type By } from './by.ts';

const BEFORE = ['applied', 'checking-papers', 'papers-missing', 'booked'] as const;

export function claim(r: Release, by: By, now: Instant): Outcome<Release> {
  if (r.officer !== undefined) return refused('wrong-state', `taken by ${r.officer.name}`);
  const may = inState(r, ...BEFORE);
  if (!may.ok) return may;
  const state: Release['state'] = r.state.name === 'applied' ? { name: 'checking-papers', at: now } : r.state;
  return done(noted({ ...r, officer: { id: by.id, name: by.name }, state }, happened('claimed', by, now)));
}

/** Out of one's hands into a colleague's; a manager may give away anybody's. Not in the middle of a session. */
export function transfer(r: Release, by: By, to: { id: By['id']; name: string }, now: Instant): Outcome<Release> {
  const may = allowed(
    held(r, by),
    r.state.name === 'in-session' ? refused('wrong-state', 'a session is open') : done(undefined),
  );
  if (!may.ok) return may;
  if (r.officer?.id === to.id) return refused('bad-input', 'this colleague has the release already');
  return done(noted({ ...r, officer: { id: to.id, name: to.name } }, happened('transferred', by, now)));
}

/** A side hands in a paper, or hands it in again; it is looked at anew. */
export function addPhotos(
  r: Release,
  kind: PaperKind,
  photos: readonly AttachmentId[],
  now: Instant,
): Outcome<Release> {
  const may = inState(r, ...BEFORE);
  if (!may.ok) return may;
  if (r.papers.every((paper) => paper.kind !== kind)) return refused('bad-input', `the law asks for no ${kind} here`);
  const papers = r.papers.map((paper): Paper => (paper.kind === kind ? { kind, photos: [...photos] } : paper));
  const whole = papers.every((paper) => paper.photos.length > 0 && paper.verdict?.good !== false);
  const state: Release['state'] =
    r.state.name === 'papers-missing' && whole ? { name: 'checking-papers', at: now } : r.state;
  return done(noted({ ...r, papers, state }, happened('papers-added', undefined, now, kind)));
}

export type Verdict = { kind: PaperKind } & NonNullable<Paper['verdict']>;

/** All papers at once, so that all defects are told at once (令164 art. 3). */
export function checkPapers(r: Release, by: By, verdicts: readonly Verdict[], now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'checking-papers', 'papers-missing', 'booked'));
  if (!may.ok) return may;
  if (r.papers.some(({ kind }) => verdicts.filter((v) => v.kind === kind).length !== 1))
    return refused('bad-input', 'every paper needs a verdict: all defects are told at once');
  const unsaid = verdicts.find(({ good, defects }) => !good && defects.length === 0);
  if (unsaid !== undefined) return refused('bad-input', `say what is wrong with ${unsaid.kind}`);
  const papers = r.papers.map((paper): Paper => {
    const { kind: _, ...verdict } = verdicts.find(({ kind }) => kind === paper.kind) ?? {
      kind: paper.kind,
      good: false,
      defects: [],
    };
    return { kind: paper.kind, photos: paper.photos, verdict };
  });
  const good = papers.every(({ verdict }) => verdict?.good === true);
  return done(
    noted(
      { ...r, papers, state: good ? readyOr(r, now) : { name: 'papers-missing', at: now } },
      happened(good ? 'papers-good' : 'papers-faulty', by, now),
    ),
  );
}

/** What the register says: mortgaged here, not seized, lender enrolled. A no here refuses nothing yet; it says what comes next. */
export function noteEligibility(
  r: Release,
  by: By,
  found: Omit<Eligibility, 'at' | 'by'>,
  now: Instant,
): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'checking-papers', 'papers-missing', 'booked', 'in-session'));
  if (!may.ok) return may;
  const eligibility: Eligibility = { ...found, at: now, by: by.id };
  // An owner who applies alone with a court document brings no agent to the call: nobody has to be enrolled.
  const comes = !r.sides.includes('lender') || found.lenderEnrolled === true;
  const is = found.mortgagedHere && !found.seized && comes;
  const next = { ...r, eligibility, ticked: r.ticked.filter(({ cell }) => cell !== 'eligibility:case') };
  return done(
    noted(
      is ? { ...next, ticked: [...next.ticked, { cell: 'eligibility:case', at: now, by: by.id }] } : next,
      happened(is ? 'eligible' : 'not-eligible', by, now, is ? undefined : whyNot(found)),
    ),
  );
}
const whyNot = (found: Pick<Eligibility, 'mortgagedHere' | 'seized'>): string =>
  found.seized ? 'seized' : found.mortgagedHere ? 'lender-not-enrolled' : 'not-mortgaged-here';

/** A time is taken for one side or both; it may be taken before the papers are good, so that nobody waits twice. */
export function book(
  r: Release,
  booking: BookingId,
  sides: readonly Side[],
  startsAt: Instant,
  now: Instant,
  /** The lender's agent; else it is the owner's doing. */
  agent?: Pick<By, 'id'>,
): Outcome<Release> {
  const may = inState(r, ...BEFORE, 'in-session');
  if (!may.ok) return may;
  const beyond = sides.find((side) => !r.sides.includes(side));
  if (beyond !== undefined) return refused('bad-input', `the ${beyond} does not apply here`);
  const again = r.bookings.some((one) => one.booking === booking);
  const bookings = [...r.bookings.filter((one) => one.booking !== booking), { booking, sides: [...sides], startsAt }];
  const next = { ...r, bookings };
  return done(
    noted(
      { ...next, state: readyOr(next, now) },
      happened(again ? 'rebooked' : 'booked', agent, now, agent === undefined ? undefined : 'lender'),
    ),
  );
}

/** The time was given back; it waits for another one. */
export function unbook(r: Release, booking: BookingId, now: Instant): Outcome<Release> {
  if (r.bookings.every((one) => one.booking !== booking)) return done(r);
  const bookings = r.bookings.filter((one) => one.booking !== booking);
  return done(noted({ ...r, bookings }, happened('unbooked', undefined, now)));
}

/** With good papers and a time it waits for its session; else it stays where it is. */
function readyOr(r: Release, now: Instant): Release['state'] {
  const good = r.papers.every(({ verdict }) => verdict?.good === true);
  const stays: readonly string[] = ['in-session', 'booked'];
  if (stays.includes(r.state.name)) return r.state;
  return good && r.bookings.length > 0
    ? { name: 'booked', at: now }
    : r.state.name === 'papers-missing'
      ? { name: 'checking-papers', at: now }
      : r.state;
}
