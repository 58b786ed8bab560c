/** A release and deeds on it, for the tests of its rules. */
import fc from 'fast-check';
import type { By } from '../../models/complaint/changes/by.ts';
import { AttachmentId, BookingId, LenderId, ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import {
  decide,
  moveCertificate,
  chooseCustody,
  register,
  type CustodyStep,
} from '../../models/release/changes/decide.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { cancel, ring } from '../../models/release/changes/end.ts';
import { fileRelease, type Filing } from '../../models/release/changes/file.ts';
import {
  addPhotos,
  book,
  checkPapers,
  claim,
  noteEligibility,
  transfer,
} from '../../models/release/changes/prepare.ts';
import {
  challenge,
  codeTyped,
  compare,
  endRoom,
  openRoom,
  tick,
  untick,
} from '../../models/release/changes/session.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Release } from '../../models/release/release.ts';
import { shapeOf } from '../../models/release/release.ts';
import { requiredCells, type Cell } from '../../models/release/steps.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';

export const FILED = '2026-11-18T02:20:00.000Z' as Instant;
const ulid = (n: number): string => `01J${String(n).padStart(23, '0')}`;
export const photo = (n: number): AttachmentId => AttachmentId.parse(ulid(n));
const by = (id: string, name: string, role: By['role']): By => ({ id: StaffId.parse(id), name, role });
export const liu = by('liu', '刘一航', 'officer');
export const ding = by('ding', '丁晓雯', 'officer');
export const chen = by('chen', '陈科', 'manager');

export const filing = (over: Partial<Filing> = {}): Filing => ({
  office: 'yinchuan',
  channel: 'form',
  language: 'zh',
  basis: 'joint',
  sides: ['owner', 'lender'],
  owner: { name: '李某芳', company: false, phone: '13800138000' },
  lender: { lender: LenderId.parse(ulid(900)), name: '塞上银行' },
  vehicle: { plate: '宁AD00123', vinTail: '042788', certificate: '640000120846', contract: 'SS-2023-0418' },
  certificateWith: 'owner',
  code: 'ACDEFGHJ',
  notify: 'sms',
  papers: [
    { kind: 'owner-identity', photos: [photo(1)] },
    { kind: 'certificate', photos: [photo(2)] },
  ],
  ...over,
});
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
};
export const someRelease = (over: Partial<Filing> = {}): Release =>
  value(fileRelease(ReleaseId.parse(ulid(1)), 'YC-1118-J001', filing(over), FILED));

export const copied = {
  plate: '宁AD00123',
  certificate: '640000120846',
  owner: '李某芳',
  lender: '塞上银行股份有限公司',
  mortgagedOn: '2023-04-18',
};
export const same = {
  plate: 'same',
  certificate: 'same',
  owner: 'same',
  lender: 'accepted',
  mortgagedOn: 'same',
} as const;
const allGood = (r: Release) => r.papers.map(({ kind }) => ({ kind, good: true, defects: [] }));

/** Up to an open session with everything before it in order. */
export function inCall(over: Partial<Filing> = {}): Release {
  let r = value(claim(someRelease(over), liu, FILED));
  r = value(checkPapers(r, liu, allGood(r), FILED));
  r = value(noteEligibility(r, liu, { mortgagedHere: true, seized: false, lenderEnrolled: true, copied }, FILED));
  r = value(takeForLender(r, { id: StaffId.parse('zhou'), name: '周鹏' }, FILED));
  r = value(book(r, BookingId.parse(ulid(50)), r.sides, plus(FILED, 60 * MINUTE), FILED));
  return value(openRoom(r, liu, RoomId.parse(ulid(70)), r.sides, FILED));
}
/** What a tick rests on. */
export function readyFor(r: Release, cell: Cell, now: Instant): Release {
  const [step, party] = cell.split(':') as [string, Side];
  if (step === 'challenge') return value(challenge(r, liu, party, ['nod', 'turn-left', 'say-date'], now));
  if (step === 'code') return value(codeTyped(r, party, true, now));
  if (step === 'certificate') return value(compare(r, liu, same, now));
  return step === 'custody' ? value(chooseCustody(r, liu, 'mail', now)) : r;
}
export function allTicked(r: Release, now: Instant = FILED): Release {
  let next = r;
  for (const cell of requiredCells(shapeOf(r)))
    if (next.ticked.every((one) => one.cell !== cell)) next = value(tick(readyFor(next, cell, now), liu, cell, now));
  return next;
}

export type Deed = { name: string; do: (r: Release, now: Instant) => Outcome<Release> };
const people = fc.constantFrom(liu, ding, chen);
const sides = fc.constantFrom<Side[]>(['owner'], ['lender'], ['owner', 'lender']);
const side = fc.constantFrom<Side>('owner', 'lender');
const named = (name: string, act: Deed['do']): Deed => ({ name, do: act });
const cells = fc.constantFrom(
  ...requiredCells({ basis: 'joint', sides: ['owner', 'lender'], certificateWith: 'owner', ownerByProxy: true }),
);

