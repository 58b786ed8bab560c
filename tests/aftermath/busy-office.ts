/** Some weeks of an office, made up at random: people file, officers and managers act through the real duties, the clock runs. */
import { actOnMatter } from '../../functions/complaint/act-on-matter.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { openMatter } from '../../functions/complaint/open-matter.ts';
import { revealOnMatter } from '../../functions/complaint/reveal-on-matter.ts';
import { ringClocks } from '../../functions/complaint/ring-clocks.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import type { Officer } from '../../models/access/staff.ts';
import { ActOnMatter, ActOnOwn, FileComplaint } from '../../models/complaint/requests.ts';
import { causeCodes, problemKinds, urgencies } from '../../models/complaint/kinds.ts';
import { ownerOf, waitingFor, type Complaint } from '../../models/complaint/complaint.ts';
import {
  claim,
  close,
  handOver,
  noted,
  officerSpoke,
  openConversation,
  type Conversation,
  type Happened,
} from '../../models/conversation/conversation.ts';
import { grades } from '../../models/conversation/rating.ts';
import { services } from '../../models/guidance/catalogue.ts';
import { ComplaintId, ConversationId, StaffId, type OfficeId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { HOUR, instantOf, MINUTE, type Instant } from '../../models/time.ts';
import { delivery } from '../world.ts';

/** mulberry32: small, seeded, good enough to be unfair. */
export function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const crew = (office: OfficeId): Officer[] =>
  (['officer', 'officer', 'officer', 'manager', 'manager'] as const).map((role, i) => ({
    id: StaffId.parse(`${office}-${String(i)}`),
    name: `经办${String(i)}`,
    office,
    role,
    session: 'test',
  }));

export type Clock = { ms: number };
export const wiredAt = (clock: Clock): Promise<Wired> =>
  join({ keeper: keeperFromEnvironment(), now: () => clock.ms }, 'bancheng');
export const officeAt = async (clock: Clock): Promise<Deps> => (await wiredAt(clock)).deps;

const decline = { kind: 'refuse', rule: '《机动车登记规定》第9条', reasons: ['缺原件'], goTo: '到窗口补' };
const answers = [
  { outcome: 'done', text: '办好了', basis: [], goTo: '三号窗口' },
  { outcome: 'explained', text: '这样办', basis: ['第9条'] },
  { outcome: 'handed-on', text: '转了', basis: [], goTo: '税务' },
  { outcome: 'not-possible', text: '不行', basis: ['第9条'], reasons: ['过期'], goTo: '法院', report: '原因写明' },
];

/** What waits for a second person is decided before anything else, most of the time. */
const pendingOf = (c: Complaint): object[] => [
  ...(c.declineAsked === undefined ? [] : [{ act: 'decide-decline', agree: c.id.charCodeAt(20) % 2 === 0 }]),
  ...(c.extension === undefined || c.extension.decidedAt !== undefined
    ? []
    : [{ act: 'decide-extension', approve: c.id.charCodeAt(21) % 3 > 0 }]),
];

export type Run = { filed: ComplaintId[]; tried: number; done: number };

/** Every step is tried; what the rules refuse is simply not done. */
export async function liveThrough(
  deps: Deps,
  clock: Clock,
  office: OfficeId,
  seed: number,
  { matters, steps }: { matters: number; steps: number },
): Promise<Run> {
  const random = chance(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const staff = crew(office);
  const run: Run = { filed: [], tried: 0, done: 0 };

  const file = async (): Promise<void> => {
    const id = ComplaintId.parse(deps.newId());
    const named = random() < 0.8;
    // Few people, so that some report the same thing twice.
    const phone = `138001380${String(Math.floor(random() * 6)).padStart(2, '0')}`;
    const filed = await fileComplaint(
      deps,
      FileComplaint.parse({
        id,
        office,
        channel: any(['chat', 'form', 'counter', 'open311']),
        language: 'zh',
        matter: { title: '办不下来', what: '跑了两趟都没办成' },
        person: {
          ...(named ? { name: '王小明', phone } : {}),
          ...(random() < 0.1 ? { helper: { name: '李四', phone, relation: '儿子' } } : {}),
        },
        problem: named ? any(problemKinds) : any(['system-fault', 'policy-question'] as const),
        notify: named ? any(['sms', 'chat', 'none']) : any(['chat', 'none']),
        ...(random() < 0.7 ? { service: random() < 0.9 ? any(services).id : 'no-such-service' } : {}),
      }),
      { phoneConfirmed: true },
    );
    if (filed.ok) run.filed.push(id);
  };

  const officerActs = (by: Officer): object[] => [
    { act: 'accept', problem: any(problemKinds), urgency: any(urgencies), take: random() < 0.7 },
    { act: 'accept', problem: any(problemKinds), urgency: any(urgencies), take: true, service: any(services).id },
    { act: 'claim' },
    { act: 'contact', how: 'call', reached: random() < 0.7, words: '说了' },
    { act: 'message', text: '您好' },
    { act: 'ask', for: any(waitingFor), text: '请补一张照片' },
    { act: 'resume', reason: '收到了' },
    { act: 'answer', answer: any(answers), cause: any(causeCodes) },
    { act: 'answer', answer: any(answers), cause: any(causeCodes) },
    { act: 'ask-extension', days: 3, reason: '等外地' },
    { act: 'decide-extension', approve: random() < 0.7 },
    { act: 'ask-decline', decline },
    { act: 'decide-decline', agree: random() < 0.6 },
    { act: 'read-report' },
    { act: 'transfer', reason: '不归我' },
    { act: 'call-back', reached: random() < 0.8, words: '听了' },
    { act: 'rectify', text: '改好了' },
    { act: 'raise', reason: '太难' },
    { act: 'supervise', dueAt: instantOf(clock.ms + 5 * HOUR), words: '尽快' },
    { act: 'answer-supervision', words: `${by.name}在办` },
    ...(run.filed.length > 1 ? [{ act: 'merge', into: any(run.filed) }, { act: 'unmerge' }] : []),
  ];
  const citizenActs = (): object[] => [
    { act: 'add', text: '补充' },
    { act: 'press', for: any(['news', 'call', 'higher']) },
    { act: 'confirm' },
    { act: 'reopen' },
    { act: 'rate', grade: any(grades) },
    { act: 'rate', grade: any(grades) },
    { act: 'check-back', holds: random() < 0.5 },
    ...(random() < 0.2 ? [{ act: 'withdraw' }] : []),
  ];

  for (let step = 0; step < steps; step++) {
    clock.ms += Math.floor(random() * 200) * MINUTE;
    if (run.filed.length < matters && random() < 0.4) await file();
    await ringClocks(deps);
    const id = run.filed.length === 0 ? undefined : any(run.filed);
    if (id === undefined) continue;
    run.tried += 1;
    if (random() < 0.3) {
      const what = any(citizenActs());
      const acted = await actOnOwn(deps, id, ActOnOwn.parse({ delivery: delivery(), what }), {
        sameDevice: random() < 0.1,
      });
      if (acted.ok) run.done += 1;
      continue;
    }
    const found = await deps.complaints.find(id);
    const owner = found.ok ? ownerOf(found.value)?.id : undefined;
    const pending = found.ok ? pendingOf(found.value) : [];
    const by =
      (pending.length > 0 ? staff[4] : random() < 0.6 ? staff.find((one) => one.id === owner) : undefined) ??
      any(staff);
    if (random() < 0.2) await openMatter(deps, by, { id });
    if (random() < 0.05) await revealOnMatter(deps, by, { id, field: 'phone', reason: '回电话核实' });
    if (!found.ok) continue;
    for (let tries = 0; tries < 6; tries++) {
      const what = pending[tries] ?? any(officerActs(by));
      const asked = { id, delivery: delivery(), seen: found.value.version + 2, what };
      const acted = await actOnMatter(deps, by, ActOnMatter.parse(asked));
      if (!acted.ok) continue;
      run.done += 1;
      break;
    }
  }
  // Then nobody does anything for some weeks, and what is answered is filed away.
  for (let day = 0; day < 30; day++) {
    clock.ms += 24 * HOUR;
    await ringClocks(deps);
  }
  return run;
}

/** Talks with assistant and officers, made up at random through the record's own changes. */
export async function talkThrough(
  deps: Deps,
  clock: Clock,
  office: OfficeId,
  seed: number,
  talks: number,
): Promise<void> {
  const random = chance(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [staff] = crew(office);
  if (staff === undefined) return;
  for (let n = 0; n < talks; n++) {
    clock.ms += Math.floor(random() * 600) * MINUTE;
    const now = (): Instant => instantOf((clock.ms += Math.floor(random() * 8) * MINUTE));
    const id = ConversationId.parse(deps.newId());
    let before: Conversation | undefined;
    const save = async (after: Conversation): Promise<void> => {
      if ((await deps.conversations.commit(before, after, [])) !== 'done') throw new Error('the talk was not saved');
      const found = await deps.conversations.find(id);
      if (found.ok) before = found.value.conversation;
    };
    const from = { office, channel: any(['web', 'wechat'] as const), language: 'zh', elder: false } as const;
    const topic = any(services).id;
    await save(openConversation(id, from, now()));
    const change = async (to: (c: Conversation, at: Instant) => Conversation): Promise<void> => {
      if (before !== undefined) await save(to(before, now()));
    };
    const happens = (what: Happened['what'], reason?: string) =>
      change((c, at) => noted(c, { at, what, ...(reason === undefined ? {} : { reason }) }));
    const outcome = (to: (c: Conversation, at: Instant) => Outcome<Conversation>) =>
      change((c, at) => {
        const changed = to(c, at);
        return changed.ok ? changed.value : c;
      });
    if (random() < 0.8) await change((c, at) => noted({ ...c, topic }, { at, what: 'asked', reason: topic }));
    if (random() < 0.3) await happens('not-understood');
    if (random() < 0.4) await happens(any(['solved', 'unsolved']), topic);
    if (random() < 0.5) {
      const summary = { need: '', known: [], open: [] };
      await outcome((c, at) => handOver(c, { reason: 'asked', kind: 'live', dueAt: at, summary }, at));
      await outcome((c, at) => claim(c, staff.id, staff.name, at));
      await outcome((c, at) => officerSpoke(c, staff.id, at));
      if (random() < 0.8) await outcome((c, at) => close(c, staff.id, at));
    }
    if (random() < 0.5) await happens('rated', any(grades));
  }
}
