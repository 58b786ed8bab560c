/** Matters and their handling for tests: filed on any day, answered by invented staff, told in a talk. */
import { actOnMatter } from '../functions/complaint/act-on-matter.ts';
import { fileComplaint } from '../functions/complaint/file-complaint.ts';
import { findMatterFor } from '../functions/complaint/open-matter.ts';
import { readOwn } from '../functions/complaint/find-own.ts';
import { changeConversation } from '../functions/conversation/change-conversation.ts';
import type { Deps } from '../functions/deps.ts';
import { keeperFromEnvironment } from '../handlers/gateways/key-keeper.ts';
import { join } from '../handlers/wiring.ts';
import type { Officer } from '../models/access/staff.ts';
import type { MatterNews } from '../models/complaint/news.ts';
import type { FileComplaint, StaffAct } from '../models/complaint/requests.ts';
import type { Receipt } from '../models/complaint/views.ts';
import type { Reply } from '../models/conversation/content.ts';
import { ComplaintId, DeliveryId, StaffId, type ConversationId, type OfficeId } from '../models/ids.ts';
import { done } from '../models/outcome.ts';
import { delivery } from './world.ts';

/** The same office at another hour. */
export async function officeAt(clock: string): Promise<Deps> {
  const ms = Date.parse(clock);
  return (await join({ keeper: keeperFromEnvironment(), now: () => ms }, 'bancheng')).deps;
}

export const officer = (name: string, office: OfficeId, role: 'officer' | 'manager' = 'officer'): Officer =>
  ({ id: StaffId.parse(`staff-${String(name.codePointAt(0))}`), name, office, role }) as unknown as Officer;

export async function fileAt(
  deps: Deps,
  over: Partial<FileComplaint> = {},
  talk?: { conversation: ConversationId; upTo: number },
): Promise<Receipt> {
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'chat',
      language: 'zh',
      matter: { what: '去领检验标志，窗口说查不到检验信息，让回去等。' },
      person: { phone: '13800138000' },
      notify: 'chat',
      attachments: [],
      ...over,
    },
    { phoneConfirmed: true, ...(talk === undefined ? {} : { talk }) },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  return filed.value;
}

/** An officer or manager acts with the newest on screen. */
export async function does(deps: Deps, by: Officer, id: ComplaintId, what: StaffAct): Promise<void> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) throw new Error(found.refusal.detail);
  const acted = await actOnMatter(deps, by, {
    id,
    delivery: DeliveryId.parse(delivery()),
    seen: found.value.version,
    what,
  });
  if (!acted.ok) throw new Error(acted.refusal.detail);
}

export async function answerAt(deps: Deps, by: Officer, id: ComplaintId, text: string): Promise<void> {
  await does(deps, by, id, {
    act: 'answer',
    answer: { outcome: 'done', text, basis: [], goTo: '2号窗口' },
    cause: 'system-fault',
  });
}
export const takeOn = (deps: Deps, by: Officer, id: ComplaintId): Promise<void> =>
  does(deps, by, id, { act: 'accept', problem: 'system-fault', urgency: 'ordinary', take: true });

/** What became of a matter is told in its talk. */
export async function tell(
  deps: Deps,
  conversation: ConversationId,
  id: ComplaintId,
  news: MatterNews,
  words?: string,
): Promise<Reply[]> {
  const own = await readOwn(deps, id);
  if (!own.ok) throw new Error(own.refusal.detail);
  const told = await changeConversation(deps, conversation, async (c, now) => {
    const turn = await deps.bot.tell(c, own.value, news, now, words);
    return done({
      conversation: { ...c, ...turn.change },
      lines: turn.replies.map((content) => ({ from: 'bot' as const, content })),
    });
  });
  if (!told.ok) throw new Error(told.refusal.detail);
  return told.value.lines.map((line) => line.content as Reply);
}
