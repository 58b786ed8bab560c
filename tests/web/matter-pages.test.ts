import { ruleRows } from './matter-samples.ts';
import { gateOf, isOpenGate, answerOf, type AnswerDraft } from '../../web/console/matters/answer-gate.ts';
import { drawRuler, endLabels, placed, widthOf } from '../../web/console/matters/ruler-drawing.ts';
import { rowWindow } from '../../web/console/matters/row-window.ts';
import { stepsOf } from '../../web/console/matters/steps-of.ts';

const empty: AnswerDraft = { outcome: '', cause: '', text: '', basis: [], goTo: '', reasons: '', report: '' };
const around = { canBeDone: true, memos: [], checklist: [] };
const no: AnswerDraft = {
  ...empty,
  outcome: 'not-possible',
  cause: 'missing-material',
  text: '现在还不能办。',
  basis: ['《机动车登记规定》第33条'],
  goTo: '先找办理查封的机关',
  reasons: '车被查封\n还差登记证书',
  report: '查过系统',
};

test('an empty answer shows what lacks and cannot be sent', () => {
  const points = gateOf(empty, around);
  expect(isOpenGate(points)).toBe(false);
  expect(points.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['outcome', 'text', 'cause', 'basis']);
});

test.each(['basis', 'goTo', 'reasons', 'report'] as const)('a no without %s cannot be sent', (name) => {
  expect(isOpenGate(gateOf(no, around))).toBe(true);
  expect(isOpenGate(gateOf({ ...no, [name]: name === 'basis' ? [] : ' ' }, around))).toBe(false);
});

test('a no to what the office does not do needs no report, and carries none', () => {
  const draft = { ...no, report: '' };
  expect(isOpenGate(gateOf(draft, { ...around, canBeDone: false }))).toBe(true);
  expect(answerOf(draft, false)).toMatchObject({ reasons: ['车被查封', '还差登记证书'] });
  expect(answerOf(draft, false)).not.toHaveProperty('report');
});

test('an answer that carries a sentence of a private note cannot be sent', () => {
  const memos = [{ text: '三次退件是三位同事经手，正在核对。' }];
  expect(isOpenGate(gateOf({ ...no, text: '三次退件是三位同事经手， 正在核对。' }, { ...around, memos }))).toBe(false);
  expect(isOpenGate(gateOf(no, { ...around, memos }))).toBe(true);
});

test('a checklist that is not done advises and does not hold the answer back', () => {
  const points = gateOf(no, { ...around, checklist: [{ doneBy: 'liu' }, {}] });
  expect(points.find(({ name }) => name === 'papers')).toMatchObject({ ok: false, advises: true });
  expect(isOpenGate(points)).toBe(true);
});

test('the ruler fills its width, and equal working time is equally wide', () => {
  const now = Date.parse('2026-11-18T02:20:00Z');
  const drawing = drawRuler(ruleRows, 668, now, now);
  const ends = drawing.bars.map(({ x, width }) => x + width);
  expect(Math.max(...ends)).toBeCloseTo(668, 0);
  const pauses = drawing.bars.filter(({ kind }) => kind === 'pause').reduce((sum, { width }) => sum + width, 0);
  const hour = drawing.x(Date.parse('2026-11-12T02:00:00Z')) - drawing.x(Date.parse('2026-11-12T01:00:00Z'));
  expect(pauses / hour).toBeCloseTo(4, 1);
  expect(drawing.bars.filter(({ kind }) => kind === 'off')).toHaveLength(2);
});

test('nothing behind now is filled, and instants never run backwards on the ruler', () => {
  const now = Date.parse('2026-11-12T03:00:00Z');
  const drawing = drawRuler(ruleRows, 500, now, now);
  const filled = drawing.bars.filter(({ kind }) => kind === 'filled');
  expect(Math.max(...filled.map(({ x, width }) => x + width))).toBeCloseTo(drawing.x(now), 3);
  let before = -1;
  for (const { from, to } of ruleRows)
    for (const at of [from, to]) {
      expect(drawing.x(Date.parse(at))).toBeGreaterThanOrEqual(before);
      before = drawing.x(Date.parse(at));
    }
});

test('labels stay inside and apart', () => {
  const kept = placed(
    [
      { x: 0, text: '收到 9:12' },
      { x: 20, text: '停表4时' },
      { x: 290, text: '80% 督办 14:44' },
    ],
    300,
  );
  expect(kept.map(({ text }) => text)).toEqual(['收到 9:12', '80% 督办 14:44']);
  expect(kept[1]).toMatchObject({ anchor: 'end' });
});

test.each([
  [100, 640],
  [600, 640],
  [640, 300],
  [0, 20],
])('now at %d and due at %d are both named, inside and side by side', (nowX, dueX) => {
  const labels = endLabels({ x: nowX, text: '现在 10:20' }, { x: dueX, text: '到期 11月19日 14:00' }, 640);
  expect(labels).toHaveLength(2);
  const spans = labels.map(({ x, text }) => [x, x + widthOf(text)] as const).sort((a, b) => a[0] - b[0]);
  expect(spans[0]?.[0]).toBeGreaterThanOrEqual(0);
  expect(spans[1]?.[1]).toBeLessThanOrEqual(640.001);
  expect(spans[0]?.[1]).toBeLessThan(spans[1]?.[0] ?? 0);
});

test('of ten thousand rows only those in sight are drawn, and the scroll height is that of all', () => {
  const { from, to, above, below, height } = rowWindow(10_000, 45_000, 800);
  expect(to - from).toBeLessThan(40);
  expect(from * height).toBe(above);
  expect(above + (to - from) * height + below).toBe(10_000 * height);
  expect(rowWindow(199, 5_000, 800)).toMatchObject({ some: false, from: 0, to: 199 });
});

const step = (row: object, ...history: [string, string, string?][]) =>
  stepsOf({
    row: { filedAt: '2026-11-11T01:12:00.000Z', ...row } as never,
    history: history.map(([at, what, reason]) => ({ at: `2026-11-${at}:00.000Z`, what, reason })) as never,
  }).map(({ name, status }) => `${name}:${status}`);

test('a matter in work has its steps behind it and the answer before it', () => {
  expect(
    step(
      { state: 'working' },
      ['11T01:12', 'filed'],
      ['11T01:40', 'accepted'],
      ['11T02:05', 'first-contact', 'in-time'],
      ['11T02:20', 'assigned'],
    ),
  ).toEqual([
    'filed:taken',
    'accepted:taken',
    'contact:taken',
    'assigned:taken',
    'working:now',
    'answered:to-come',
    'confirmed:to-come',
    'closed:to-come',
  ]);
});

test('a reopened matter begins its steps anew, and a declined one ends with the decline', () => {
  const reopened = step(
    { state: 'accepted' },
    ['11T01:12', 'filed'],
    ['11T01:40', 'accepted'],
    ['11T02:05', 'first-contact'],
    ['11T02:20', 'claimed'],
    ['12T02:20', 'answered'],
    ['13T02:20', 'reopened'],
  );
  expect(reopened.slice(0, 5)).toEqual([
    'filed:taken',
    'accepted:taken',
    'contact:to-come',
    'assigned:now',
    'working:to-come',
  ]);
  expect(step({ state: 'declined' }, ['11T01:12', 'filed'], ['11T03:00', 'declined'])).toEqual([
    'filed:taken',
    'declined:taken',
    'closed:to-come',
  ]);
});
