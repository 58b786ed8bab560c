/** Invented matters, and every change that anybody may try on one. */
import fc from 'fast-check';
import type { Answer, Decline } from '../../models/complaint/answer.ts';
import { accept, askDecline, decideDecline, sort } from '../../models/complaint/changes/decide.ts';
import { askExtension, conclude, decideExtension, readReport } from '../../models/complaint/changes/conclude.ts';
import { fileMatter } from '../../models/complaint/changes/file.ts';
import {
  answerCheckBack,
  callBack,
  confirm,
  fileAway,
  rate,
  rectify,
  reopen,
  wishCallBack,
  withdraw,
} from '../../models/complaint/changes/finish.ts';
import { assign, claim, raise, seen, transfer } from '../../models/complaint/changes/hand.ts';
import { answerSupervision, supervise } from '../../models/complaint/changes/merge.ts';
import { askReveal, decideReveal } from '../../models/complaint/changes/reveal.ts';
import { ring } from '../../models/complaint/changes/ring.ts';
import {
  askCitizen,
  citizenAdded,
  citizenPressed,
  noteContact,
  officeWrote,
  resume,
} from '../../models/complaint/changes/wait.ts';
import type { By } from '../../models/complaint/changes/by.ts';
import { REVEAL_ASKS, type Complaint } from '../../models/complaint/complaint.ts';
import { ComplaintId, StaffId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';

export const FILED = '2026-11-18T02:00:00.000Z' as Instant;
export const officers: By[] = ['liu', 'ding', 'bai', 'qi'].map((id) => ({
  id: StaffId.parse(id),
  name: id,
  role: 'officer',
}));
export const managers: By[] = ['chen', 'zhao'].map((id) => ({ id: StaffId.parse(id), name: id, role: 'manager' }));
const [liu, chen] = [officers[0] as By, managers[0] as By];

export const someMatter = (over: Partial<Complaint> = {}): Complaint => ({
  ...fileMatter(
    ComplaintId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0'),
    'YC-1118-011',
    {
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      person: { name: '马兰', phone: '13900000017' },
      matter: { title: '解除抵押办不了', what: '放贷的公司注销了，窗口说办不了。' },
      code: 'ACDEFGHJ',
      notify: 'sms',
      problem: 'not-accepted',
      urgency: 'ordinary',
      attachments: [],
      links: [],
    },
    FILED,
  ),
  ...over,
});

export const decision = { problem: 'not-accepted', urgency: 'ordinary' } as const;
export const yes: Answer = {
  outcome: 'done',
  text: '能办。',
  basis: ['《机动车登记规定》第33条'],
  goTo: '城东大厅3号窗口',
};
export const no: Answer = {
  outcome: 'not-possible',
  text: '现在还不能办。',
  basis: ['《机动车登记规定》第36条'],
  reasons: ['车被依法查封'],
  goTo: '办理查封的机关',
};
export const declined: Decline = {
  kind: 'redirect',
  rule: '《信访工作条例》第22条',
  reasons: ['这件事由别的机关办'],
  goTo: '区住房保障中心',
};

/** One thing that somebody may try, at some time after the last. */
export type Try = { name: string; after: number; run: (c: Complaint, now: Instant) => Outcome<Complaint> };

const by = fc.constantFrom(...officers, ...managers);
const steps: [string, fc.Arbitrary<Try['run']>][] = [
  [
    'accept',
    by.chain((b) =>
      fc.boolean().map(
        (take): Try['run'] =>
          (c, now) =>
            accept(c, b, decision, take, now),
      ),
    ),
  ],
  [
    'sort',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          sort(c, b, { ...decision, urgency: 'complex' }, now),
    ),
  ],
  [
    'askDecline',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          askDecline(c, b, declined, now),
    ),
  ],
  [
    'decideDecline',
    by.chain((b) =>
      fc.boolean().map(
        (ok): Try['run'] =>
          (c, now) =>
            decideDecline(c, b, ok, now),
      ),
    ),
  ],
  [
    'claim',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          claim(c, b, now),
    ),
  ],
  [
    'assign',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          assign(c, chen, { id: b.id, name: b.name }, now),
    ),
  ],
  [
    'transfer',
    fc.tuple(by, fc.option(by, { nil: undefined })).map(
      ([b, to]): Try['run'] =>
        (c, now) =>
          transfer(c, b, to, now),
    ),
  ],
  [
    'raise',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          raise(c, b, now),
    ),
  ],
  [
    'seen',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          done(seen(c, b, now) ?? c),
    ),
  ],
  [
    'contact',
    fc.tuple(by, fc.boolean()).map(
      ([b, ok]): Try['run'] =>
        (c, now) =>
          noteContact(c, b, ok, now),
    ),
  ],
  [
    'wrote',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          officeWrote(c, b, now),
    ),
  ],
  [
    'ask',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          askCitizen(c, b, 'papers', now),
    ),
  ],
  [
    'resume',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          resume(c, now, b),
    ),
  ],
  ['added', fc.constant<Try['run']>((c, now) => citizenAdded(c, now))],
  [
    'pressed',
    fc.constantFrom('news' as const, 'call' as const, 'higher' as const).map(
      (f): Try['run'] =>
        (c, now) =>
          citizenPressed(c, f, now),
    ),
  ],
  [
    'answer',
    fc.tuple(by, fc.constantFrom(yes, no, { ...no, report: '查封属实' }), fc.boolean()).map(
      ([b, a, can]): Try['run'] =>
        (c, now) =>
          conclude(c, b, a, 'legacy-issue', can, now),
    ),
  ],
  [
    'askExtension',
    fc.tuple(by, fc.integer({ min: 1, max: 12 })).map(
      ([b, days]): Try['run'] =>
        (c, now) =>
          askExtension(c, b, days, now),
    ),
  ],
  [
    'decideExtension',
    fc.tuple(by, fc.boolean()).map(
      ([b, ok]): Try['run'] =>
        (c, now) =>
          decideExtension(c, b, ok, now),
    ),
  ],
  [
    'readReport',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          readReport(c, b, now),
    ),
  ],
  [
    'askReveal',
    fc.tuple(by, fc.constantFrom('phone' as const, 'name' as const, 'plate' as const)).map(
      ([b, field]): Try['run'] =>
        (c, now) =>
          askReveal(c, b, { id: `${b.id}-${field}-${String(c.history.length)}`, field }, now),
    ),
  ],
  [
    'decideReveal',
    fc.tuple(by, fc.boolean(), fc.nat(REVEAL_ASKS)).map(
      ([b, grant, nth]): Try['run'] =>
        (c, now) =>
          decideReveal(c, b, { ask: c.revealAsks?.[nth % c.revealAsks.length]?.id ?? 'none', grant }, now),
    ),
  ],
  ['confirm', fc.constant<Try['run']>((c, now) => confirm(c, now))],
  ['reopen', fc.constant<Try['run']>((c, now) => reopen(c, now))],
  [
    'rate',
    fc.constantFrom('very-satisfied' as const, 'fairly-satisfied' as const, 'dissatisfied' as const).map(
      (grade): Try['run'] =>
        (c, now) =>
          rate(c, { grade, reasons: [] }, false, now),
    ),
  ],
  [
    'wish',
    fc.constantFrom('none' as const, 'afternoon' as const).map(
      (w): Try['run'] =>
        (c, now) =>
          wishCallBack(c, w, now),
    ),
  ],
  [
    'callBack',
    fc.tuple(by, fc.boolean()).map(
      ([b, ok]): Try['run'] =>
        (c, now) =>
          callBack(c, b, ok, now),
    ),
  ],
  [
    'rectify',
    by.map(
      (b): Try['run'] =>
        (c, now) =>
          rectify(c, b, now),
    ),
  ],
  ['withdraw', fc.constant<Try['run']>((c, now) => withdraw(c, now))],
  ['fileAway', fc.constant<Try['run']>((c, now) => fileAway(c, now))],
  [
    'checkBack',
    fc.boolean().map(
      (ok): Try['run'] =>
        (c, now) =>
          answerCheckBack(c, ok, now),
    ),
  ],
  ['supervise', fc.constant<Try['run']>((c, now) => supervise(c, chen, plus(now, 600 * MINUTE), now))],
  ['answerSupervision', fc.constant<Try['run']>((c, now) => answerSupervision(c, liu, now))],
  ['ring', fc.constant<Try['run']>((c, now) => done(ring(c, now)?.complaint ?? c))],
];

export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.oneof(
    ...steps.map(([name, run]) =>
      fc.record({ name: fc.constant(name), run, after: fc.integer({ min: 0, max: 2000 }) }),
    ),
  ),
  { minLength: 1, maxLength: 40 },
);

export type Passed = { name: string; before: Complaint; after: Complaint; at: Instant };

/** Runs the tries one after another; what is refused changes nothing. */
export function live(first: Complaint, list: readonly Try[]): { matter: Complaint; passed: Passed[] } {
  let matter = first;
  let now = first.filedAt;
  const passed: Passed[] = [];
  for (const { name, run, after } of list) {
    now = plus(now, after * MINUTE);
    const ruled = run(matter, now);
    if (!ruled.ok) continue;
    passed.push({ name, before: matter, after: ruled.value, at: now });
    matter = { ...ruled.value, lastAt: now };
  }
  return { matter, passed };
}
