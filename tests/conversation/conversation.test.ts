import fc from 'fast-check';
import {
  backToBot,
  cancelWaiting,
  citizenSpoke,
  claim,
  close,
  Conversation,
  handOver,
  loseLease,
  officerSpoke,
  openConversation,
  transfer,
} from '../../models/conversation/conversation.ts';
import { ConversationId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { instantOf, type Instant } from '../../models/time.ts';

const id = ConversationId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0');
const liu = StaffId.parse('liu');
const ding = StaffId.parse('ding');
const opened = (): Conversation =>
  openConversation(id, { office: 'yinchuan', channel: 'web', language: 'zh', elder: false }, instantOf(0));
const summary = { need: '换驾照', known: [], open: [] };

type Step = (c: Conversation, now: Instant) => Outcome<Conversation>;
const spoke = (c: Conversation, now: Instant): Outcome<Conversation> => ({ ok: true, value: citizenSpoke(c, now) });
const steps: Record<string, Step> = {
  handOver: (c, now) => handOver(c, { reason: 'asked', kind: 'live', dueAt: now, summary }, now),
  leaveMessage: (c, now) =>
    handOver(c, { reason: 'asked', kind: 'message', dueAt: now, summary, number: 'L-1123-001' }, now),
  cancel: cancelWaiting,
  liuClaims: (c, now) => claim(c, liu, '刘', now),
  dingClaims: (c, now) => claim(c, ding, '丁', now),
  liuSpeaks: (c, now) => officerSpoke(c, liu, now),
  dingSpeaks: (c, now) => officerSpoke(c, ding, now),
  citizenSpeaks: spoke,
  liuTransfers: (c, now) => transfer(c, liu, '不归我管', undefined, now),
  dingReturns: (c, now) => backToBot(c, ding, now),
  liuCloses: (c, now) => close(c, liu, now),
  leaseEnds: loseLease,
};
const path = fc.array(
  fc.record({ step: fc.constantFrom(...Object.keys(steps)), wait: fc.integer({ min: 0, max: 7_200_000 }) }),
  { maxLength: 40 },
);

test('no sequence of steps reaches a record that does not fit its schema', () => {
  fc.assert(
    fc.property(path, (taken) => {
      let c = opened();
      let ms = 0;
      for (const { step, wait } of taken) {
        ms += wait;
        const next = steps[step]?.(c, instantOf(ms));
        if (next?.ok === true) c = next.value;
        expect(Conversation.safeParse(c).success).toBe(true);
      }
    }),
  );
});

test('only the officer who holds a conversation can speak, return or close it', () => {
  fc.assert(
    fc.property(path, (taken) => {
      let c = opened();
      let ms = 0;
      for (const { step, wait } of taken) {
        ms += wait;
        const holder = c.state.name === 'with-officer' ? c.state.by : undefined;
        const next = steps[step]?.(c, instantOf(ms));
        if (next?.ok !== true) continue;
        if (step === 'liuSpeaks' || step === 'liuCloses' || step === 'liuTransfers') expect(holder).toBe(liu);
        if (step === 'dingSpeaks' || step === 'dingReturns') expect(holder).toBe(ding);
        c = next.value;
      }
    }),
  );
});

test('a lease that still runs cannot be lost, and one that ran out goes back to the line as due at once', () => {
  const waiting = handOver(opened(), { reason: 'asked', kind: 'live', dueAt: instantOf(0), summary }, instantOf(0));
  const held = waiting.ok ? claim(waiting.value, liu, '刘', instantOf(0)) : waiting;
  if (!held.ok) throw new Error('cannot be claimed');
  expect(loseLease(held.value, instantOf(179_000))).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
  expect(loseLease(held.value, instantOf(180_000))).toMatchObject({
    ok: true,
    value: { state: { name: 'waiting-for-officer', dueAt: instantOf(180_000) } },
  });
});

test('an officer who has answered keeps the conversation while the citizen is silent, and not when the citizen has spoken', () => {
  const waiting = handOver(opened(), { reason: 'asked', kind: 'live', dueAt: instantOf(0), summary }, instantOf(0));
  const held = waiting.ok ? claim(waiting.value, liu, '刘', instantOf(0)) : waiting;
  const answered = held.ok ? officerSpoke(held.value, liu, instantOf(60_000)) : held;
  if (!answered.ok) throw new Error('cannot answer');
  expect(loseLease(answered.value, instantOf(600_000)).ok).toBe(false);
  const asked = citizenSpoke(answered.value, instantOf(600_000));
  expect(loseLease(asked, instantOf(600_000 + 180_000)).ok).toBe(true);
});
