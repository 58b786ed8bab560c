/** What helps an officer answer: ready replies of the office, and who the colleagues are. */
import type { Officer } from '../../models/access/staff.ts';
import {
  asShipped,
  repliesOf,
  shippedReply,
  type OfficeReplies,
  type ShownReply,
} from '../../models/conversation/canned-replies.ts';
import type { CannedReply } from '../../models/conversation/requests.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function cannedReplies(deps: Deps, by: Officer): Promise<Outcome<OfficeReplies>> {
  return done(repliesOf(await deps.canned.of(by.office)));
}

/** Saved in its shipped words, a reply is a shipped one again: that is how a removed or changed one comes back. */
export async function saveCannedReply(
  deps: Deps,
  by: Officer,
  reply: CannedReply,
): Promise<Outcome<{ reply: ShownReply }>> {
  const shipped = asShipped(reply);
  await (shipped ? deps.canned.forget(by.office, reply.code) : deps.canned.save(by.office, reply));
  const origin = shipped ? 'shipped' : shippedReply(reply.code) === undefined ? 'own' : 'changed';
  return done({ reply: { ...reply, origin } });
}

/** A shipped reply stays removed for this office, through every update. */
export async function removeCannedReply(deps: Deps, by: Officer, code: string): Promise<Outcome<void>> {
  await (shippedReply(code) === undefined
    ? deps.canned.forget(by.office, code)
    : deps.canned.doWithout(by.office, code));
  return done(undefined);
}

export async function listColleagues(
  deps: Deps,
  by: Officer,
): Promise<Outcome<{ colleagues: { id: string; name: string; role: string }[] }>> {
  const staff = await deps.staff.ofOffice(by.office);
  return done({
    colleagues: staff
      .filter(({ active, role, id }) => active && id !== by.id && (role === 'officer' || role === 'manager'))
      .map(({ id, name, role }) => ({ id, name, role })),
  });
}
