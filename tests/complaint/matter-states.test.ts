import fc from 'fast-check';
import { readFiled } from '../../models/clock/filed-clock.ts';
import { alarmsOf, dueOf } from '../../models/complaint/clocks.ts';
import { Complaint, isOpen, ownerOf, type StateName } from '../../models/complaint/complaint.ts';
import { accept } from '../../models/complaint/changes/decide.ts';
import { conclude } from '../../models/complaint/changes/conclude.ts';
import { callBack, rate, reopen } from '../../models/complaint/changes/finish.ts';
import { claim, seen, takenBy } from '../../models/complaint/changes/hand.ts';
import { askReveal, decideReveal, maySeeWhole } from '../../models/complaint/changes/reveal.ts';
import { ring } from '../../models/complaint/changes/ring.ts';
import { askCitizen, citizenAdded, noteContact } from '../../models/complaint/changes/wait.ts';
import type { By } from '../../models/complaint/changes/by.ts';
import { Answer, Decline } from '../../models/complaint/answer.ts';
import { plus, MINUTE, type Instant } from '../../models/time.ts';
import { decision, FILED, live, managers, no, officers, someMatter, tries, yes } from './some-matter.ts';

const [liu, ding, bai] = officers as [By, By, By];
const [chen] = managers as [By];

/** Which state may follow which; everything else is illegal. */
const may: Record<StateName, StateName[]> = {
  filed: ['accepted', 'working', 'declined', 'withdrawn', 'merged'],
  accepted: ['assigned', 'working', 'declined', 'withdrawn', 'merged'],
  assigned: ['working', 'accepted', 'assigned', 'waiting-for-citizen', 'resolved', 'declined', 'withdrawn', 'merged'],
  working: ['accepted', 'assigned', 'waiting-for-citizen', 'resolved', 'declined', 'withdrawn', 'merged'],
  'waiting-for-citizen': ['working', 'resolved', 'withdrawn', 'merged'],
  resolved: ['confirmed', 'accepted', 'closed'],
  confirmed: ['closed', 'accepted'],
  declined: ['accepted', 'closed'],
  withdrawn: ['closed'],
  merged: ['filed', 'accepted', 'assigned', 'working', 'waiting-for-citizen'],
  closed: ['accepted'],
};

const lives = (check: (run: ReturnType<typeof live>) => void): void => {
  fc.assert(
    fc.property(tries, (list) => {
      check(live(someMatter(), list));
    }),
    { numRuns: 600 },
  );
};

test('no sequence of deeds reaches a state that may not follow, and each state fits the record’s schema', () => {
  lives(({ passed }) => {
    for (const { before, after } of passed) {
      if (before.state.name !== after.state.name) expect(may[before.state.name]).toContain(after.state.name);
      expect(() => Complaint.parse(after)).not.toThrow();
    }
  });
});

test('who may see a number whole is asked and decided without touching anything else of the matter', () => {
  lives(({ passed }) => {
    for (const { name, before, after } of passed) {
      if (name !== 'askReveal' && name !== 'decideReveal') continue;
      const { revealAsks: _was, history: told, ...was } = before;
      const { revealAsks: _is, history: tells, ...is } = after;
      expect(is).toEqual(was);
      expect(tells.slice(0, told.length)).toEqual(told);
      expect(tells).toHaveLength(told.length + 1);
    }
  });
});

