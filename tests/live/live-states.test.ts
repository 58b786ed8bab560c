import fc from 'fast-check';
import { ConversationId, LiveId, RoomId, StaffId } from '../../models/ids.ts';
import {
  accept,
  answer,
  ask,
  cancel,
  finish,
  invite,
  miss,
  nameHelper,
  rate,
  step,
} from '../../models/live/changes.ts';
import { mayStep, rungAbove, rungBelow, rungs, stepReasons, type Asked, type Rung } from '../../models/live/ladder.ts';
import { isOver, LiveSession, liveRules } from '../../models/live/live-session.ts';
import { isNewer, markOf } from '../../models/live/live-mark.ts';
import type { Outcome } from '../../models/outcome.ts';
import { MINUTE, msOf, plus, type Instant } from '../../models/time.ts';

const ASKED = '2026-11-18T02:20:00.000Z' as Instant;
const liu = { id: StaffId.parse('liu'), name: '刘一航' };
const ding = { id: StaffId.parse('ding'), name: '丁晓雯' };
const officers = [liu, ding] as const;
const room = RoomId.parse('01JCR00M000000000000000001');
const opening = {
  id: LiveId.parse('01JC1VE0000000000000000001'),
  office: 'yinchuan',
  conversation: ConversationId.parse('01JCTA1K000000000000000001'),
  language: 'zh',
  first: false,
} as const;

type Deed =
  | { do: 'answer' | 'cancel-officer' | 'finish'; officer: 0 | 1 }
  | { do: 'accept' | 'cancel-citizen' | 'miss' | 'hang-up' | 'rate' | 'helper' }
  | { do: 'step'; to: Rung; why: (typeof stepReasons)[number]; by: 'citizen' | 'officer' };
const officer = fc.constantFrom(0 as const, 1 as const);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constantFrom('answer' as const, 'cancel-officer' as const, 'finish' as const), officer }),
  fc.record({
    do: fc.constantFrom(
      'accept' as const,
      'cancel-citizen' as const,
      'miss' as const,
      'hang-up' as const,
      'rate' as const,
      'helper' as const,
    ),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      to: fc.constantFrom(...rungs),
      why: fc.constantFrom(...stepReasons),
      by: fc.constantFrom('citizen' as const, 'officer' as const),
    }),
  },
);
const tries = fc.record({
  asked: fc.constantFrom<Asked>('video', 'voice'),
  byOfficer: fc.boolean(),
  deeds: fc.array(fc.record({ deed, after: fc.integer({ min: 0, max: 40 }) }), { maxLength: 14 }),
});

function doIt(s: LiveSession, one: Deed, now: Instant): Outcome<LiveSession> {
  switch (one.do) {
    case 'answer':
      return answer(s, officers[one.officer], room, now);
    case 'accept':
      return accept(s, room, now);
    case 'cancel-officer':
      return cancel(s, 'officer', officers[one.officer].id, now);
    case 'cancel-citizen':
      return cancel(s, 'citizen', undefined, now);
    case 'miss':
      return miss(s, now);
    case 'finish':
      return finish(s, 'solved', officers[one.officer].id, now);
    case 'hang-up':
      return finish(s, 'not-solved', undefined, now);
    case 'rate':
      return rate(s, 'satisfied', now);
    case 'helper':
      return nameHelper(s, { id: 'press-0001', name: '李强' }, now);
    case 'step':
      return step(s, one, now);
  }
}
type Step = { before: LiveSession; one: Deed; after: Outcome<LiveSession>; now: Instant };
function always(check: (step: Step) => void): void {
  fc.assert(
    fc.property(tries, ({ asked, byOfficer, deeds }) => {
      let now = ASKED;
      let s = byOfficer ? invite({ ...opening, asked }, liu, now) : ask({ ...opening, asked }, now);
      for (const { deed: one, after } of deeds) {
        now = plus(now, after * MINUTE);
        const before = s;
        const next = doIt(before, one, now);
        if (next.ok) s = next.value === before ? before : { ...next.value, version: before.version + 1 };
        check({ before, one, after: next.ok ? { ok: true, value: s } : next, now });
      }
    }),
    { numRuns: 120 },
  );
}

