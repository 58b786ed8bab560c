/** The officer decides: yes; no, with one of the two reasons of the law; or on at the counter. Then the register and the certificate's way back. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, openSession, shapeOf, type Custody, type Decision, type Release } from '../release.ts';
import { requiredCells } from '../steps.ts';
import { allowed, happened, held, inState, stopClock, type By } from './by.ts';

/** Cells that are still open. */
export const openCells = (r: Release): string[] =>
  requiredCells(shapeOf(r)).filter((cell) => r.ticked.every((one) => one.cell !== cell));

/** `evidence`: what is missing in the chain of evidence, in closed words; empty when it is sound and whole. */
export function decide(
  r: Release,
  by: By,
  decision:
    | { what: 'approved' }
    | Omit<Extract<Decision, { what: 'refused' }>, 'at' | 'by'>
    | Omit<Extract<Decision, { what: 'moved-to-counter' }>, 'at' | 'by'>,
  evidence: readonly string[],
  now: Instant,
): Outcome<Release> {
  const mine = held(r, by);
  if (!mine.ok) return mine;
  const may =
    decision.what === 'approved'
      ? inState(r, 'in-session')
      : inState(r, 'checking-papers', 'papers-missing', 'booked', 'in-session');
  if (!may.ok) return may;
  const seized = r.eligibility?.seized === true;
  // What the register says needs no call: nobody is made to come to hear that the vehicle is seized.
  const fromRegister = decision.what === 'refused' && decision.ground === 'seized' && seized && r.sessions.length === 0;
  if (decision.what === 'refused' && decision.ground === 'seized' && !seized)
    return refused('wrong-state', 'the register does not say that it is seized');
  if (decision.what === 'approved' && Object.values(r.comparison ?? {}).includes('different'))
    return refused('wrong-state', 'the certificate differs from the register');
  if (decision.what === 'approved' && seized) return refused('wrong-state', 'a seized vehicle cannot be released');
  if (decision.what !== 'moved-to-counter' && !fromRegister) {
    const open = openCells(r).filter((cell) => !(decision.what === 'refused' && cell === 'eligibility:case'));
    if (open.length > 0) return refused('wrong-state', `still open: ${open.join(', ')}`);
    if (evidence.length > 0) return refused('wrong-state', `the evidence is not whole: ${evidence.join(', ')}`);
  }
  const made: Decision = { ...decision, at: now, by: by.id };
  const ended = openSession(r);
  const sessions = r.sessions.map((one) =>
    one.room === ended?.room ? { ...one, endedAt: now, how: 'done' as const } : one,
  );
  const decided: Release = { ...r, sessions, decision: made, state: { name: 'decided', at: now } };
  return done(
    noted(
      decision.what === 'approved' ? decided : stopClock(decided, now),
      happened(
        made.what,
        by,
        now,
        made.what === 'refused' ? made.ground : made.what === 'moved-to-counter' ? made.why : undefined,
      ),
    ),
  );
}

/** The officer has done the act in the national register and notes its serial number here; that ends the working day. */
export function register(r: Release, by: By, serial: string, now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'decided'));
  if (!may.ok) return may;
  if (r.decision?.what !== 'approved') return refused('wrong-state', 'only what was approved goes into the register');
  const stopped = stopClock(r, now);
  const late = stopped.history.some(({ what }) => what === 'late');
  return done(
    noted(
      { ...stopped, registry: { serial, at: now, by: by.id }, state: { name: 'registry-done', at: now } },
      happened('registered', by, now, late ? 'late' : 'in-time'),
    ),
  );
}

export function chooseCustody(r: Release, by: By, way: Custody['way'], now: Instant): Outcome<Release> {
  const may = allowed(held(r, by), inState(r, 'booked', 'in-session', 'decided', 'registry-done'));
  if (!may.ok) return may;
  return done({ ...r, custody: { ...r.custody, way }, lastAt: now });
}

export type CustodyStep = 'collected' | 'annotated' | 'sent' | 'returned';

/** The certificate is here; the release stands on it (令164 art. 33); it goes back; it is back. One after the other. */
export function moveCertificate(
  r: Release,
  by: By,
  step: CustodyStep,
  now: Instant,
  tracking?: string,
): Outcome<Release> {
  const may = allowed(
    held(r, by),
    inState(r, 'booked', 'in-session', 'decided', 'registry-done', 'certificate-returned'),
  );
  if (!may.ok) return may;
  const { custody } = r;
  if (custody === undefined) return refused('wrong-state', 'say first how the certificate comes and goes back');
  const wrong = outOfOrder(r, custody, step, tracking);
  if (wrong !== undefined) return refused('wrong-state', wrong);
  const moved: Custody = {
    ...custody,
    ...(step === 'collected' ? { collectedAt: now } : {}),
    ...(step === 'annotated' ? { annotatedAt: now } : {}),
    ...(step === 'sent' ? { sentAt: now, ...(tracking === undefined ? {} : { tracking }) } : {}),
    ...(step === 'returned' ? { returnedAt: now } : {}),
  };
  const next = noted({ ...r, custody: moved }, happened(`certificate-${step}`, by, now));
  return done(
    step === 'returned' && r.state.name === 'registry-done'
      ? { ...next, state: { name: 'certificate-returned', at: now } }
      : next,
  );
}

function outOfOrder(r: Release, custody: Custody, step: CustodyStep, tracking: string | undefined): string | undefined {
  switch (step) {
    case 'collected':
      return custody.collectedAt === undefined ? undefined : 'it is here already';
    case 'annotated':
      if (r.registry === undefined) return 'the register comes first';
      return custody.collectedAt === undefined
        ? 'the certificate is not here yet'
        : custody.annotatedAt === undefined
          ? undefined
          : 'it is annotated already';
    case 'sent':
      if (custody.way !== 'mail') return 'this certificate is fetched at the counter';
      if (tracking === undefined) return 'give the number of the parcel';
      return custody.annotatedAt === undefined
        ? 'it has to be annotated first'
        : custody.sentAt === undefined
          ? undefined
          : 'it is on its way already';
    case 'returned':
      if (custody.returnedAt !== undefined) return 'it is back already';
      return (custody.way === 'mail' ? custody.sentAt : custody.annotatedAt) === undefined
        ? 'it has not been given out yet'
        : undefined;
  }
}
