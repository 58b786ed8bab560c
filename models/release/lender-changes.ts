/** What may be done to a lender's record; each may refuse. */
import type { LenderId, OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { Lender, LenderDetails, LenderHappened } from './lender.ts';
import type { ReturnReason } from './lender-kinds.ts';

const HISTORY = 60;
type Act = { at: Instant; by: StaffId };

const noted = (lender: Lender, happened: LenderHappened): Lender => ({
  ...lender,
  lastAt: happened.at,
  history: [...lender.history.slice(1 - HISTORY), happened],
});
const moved = (lender: Lender, state: Lender['state'], happened: LenderHappened): Lender =>
  noted({ ...lender, state, since: happened.at }, happened);

/** By a member of staff (`by`), or by the lender's own form. */
export function enterLender(
  details: LenderDetails,
  { id, office, at, by }: { id: LenderId; office: OfficeId; at: Instant; by?: StaffId },
): Lender {
  const lender: Lender = {
    ...details,
    id,
    version: 0,
    office,
    state: { name: 'applied' },
    enteredBy: by === undefined ? [] : [by],
    since: at,
    lastAt: at,
    demo: false,
    history: [],
  };
  return noted(lender, by === undefined ? { at, what: 'lender-applied' } : { at, what: 'lender-entered', by });
}

/**
 * New particulars are looked at anew: whatever the record was, it waits for a manager again, except that an approved lender goes on with
 * another person to call. A suspended one stays suspended: it is resumed, not rewritten.
 */
export function changeLender(lender: Lender, details: LenderDetails, { at, by }: Act): Outcome<Lender> {
  if (lender.state.name === 'suspended') return refused('wrong-state', 'a suspended lender is resumed first');
  const happened: LenderHappened = { at, what: 'lender-changed', by };
  const next = { ...lender, ...details };
  if (lender.state.name === 'approved' && samePapers(lender, details)) return done(noted(next, happened));
  const { note: _note, ...bare } = next;
  // What another office looked at stays with it: those who wrote this version may not approve it.
  const enteredBy = [...new Set([...(lender.state.name === 'approved' ? [] : lender.enteredBy), by])].slice(-20);
  const waiting = { ...bare, enteredBy };
  return done(
    lender.state.name === 'applied' ? noted(waiting, happened) : moved(waiting, { name: 'applied' }, happened),
  );
}

const samePapers = (lender: Lender, { name, code, kind, licence, seal }: LenderDetails): boolean =>
  lender.name === name &&
  lender.code === code &&
  lender.kind === kind &&
  lender.licence.join() === licence.join() &&
  lender.seal.join() === seal.join();

/** What an approval still lacks. */
export const missingFor = ({ licence, seal }: Pick<Lender, 'licence' | 'seal'>): ('licence' | 'seal')[] => [
  ...(licence.length === 0 ? (['licence'] as const) : []),
  ...(seal.length === 0 ? (['seal'] as const) : []),
];

export function approveLender(lender: Lender, { at, by }: Act): Outcome<Lender> {
  if (lender.state.name !== 'applied') return refused('wrong-state', `a lender that is ${lender.state.name}`);
  if (lender.enteredBy.includes(by)) return refused('not-allowed', 'whoever entered a lender does not approve it');
  if (missingFor(lender).length > 0) return refused('wrong-state', 'licence and seal have to be there first');
  const { note: _note, ...bare } = lender;
  return done(moved(bare, { name: 'approved', by }, { at, what: 'lender-approved', by }));
}

export function returnLender(
  lender: Lender,
  { reasons, note }: { reasons: readonly ReturnReason[]; note: string },
  { at, by }: Act,
): Outcome<Lender> {
  if (lender.state.name !== 'applied') return refused('wrong-state', `a lender that is ${lender.state.name}`);
  const all = [...new Set(reasons)];
  if (all.length === 0) return refused('bad-input', 'a lender is returned with all reasons');
  if (all.includes('other') && note.trim() === '') return refused('bad-input', 'another reason has to be written');
  const returned = { ...lender, note: note.trim() };
  return done(
    moved(returned, { name: 'returned', by, reasons: all }, { at, what: 'lender-returned', by, reason: all.join() }),
  );
}

/** From the next request on its agents are out. */
export function suspendLender(lender: Lender, note: string, { at, by }: Act): Outcome<Lender> {
  if (lender.state.name !== 'approved') return refused('wrong-state', `a lender that is ${lender.state.name}`);
  const suspended = { ...lender, note: note.trim() };
  return done(moved(suspended, { name: 'suspended', by }, { at, what: 'lender-suspended', by }));
}

export function resumeLender(lender: Lender, { at, by }: Act): Outcome<Lender> {
  if (lender.state.name !== 'suspended') return refused('wrong-state', `a lender that is ${lender.state.name}`);
  const { note: _note, ...bare } = lender;
  return done(moved(bare, { name: 'approved', by }, { at, what: 'lender-resumed', by }));
}

export const revealed = (lender: Lender, { at, by }: Act): Lender =>
  noted(lender, { at, what: 'lender-revealed', by, reason: 'contact' });
export const agentAdded = (lender: Lender, agent: StaffId, { at, by }: Act): Lender =>
  noted(lender, { at, what: 'lender-agent-added', by, reason: agent });