test('nobody but the owner, a manager and who has to call back sees a number whole, unless another person granted that field, for half an hour', () => {
  lives(({ matter, passed }) => {
    for (const ask of matter.revealAsks ?? []) {
      expect(ask.decidedBy).not.toBe(ask.by);
      expect(ask.until ?? ask.decidedAt).toBe(
        ask.until === undefined || ask.decidedAt === undefined ? ask.decidedAt : plus(ask.decidedAt, 30 * MINUTE),
      );
    }
    for (const { after, at } of passed)
      for (const by of officers)
        for (const field of ['phone', 'name', 'plate'] as const) {
          const calls = after.rectification?.callBack.stoppedAt === undefined && after.rectification !== undefined;
          const granted = (after.revealAsks ?? []).some(
            (a) => a.by === by.id && a.field === field && a.decidedBy !== undefined && (a.until ?? '') > at,
          );
          const may_ = ownerOf(after)?.id === by.id || (calls && !after.owners.includes(by.id)) || granted;
          expect([by.id, field, maySeeWhole(after, by, field, at)]).toEqual([by.id, field, may_]);
        }
  });
});

test('asks that wait are never pushed out by new ones, and the list stays short', () => {
  let c = someMatter({
    person: { name: '马兰', phone: '13900000017', helper: { name: '马强', relation: '儿子', phone: '13900000018' } },
  });
  const names = Array.from({ length: 12 }, (_, n) => ({ ...liu, id: `o${String(n)}` as By['id'] }));
  let told = '';
  for (const by of names)
    for (const field of ['phone', 'name'] as const) {
      const asked = askReveal(c, by, { id: `${by.id}-${field}`, field }, FILED);
      if (asked.ok) c = asked.value;
      else told = asked.refusal.kind;
    }
  expect([c.revealAsks?.length, told]).toEqual([20, 'too-many']);
  const refusedOne = decideReveal(c, chen, { ask: 'o3-name', grant: false }, FILED);
  if (!refusedOne.ok) throw new Error('not decided');
  const asked = askReveal(refusedOne.value, { ...liu, id: 'late' as By['id'] }, { id: 'late', field: 'helper' }, FILED);
  if (!asked.ok) throw new Error('no room');
  const ids = (asked.value.revealAsks ?? []).map(({ id }) => id);
  expect([ids.length, ids.includes('o3-name'), ids.includes('o0-phone'), ids.includes('late')]).toEqual([
    20,
    false,
    true,
    true,
  ]);
});

test('whoever gets the matter waits for no manager any more', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  const asked = askReveal(mine, ding, { id: 'a', field: 'phone' }, FILED);
  if (!asked.ok) throw new Error('not asked');
  expect(takenBy(asked.value, bai, 'assigned', FILED, 'assigned', chen.id).revealAsks).toHaveLength(1);
  expect(takenBy(asked.value, ding, 'assigned', FILED, 'assigned', chen.id).revealAsks).toEqual([]);
});

test('a matter is never closed or declined without its reasons', () => {
  lives(({ passed }) => {
    for (const { after } of passed) {
      const end = after.state.name === 'closed' ? after.state.how : after.state;
      if ('answer' in end) expect(Answer.safeParse(end.answer).success).toBe(true);
      if ('decline' in end) expect(Decline.safeParse(end.decline).success).toBe(true);
      if (after.state.name === 'closed') expect('answer' in end || 'decline' in end || 'end' in end).toBe(true);
    }
  });
});

test('an answer without rule, reasons or a place to go cannot be written', () => {
  for (const missing of ['basis', 'reasons', 'goTo'] as const) {
    const { [missing]: _left, ...rest } = no as Extract<Answer, { outcome: 'not-possible' }>;
    expect(Answer.safeParse(rest).success).toBe(false);
  }
  expect(Answer.safeParse({ ...no, reasons: [] }).success).toBe(false);
  expect(Answer.safeParse({ ...no, basis: [] }).success).toBe(false);
  expect(Decline.safeParse({ kind: 'refuse', rule: 'x', reasons: ['y'] }).success).toBe(false);
});

test('a no to what can be done needs a report that a second person reads', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  expect(conclude(mine, liu, no, 'rigid-policy', true, FILED)).toMatchObject({ ok: false });
  expect(conclude(mine, liu, no, 'rigid-policy', false, FILED)).toMatchObject({ ok: true });
  const told = conclude(mine, liu, { ...no, report: '查封属实' } as Answer, 'rigid-policy', true, FILED);
  expect(told).toMatchObject({ ok: true, value: { report: { by: 'liu' } } });
});

