/** Invented talks of the last three weeks, so that the guidance figures and the radio script have something to count from the first start. */
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { Deps } from '../../functions/deps.ts';
import {
  claim,
  close,
  handOver,
  noted,
  officerSpoke,
  openConversation,
  type Conversation,
} from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import { ConversationId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { addDays, at, dayOf, instantOf, MINUTE, plus, type Instant } from '../../models/time.ts';

/** What was asked about, in which words, and how it ended: by the assistant, with an officer, not solved. */
const kinds = [
  ['mortgage-release', '车贷还清了，怎么解押', 'solved'],
  ['mortgage-release', '银行说能视频解押，要准备什么', 'officer'],
  ['licence-replace-lost', '驾驶证丢了怎么补', 'solved'],
  ['mortgage-release', '解除抵押要车主本人去吗', 'unsolved'],
  ['licence-renew-expiry', '驾照快到期了，能提前换吗', 'quiet'],
  ['vehicle-transfer-registration', '二手车过户要带什么', 'quiet'],
  ['licence-replace-lost', '补驾驶证多少钱', 'low'],
  ['mortgage-release', '解押几天能办好', 'quiet'],
  ['vehicle-transfer-registration', '过户车要开过去吗', 'officer'],
  ['licence-replace-lost', '驾驶证丢了还能开车吗', 'quiet'],
] as const;
type Ending = (typeof kinds)[number][2];
const ROUNDS = 5;
const officer = { id: StaffId.parse('liu'), name: '刘一航' };

/** Once: a second start finds them. `ahead`: how far the product's clock is ahead of this machine's. */
export async function seedTalks(table: string, ahead: number): Promise<void> {
  const { deps } = await join({ keeper: keeperFromEnvironment(), now: () => Date.now() + ahead }, table);
  const today = dayOf(deps.now());
  for (let n = 0; n < kinds.length * ROUNDS; n++) {
    const [topic, words, ending] = kinds[n % kinds.length] ?? kinds[0];
    const begun = plus(at(addDays(today, -2 - (n % 19)), 9 * 60), (n % 7) * 53 * MINUTE);
    await oneTalk(deps, ConversationId.parse(`01J0DEM0TK${String(n).padStart(16, '0')}`), topic, words, ending, begun);
  }
  // Words that no guide knows, each in as many talks as it takes to be shown, and a few more.
  for (const [word, talks] of [
    ['拖走', 9],
    ['代驾', 6],
  ] as const)
    for (let n = 0; n < talks; n++)
      await deps.unknownWords.count(
        'yinchuan',
        today,
        ConversationId.parse(`01J0DEM0WD${String(n).padStart(16, '0')}`),
        [word],
      );
}

async function oneTalk(
  deps: Deps,
  id: ConversationId,
  topic: string,
  words: string,
  ending: Ending,
  begun: Instant,
): Promise<void> {
  const from = { office: 'yinchuan', channel: 'web', language: 'zh', elder: false } as const;
  const line: Line = { conversation: id, seq: 1, at: begun, from: 'citizen', content: { type: 'text', text: words } };
  let before: Conversation | undefined;
  const save = async (after: Conversation, lines: Line[] = []): Promise<boolean> => {
    if ((await deps.conversations.commit(before, after, lines)) !== 'done') return false;
    const found = await deps.conversations.find(id);
    before = found.ok ? found.value.conversation : undefined;
    return before !== undefined;
  };
  const opened = openConversation(id, from, begun);
  const asked = noted({ ...opened, topic, lastSeq: 1, lastAt: begun }, { at: begun, what: 'asked', reason: topic });
  // It is there from an earlier start.
  if (!(await save(asked, [line]))) return;
  const step = async (minutes: number, to: (c: Conversation, now: Instant) => Outcome<Conversation>): Promise<void> => {
    if (before === undefined) return;
    const now = instantOf(Date.parse(begun) + minutes * MINUTE);
    const changed = to(before, now);
    if (changed.ok) await save({ ...changed.value, lastAt: now });
  };
  const happens = (what: 'solved' | 'unsolved' | 'rated', reason: string) =>
    step(4, (c, now) => ({ ok: true, value: noted(c, { at: now, what, reason }) }));
  if (ending === 'solved') await happens('solved', topic);
  if (ending === 'unsolved') await happens('unsolved', topic);
  if (ending === 'low') await happens('rated', 'dissatisfied');
  if (ending !== 'officer') return;
  const summary = { need: words, service: topic, known: [], open: [] };
  await step(2, (c, now) => handOver(c, { reason: 'asked', kind: 'live', dueAt: now, summary }, now));
  await step(4, (c, now) => claim(c, officer.id, officer.name, now));
  await step(5, (c, now) => officerSpoke(c, officer.id, now));
  await step(14, (c, now) => close(c, officer.id, now));
  await happens('rated', 'very-satisfied');
}