/** Anything that anybody may try, at any time. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  people.map((p) => named('claim', (r, now) => claim(r, p, now))),
  people.map((p) => named('transfer', (r, now) => transfer(r, p, ding, now))),
  fc.tuple(people, fc.boolean()).map(([p, good]) =>
    named('check', (r, now) =>
      checkPapers(
        r,
        p,
        r.papers.map(({ kind }) => ({ kind, good, defects: good ? [] : ['unreadable'] })),
        now,
      ),
    ),
  ),
  fc
    .tuple(people, fc.boolean(), fc.boolean())
    .map(([p, seized, mortgagedHere]) =>
      named('eligibility', (r, now) =>
        noteEligibility(r, p, { mortgagedHere, seized, lenderEnrolled: true, copied }, now),
      ),
    ),
  fc.constant(named('add', (r, now) => addPhotos(r, 'certificate', [photo(9)], now))),
  fc
    .tuple(sides, fc.nat(3))
    .map(([s, n]) => named('book', (r, now) => book(r, BookingId.parse(ulid(50 + n)), s, plus(now, 60 * MINUTE), now))),
  fc.constant(named('agent', (r, now) => takeForLender(r, { id: StaffId.parse('zhou'), name: '周鹏' }, now))),
  fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([stands, there]) =>
      named('colleague', (r, now) =>
        takeForLender(r, { id: StaffId.parse('lin'), name: '林悦' }, now, { stands, there }),
      ),
    ),
  fc
    .tuple(people, sides, fc.nat(99))
    .map(([p, s, n]) => named('open', (r, now) => openRoom(r, p, RoomId.parse(ulid(100 + n)), s, now))),
  fc
    .tuple(people, fc.constantFrom('done' as const, 'technical' as const))
    .map(([p, how]) => named('end', (r, now) => endRoom(r, p, how, now))),
  fc.tuple(people, cells).map(([p, cell]) => named('tick', (r, now) => tick(r, p, cell, now))),
  fc.tuple(people, cells).map(([p, cell]) =>
    named('tick ready', (r, now) => {
      try {
        return tick(readyFor(r, cell, now), p, cell, now);
      } catch {
        return tick(r, p, cell, now);
      }
    }),
  ),
  fc.tuple(people, cells).map(([p, cell]) => named('untick', (r, now) => untick(r, p, cell, 'gap', now))),
  fc.tuple(people, side).map(([p, s]) => named('challenge', (r, now) => challenge(r, p, s, ['nod'], now))),
  fc.tuple(side, fc.boolean()).map(([s, right]) => named('code', (r, now) => codeTyped(r, s, right, now))),
  fc
    .tuple(people, fc.boolean())
    .map(([p, gap]) => named('approve', (r, now) => decide(r, p, { what: 'approved' }, gap ? ['gap'] : [], now))),
  fc
    .tuple(people, fc.constantFrom('seized' as const, 'documents-invalid' as const))
    .map(([p, ground]) =>
      named('refuse', (r, now) => decide(r, p, { what: 'refused', ground, words: '登记系统显示被查封' }, [], now)),
    ),
  people.map((p) =>
    named('counter', (r, now) =>
      decide(r, p, { what: 'moved-to-counter', why: 'technical', words: '网络不稳' }, [], now),
    ),
  ),
  people.map((p) => named('register', (r, now) => register(r, p, '640120261118000123', now))),
  people.map((p) => named('custody', (r, now) => chooseCustody(r, p, 'mail', now))),
  fc
    .tuple(people, fc.constantFrom<CustodyStep>('collected', 'annotated', 'sent', 'returned'))
    .map(([p, step]) => named('certificate', (r, now) => moveCertificate(r, p, step, now, 'EMS123'))),
  fc
    .constantFrom(undefined, liu, chen)
    .map((p) => named('cancel', (r, now) => cancel(r, p, p === undefined ? 'applicant' : 'no-show', now))),
  fc.constant(named('ring', (r, now): Outcome<Release> => ({ ok: true, value: ring(r, now) ?? r }))),
);

export type Passed = { name: string; before: Release; after: Release; at: Instant };
/** Plays deeds one after the other, minutes to days apart; what was refused changed nothing. */
export function live(
  start: Release,
  deeds: readonly { deed: Deed; minutes: number }[],
): { release: Release; passed: Passed[] } {
  let release = start;
  let now = release.lastAt;
  const passed: Passed[] = [];
  for (const { deed: one, minutes } of deeds) {
    now = plus(now, minutes * MINUTE);
    const after = one.do(release, now);
    if (!after.ok || after.value === release) continue;
    const stamped: Release = { ...after.value, lastAt: now, version: release.version + 1 };
    passed.push({ name: one.name, before: release, after: stamped, at: now });
    release = stamped;
  }
  return { release, passed };
}
export const tries = fc.array(
  fc.record({ deed, minutes: fc.oneof({ weight: 9, arbitrary: fc.nat(90) }, fc.nat(50_000)) }),
  { maxLength: 60 },
);