test('the clock’s steps are taken once each, whenever and however often the sweep comes', () => {
  lives(({ matter }) => {
    let c = matter;
    const steps: string[] = [];
    for (let i = 0, now = matter.lastAt; i < 40; i++, now = plus(now, 3_000 * MINUTE)) {
      for (let again = 0; again < 2; again++) {
        const rang = ring(c, now);
        if (rang === undefined) continue;
        steps.push(...rang.taken.map((t) => t.key));
        c = { ...rang.complaint, lastAt: now };
      }
    }
    expect(steps).toEqual([...new Set(steps)]);
    expect(alarmsOf(c, c.lastAt).filter((a) => a.at <= c.lastAt)).toEqual([]);
  });
});

test('due times never move to earlier, except by a fresh start or a person’s sorting', () => {
  lives(({ passed }) => {
    for (const { name, before, after, at } of passed) {
      if (['reopen', 'checkBack', 'sort', 'accept'].includes(name) || !isOpen(before) || !isOpen(after)) continue;
      expect(
        readFiled(after.office, after.answerBy, at).dueAt >= readFiled(before.office, before.answerBy, at).dueAt,
      ).toBe(true);
    }
  });
});

test('a pause is always ended by what ends the waiting', () => {
  lives(({ passed }) => {
    for (const { after } of passed) {
      const open = after.answerBy.events.reduce(
        (n, e) => n + (e.what === 'pause' ? 1 : e.what === 'resume' ? -1 : 0),
        0,
      );
      if (after.state.name === 'waiting-for-citizen') expect(open).toBe(1);
      else if (isOpen(after)) expect(open).toBe(0);
    }
  });
});

test('each answer’s clock is counted as kept or missed once, never both', () => {
  lives(({ passed }) => {
    const counted = new Map<number, string[]>();
    for (const { before, after } of passed) {
      const fresh = after.history.slice(before.history.length);
      for (const h of fresh) {
        if (h.what === 'answer-missed' || (h.what === 'answered' && h.reason === 'in-time'))
          counted.set(after.cycle, [...(counted.get(after.cycle) ?? []), h.what]);
      }
    }
    for (const marks of counted.values()) expect(marks).toHaveLength(1);
  });
});

test('the first contact is counted as kept or missed once', () => {
  lives(({ passed }) => {
    const counted = new Map<number, string[]>();
    for (const { before, after } of passed)
      for (const h of after.history.slice(before.history.length))
        if (h.what === 'contact-missed' || (h.what === 'first-contact' && h.reason === 'in-time'))
          counted.set(after.cycle, [...(counted.get(after.cycle) ?? []), h.what]);
    for (const marks of counted.values()) expect(marks).toHaveLength(1);
  });
});

test('filed on a Wednesday morning it is due on the next Wednesday at closing, and somebody calls today', () => {
  const c = someMatter();
  expect(readFiled('yinchuan', c.contact, FILED).dueAt).toBe('2026-11-18T09:00:00.000Z');
  expect(readFiled('yinchuan', c.answerBy, FILED).dueAt).toBe('2026-11-25T09:00:00.000Z');
  expect(dueOf(c, FILED)).toBe('2026-11-18T09:00:00.000Z');
});

