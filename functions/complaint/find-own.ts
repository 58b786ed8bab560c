/** A person finds their own matter by number and code, without an account; guessing gets nowhere. */
import { timingSafeEqual } from 'node:crypto';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { FindComplaint } from '../../models/complaint/requests.ts';
import { ownMatter, receiptOf } from '../../models/complaint/showing.ts';
import type { OwnMatter, Receipt } from '../../models/complaint/views.ts';
import type { ComplaintId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const TRIES = 5;
const TRY_WINDOW_SECONDS = 600;
/** A day; numbers can be counted through, so this must not let a stranger lock the owner out: 100 tries of 2³⁸ codes are none. */
const TRIES_PER_NUMBER = 100;
const TRIES_PER_ADDRESS = 30;

/** `address`: where the asking comes from. A wrong code and an unknown number are answered alike. */
export function findOwn(deps: Deps, given: FindComplaint, address: string): Promise<Outcome<ComplaintId>> {
  return findByCode(deps, 'track', given, address, (now) => deps.complaints.byNumber(given.number, now));
}

/** What a number and the code on its receipt open; `what` keeps the tries of different windows apart. */
export async function findByCode<Id>(
  deps: Deps,
  what: string,
  { number, code }: { number: string; code: string },
  address: string,
  byNumber: (now: Instant) => Promise<{ id: Id; code: string } | undefined>,
): Promise<Outcome<Id>> {
  const now = deps.now();
  const ms = msOf(now);
  const counted = [
    [`${what}#${address}#${number}`, TRY_WINDOW_SECONDS],
    [`${what}#${number}`, 86_400],
    [`${what}#${address}`, TRY_WINDOW_SECONDS],
  ] as const;
  const [here = 0, anywhere = 0, fromHere = 0] = await Promise.all(
    counted.map(([of, seconds]) => deps.limits.use(of, seconds, ms)),
  );
  if (here > TRIES || anywhere > TRIES_PER_NUMBER || fromHere > TRIES_PER_ADDRESS)
    return refused('too-many', 'too many tries for this number');
  const found = await byNumber(now);
  const fits = timingSafeEqual(Buffer.from((found?.code ?? '--------').padEnd(8)), Buffer.from(code.padEnd(8)));
  if (found === undefined || !fits)
    return refused('not-found', `number and code do not fit, ${String(Math.max(0, TRIES - here))} tries left`);
  // Only wrong tries count: whoever looks every hour, or shares an address with a whole village, is not shut out.
  await Promise.all(counted.map(([of, seconds]) => deps.limits.giveBack(of, seconds, ms)));
  return done(found.id);
}

export async function readOwn(deps: Deps, id: ComplaintId): Promise<Outcome<OwnMatter>> {
  const [found, entries] = await Promise.all([deps.complaints.find(id), deps.complaints.entries(id)]);
  if (!found.ok) return found;
  return done(await shown(deps, found.value, entries));
}

async function shown(
  deps: Deps,
  c: Complaint,
  entries: Awaited<ReturnType<Deps['complaints']['entries']>>,
): Promise<OwnMatter> {
  const into = c.state.name === 'merged' ? await deps.complaints.find(c.state.into) : undefined;
  return ownMatter(c, entries, deps.now(), into?.ok === true ? into.value.number : undefined);
}

/** For whoever proved that the matter is theirs: the receipt, as often as it is wanted. */
export async function readReceipt(deps: Deps, id: ComplaintId): Promise<Outcome<Receipt>> {
  const found = await deps.complaints.find(id);
  return found.ok ? done(receiptOf(found.value, deps.now())) : found;
}
