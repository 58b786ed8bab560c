/** What helps an officer answer: ready replies of the office, and who the colleagues are. */
import type { Officer } from '../../models/access/staff.ts';
import type { CannedReply } from '../../models/conversation/requests.ts';
import { shippedReplies } from '../../models/conversation/shipped-replies.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/** The office's own replies stand before the shipped ones of the same code. */
export async function cannedReplies(deps: Deps, by: Officer): Promise<Outcome<{ replies: CannedReply[] }>> {
  const own = await deps.canned.of(by.office);
  const codes = new Set(own.map((reply) => reply.code));
  return done({
    replies: [...own, ...shippedReplies.filter((reply) => !codes.has(reply.code))].sort((a, b) =>
      a.code.localeCompare(b.code, 'zh-CN'),
    ),
  });
}

export async function saveCannedReply(
  deps: Deps,
  by: Officer,
  reply: CannedReply,
): Promise<Outcome<{ reply: CannedReply }>> {
  await deps.canned.save(by.office, reply);
  return done({ reply });
}

export async function removeCannedReply(deps: Deps, by: Officer, code: string): Promise<Outcome<void>> {
  await deps.canned.remove(by.office, code);
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
