/** Sends what people are to be told, each notice with one effect however often it is tried; what cannot be sent ends with the operators. */
import { claimNotice, noticeDropped, noticeFailed, noticeSent, type Notice } from '../../models/aftermath/notice.ts';
import type { Deps } from '../deps.ts';
import { tellerOf } from './tell/tellers.ts';

/** So many, eight records side by side, fit into a sweep even if the carrier takes three seconds for each. */
const AT_ONCE = 96;
const SIDE_BY_SIDE = 8;

type End = Notice['state']['name'] | undefined;

/** Every minute: short messages, what was put off or failed before, what a process that died left lying. Answers how many went out and how many were given up. */
export async function sendDueNotices(deps: Deps): Promise<{ sent: number; failed: number }> {
  const due = await deps.notices.due(deps.now(), AT_ONCE);
  const records = [...Map.groupBy(due, ({ about }) => `${about.kind}#${about.id}`).values()];
  const ends: End[] = [];
  const crashes: unknown[] = [];
  for (let from = 0; from < records.length; from += SIDE_BY_SIDE) {
    const done = await Promise.allSettled(records.slice(from, from + SIDE_BY_SIDE).map((of) => sendInOrder(deps, of)));
    for (const one of done) {
      if (one.status === 'fulfilled') ends.push(...one.value);
      else crashes.push(one.reason);
    }
  }
  // One that crashes keeps nobody else's from going out, and is still a crash.
  if (crashes.length > 0) throw crashes[0];
  return { sent: ends.filter((e) => e === 'sent').length, failed: ends.filter((e) => e === 'failed').length };
}

/** What happened first is told first. */
async function sendInOrder(deps: Deps, notices: readonly Notice[]): Promise<End[]> {
  const ends: End[] = [];
  for (const notice of notices.toSorted((a, b) => a.version - b.version || a.index - b.index))
    ends.push(await sendDue(deps, notice));
  return ends;
}

async function sendDue(deps: Deps, notice: Notice): Promise<End> {
  const claimed = claimNotice(notice, deps.now());
  // Of two sweeps at once one claims it.
  if (!claimed.ok || !(await deps.notices.save(claimed.value))) return undefined;
  if (claimed.value.state.name !== 'sending') return claimed.value.state.name;
  return sendNotice(deps, { ...claimed.value, revision: notice.revision + 1 });
}

/**
 * `notice` is claimed by the caller. Between the sending and the writing down of its end the process may die; the next try comes when the
 * claim has run out and no function can be running any more. In a talk it then finds its delivery mark and changes nothing. A short
 * message that was being handed to the carrier goes out again, under the same id, if it is due or urgent: nobody may be left untold. A
 * courtesy does not; operators find it listed as perhaps sent.
 */
export async function sendNotice(deps: Deps, notice: Notice): Promise<Notice['state']['name']> {
  const tried = await (await tellerOf(notice))(deps);
  const now = deps.now();
  const end =
    tried === 'sent'
      ? noticeSent(notice, now)
      : tried === 'dropped'
        ? noticeDropped(notice, now)
        : noticeFailed(notice, tried, now);
  // Not written: the claim ran out and another try took over; it finds the same effect.
  await deps.notices.save(end);
  return end.state.name;
}