test('whatever is done in whatever order, the record stays one that can be filed', () => {
  always(({ after }) => {
    if (after.ok) expect(LiveSession.safeParse(after.value).success).toBe(true);
  });
});

test('what is over never begins again: only a grade may still come, once', () => {
  always(({ before, one, after }) => {
    if (!isOver(before) || !after.ok || after.value === before) return;
    expect(one.do).toBe('rate');
    expect(before.state.name).toBe('ended');
    expect(before.rated).toBeUndefined();
  });
});

test('only who waits is answered, only who was asked accepts, and one officer has it to the end', () => {
  always(({ before, one, after }) => {
    if (!after.ok || after.value === before) return;
    if (one.do === 'answer') expect(before.state.name).toBe('waiting');
    if (one.do === 'accept') expect(before.state.name).toBe('invited');
    if (one.do === 'finish') expect(officers[one.officer].id).toBe(before.officer?.id);
    if (before.officer !== undefined) expect(after.value.officer).toEqual(before.officer);
  });
});

test('each step of the ladder is kept with its time, and a measurement leads one rung at a time and never above the wish', () => {
  always(({ before, one, after, now }) => {
    if (one.do !== 'step' || !after.ok || after.value === before) return;
    expect(before.state.name).toBe('live');
    const { how, steps } = after.value;
    expect(steps.at(-1)).toEqual({ at: now, from: before.how, to: how, why: one.why, by: one.by });
    if (one.why === 'weak') expect(rungBelow(before.how)).toBe(how);
    if (one.why === 'better') expect(rungAbove(before.how, before.asked)).toBe(how);
    if (one.why === 'lost') expect(how).toBe('text');
  });
});

test('who presses the rung to which a measurement led is left there; pressing it again changes nothing', () => {
  const happened = (outcome: Outcome<LiveSession>): LiveSession => {
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    return outcome.value;
  };
  const live = happened(answer(ask({ ...opening, asked: 'video' }, ASKED), liu, room, ASKED));
  const weak = happened(step(live, { to: 'voice', why: 'weak', by: 'citizen' }, ASKED));
  const pressed = { to: 'voice', why: 'wish', by: 'officer' } as const;
  const kept = happened(step(weak, pressed, ASKED));
  expect(kept.steps.at(-1)).toEqual({ at: ASKED, from: 'voice', ...pressed });
  expect(happened(step(kept, pressed, ASKED))).toBe(kept);
  expect(happened(step(weak, { ...pressed, why: 'weak' }, ASKED))).toBe(weak);
  expect(happened(step(live, { ...pressed, to: 'video' }, ASKED))).toBe(live);
});

test('nobody is missed before the time that was promised', () => {
  always(({ before, one, after, now }) => {
    if (one.do !== 'miss' || !after.ok) return;
    const waited = msOf(now) - msOf(before.askedAt);
    expect(waited).toBeGreaterThanOrEqual(before.state.name === 'waiting' ? liveRules.waitMs : liveRules.inviteMs);
  });
});

test.each([
  ['video', 'photos', 'weak'],
  ['text', 'voice', 'better'],
  ['voice', 'video', 'better'],
  ['photos', 'voice', 'lost'],
] as const)('from %s to %s because it is %s is refused for somebody who asked for voice', (from, to, why) => {
  expect(mayStep(from, to, why, 'voice').ok).toBe(false);
});

test('an older mark of a guidance never takes the place of a newer one in the talk', () => {
  const first = markOf({ ...ask({ ...opening, asked: 'video' }, ASKED), version: 3 });
  expect(isNewer({ ...first, version: 2 }, first)).toBe(false);
  expect(isNewer({ ...first, version: 4 }, first)).toBe(true);
  expect(isNewer({ ...first, id: LiveId.parse('01JC1VE0000000000000000002'), version: 1 }, first)).toBe(true);
});