test('two working days without a deed after the first contact are noted once, again only after another deed, never while the person is waited for', () => {
  const at = (text: string): Instant => `2026-11-${text}:00.000Z` as Instant;
  const silent = (c: Complaint, now: Instant): string[] =>
    (ring(c, now)?.taken ?? []).filter(({ step }) => step === 'fell-silent').map(({ at: when }) => when);
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  expect(silent(mine, at('30T02:00'))).toEqual([]);
  const called = noteContact(mine, liu, true, FILED);
  if (!called.ok) throw new Error('not called');
  // From Wednesday to the end of Friday.
  expect(silent(called.value, at('20T08:59'))).toEqual([]);
  expect(silent(called.value, at('20T09:00'))).toEqual([at('20T09:00')]);
  const noted = ring(called.value, at('20T09:00'))?.complaint;
  if (noted === undefined) throw new Error('not rung');
  expect(silent(noted, at('24T09:00'))).toEqual([]);
  const looked = seen(noted, ding, at('20T09:30')) ?? noted;
  expect(silent(looked, at('24T09:00'))).toEqual([]);
  const asked = askCitizen(noted, liu, 'papers', at('23T02:00'));
  if (!asked.ok) throw new Error('not asked');
  expect(silent(asked.value, at('27T09:00'))).toEqual([]);
  const added = citizenAdded(asked.value, at('23T03:00'));
  if (!added.ok) throw new Error('not added');
  expect(silent(added.value, at('25T09:00'))).toEqual([at('25T09:00')]);
});

test('waiting for papers stops the clock, and the papers start it again', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  const asked = askCitizen(mine, liu, 'papers', '2026-11-19T02:00:00.000Z' as Instant);
  if (!asked.ok) throw new Error('not asked');
  const added = citizenAdded(asked.value, '2026-11-23T02:00:00.000Z' as Instant);
  expect(added).toMatchObject({ ok: true, value: { state: { name: 'working' } } });
  if (!added.ok) return;
  // Thursday 10:00 to Monday 10:00 are two working days.
  expect(readFiled('yinchuan', added.value.answerBy, '2026-11-23T02:00:00.000Z' as Instant).dueAt).toBe(
    '2026-11-27T09:00:00.000Z',
  );
});

test('three owners make it a problem case, one level up', () => {
  const accepted = accept(someMatter(), liu, decision, true, FILED);
  if (!accepted.ok) throw new Error('not accepted');
  let c = accepted.value;
  for (const to of [ding, bai])
    c = takenBy({ ...c, state: { name: 'accepted', at: FILED } }, to, 'assigned', FILED, 'assigned', chen.id);
  expect(c).toMatchObject({ problemCase: true, level: 1, owners: ['liu', 'ding', 'bai'] });
});

test('reopening keeps the number, raises the level and starts fresh clocks', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  const told = conclude(mine, liu, yes, 'legacy-issue', true, '2026-11-19T02:00:00.000Z' as Instant);
  if (!told.ok) throw new Error('not answered');
  const again = reopen(told.value, '2026-11-20T02:00:00.000Z' as Instant);
  expect(again).toMatchObject({
    ok: true,
    value: { number: 'YC-1118-011', level: 1, cycle: 2, state: { name: 'accepted' } },
  });
  if (!again.ok) return;
  expect(readFiled('yinchuan', again.value.answerBy, '2026-11-20T02:00:00.000Z' as Instant).dueAt).toBe(
    '2026-11-27T09:00:00.000Z',
  );
});

test('a low grade is called back by somebody who never had the matter', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  const told = conclude(mine, liu, yes, 'legacy-issue', true, FILED);
  if (!told.ok) throw new Error('not answered');
  const low = rate(told.value, { grade: 'dissatisfied', reasons: ['too-long'] }, false, FILED);
  if (!low.ok) throw new Error('not rated');
  expect(callBack(low.value, liu, true, FILED)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  expect(callBack(low.value, ding, true, FILED)).toMatchObject({ ok: true });
  expect(rate(low.value, { grade: 'very-satisfied', reasons: [] }, false, FILED)).toMatchObject({ ok: false });
});

test('whoever takes a matter that is taken hears by whom', () => {
  const mine = takenBy(someMatter(), liu, 'working', FILED, 'claimed');
  expect(claim(mine, ding, FILED)).toEqual({ ok: false, refusal: { kind: 'wrong-state', detail: 'taken by liu' } });
  expect(ownerOf(mine)).toMatchObject({ id: 'liu' });
});
