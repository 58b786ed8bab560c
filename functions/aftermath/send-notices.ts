/** Sends what people are to be told, each notice with one effect however often it is tried; what cannot be sent ends with the operators. */
import {
  claimNotice,
  noticeDropped,
  noticeFailed,
  noticeId,
  noticeSent,
  type Notice,
  type NoticeFault,
} from '../../models/aftermath/notice.ts';
import { templateOf } from '../../models/phrasebook/notice-templates.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import { done, refused } from '../../models/outcome.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';

type Tried = 'sent' | 'dropped' | NoticeFault;

/** So many, eight matters side by side, fit into a sweep even if the carrier takes three seconds for each. */
const AT_ONCE = 96;
const SIDE_BY_SIDE = 8;

type End = Notice['state']['name'] | undefined;

/** Every minute: short messages, what was put off or failed before, what a process that died left lying. Answers how many went out and how many were given up. */
export async function sendDueNotices(deps: Deps): Promise<{ sent: number; failed: number }> {
  const due = await deps.notices.due(deps.now(), AT_ONCE);
  const matters = [...Map.groupBy(due, ({ complaint }) => complaint).values()];
  const ends: End[] = [];
  const crashes: unknown[] = [];
  for (let from = 0; from < matters.length; from += SIDE_BY_SIDE) {
    const done = await Promise.allSettled(matters.slice(from, from + SIDE_BY_SIDE).map((of) => sendInOrder(deps, of)));
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
 * message goes out again under the same id: a carrier that knows ids delivers it once; with one that does not, the person may read
 * the same sentence twice. The other order would risk that they are never told.
 */
export async function sendNotice(deps: Deps, notice: Notice): Promise<Notice['state']['name']> {
  const found = await deps.complaints.find(notice.complaint);
  const tried: Tried = !found.ok
    ? 'dropped'
    : found.value.state.name === 'withdrawn'
      ? 'dropped'
      : notice.channel === 'chat'
        ? await tellInTalk(deps, notice, found.value)
        : await tellByPhone(deps, notice, found.value);
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

/** A line of the assistant's with its buttons; open pages show it at once. */
async function tellInTalk(deps: Deps, notice: Notice, c: Complaint): Promise<Tried> {
  if (notice.conversation === undefined) return 'no-talk';
  // Knows the whole catalogue: loaded with the first line in a talk.
  const { readOwn } = await import('../complaint/find-own.ts');
  const matter = await readOwn(deps, c.id);
  if (!matter.ok) return 'no-talk';
  // The officer's own words stand in the entry that was written with what happened.
  const words = matter.value.entries.find((e) => e.from === 'officer' && e.at === notice.at)?.text;
  const told = await changeConversation(
    deps,
    notice.conversation,
    async (conversation, now) => {
      const turn = await deps.bot.tell(conversation, matter.value, notice.news, now, words);
      // An assistant that stumbled apologises to whoever asked it something; nobody asked here.
      if (turn.effects.some((effect) => effect.do === 'turn-failed'))
        return refused('wrong-state', 'the assistant could not word it');
      return done({
        conversation: { ...conversation, ...turn.change },
        lines: turn.replies.map((content) => ({ from: 'bot', content })),
      });
    },
    { delivery: noticeId(notice) },
  );
  return told.ok ? 'sent' : told.refusal.kind === 'not-found' ? 'no-talk' : 'not-taken';
}

/** The number and the way to the page, nothing that a stranger who sees the screen could learn from. */
async function tellByPhone(deps: Deps, notice: Notice, c: Complaint): Promise<Tried> {
  const phone = c.person.phone ?? c.person.helper?.phone;
  if (phone === undefined) return 'no-phone';
  const sent = await deps.sms.send({
    id: noticeId(notice),
    to: phone,
    template: templateOf(notice.news),
    values: { number: c.number, link: `${deps.origin}/track?number=${c.number}` },
    language: c.language,
  });
  return sent === 'sent' ? 'sent' : 'not-taken';
}
