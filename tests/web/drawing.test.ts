import fc from 'fast-check';
import { drawingLimits, Marks, type At, type Mark } from '../../models/conversation/drawing.ts';
import { drawingInWords } from '../../models/phrasebook/drawing-words.ts';
import { createBoard, drawn, tools } from '../../web/console/drawing/board.ts';
import { cardFrom, fieldsOf } from '../../web/console/steps/card-words.ts';
import { moveCross } from '../../web/drawing/cross.ts';
import { shapesOf } from '../../web/drawing/mark-shapes.ts';
import { drawingIn } from '../../web/citizen/live-drawing.ts';
import { readyCards } from '../../models/guidance/step-cards/office-card.ts';

const size = { width: 390, height: 844 };
const at = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const stroke = fc.array(at, { minLength: 1, maxLength: 400 });

test('whatever is drawn, however fast and long, the office takes it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...tools), stroke), { maxLength: 40 }), (drawings) => {
      const board = createBoard('one');
      for (const [tool, through] of drawings) {
        const mark = drawn(tool, through, '看这里');
        if (mark !== undefined) board.add(mark);
      }
      expect(Marks.safeParse(board.marks.value).success).toBe(true);
      expect(JSON.stringify(board.marks.value).length).toBeLessThan(64_000);
    }),
    { numRuns: 30 },
  );
});

test('undone as often as it was done nothing is left, and done again all of it is there', () => {
  const board = createBoard('two');
  const marks: Mark[] = [
    { kind: 'point', at: [0.1, 0.1] },
    { kind: 'box', from: [0, 0], to: [1, 1] },
  ];
  for (const mark of marks) board.add(mark);
  board.clear();
  for (let i = 0; i < 3; i++) board.undo();
  expect([board.marks.value, board.canUndo.value]).toEqual([[], false]);
  for (let i = 0; i < 2; i++) board.redo();
  expect(board.marks.value).toEqual(marks);
  board.redo();
  expect(board.marks.value).toEqual([]);
});

test('words typed to a number are kept with it, and an emptied number says what it said before', () => {
  const board = createBoard('three');
  board.add({ kind: 'point', at: [0.9, 0.95] });
  board.say(0, '点“我的”');
  expect(drawingInWords(board.marks.value, 'zh', 'officer')).toEqual(['1 点“我的”（右下角）']);
  board.say(0, '  ');
  expect(drawingInWords(board.marks.value, 'zh', 'officer')).toEqual(['1 点这里（右下角）']);
  expect(drawingInWords(board.marks.value, 'en', 'citizen')).toEqual(['1 I am stuck here (bottom right)']);
});

test('a click with a tool that draws between two places draws nothing', () => {
  expect(drawn('arrow', [[0.5, 0.5]], '')).toBeUndefined();
  expect(
    drawn(
      'arrow',
      [
        [0.5, 0.5],
        [0.7, 0.5],
      ] as At[],
      '',
    ),
  ).toMatchObject({ kind: 'arrow' });
  expect(drawn('point', [[0.5, 0.5]], '')).toEqual({ kind: 'point', at: [0.5, 0.5] });
});

test('a pin touches its place from above, and near the upper edge from below; words stay within the picture', () => {
  const [low, high, words] = shapesOf(
    [
      { kind: 'point', at: [0.5, 0.9] },
      { kind: 'point', at: [0.5, 0] },
      { kind: 'text', at: [0.9, 0.5], says: '说'.repeat(drawingLimits.words) },
    ],
    size,
  );
  expect(low?.as === 'pin' && [low.n, low.y < 0.9 * size.height]).toEqual([1, true]);
  expect(high?.as === 'pin' && [high.n, high.y > 0]).toEqual([2, true]);
  expect(words?.as === 'words' && [words.anchor, words.lines.join('')]).toEqual(['end', '说'.repeat(40)]);
});

test('the cross goes where the keys lead it and never leaves the picture', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown')),
      fc.boolean(),
      (keys, fine) => {
        let cross: At = [0.5, 0.5];
        for (const key of keys) cross = moveCross(cross, key, fine) ?? cross;
        expect(cross.every((share) => share >= 0 && share <= 1)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
  expect(moveCross([0.5, 0.5], 'a', false)).toBeUndefined();
});

test('an empty or broken live drawing shows nothing', () => {
  const shown = { on: 'a', width: 1, height: 1, marks: [{ kind: 'point', at: [0, 0] }] };
  expect(drawingIn(shown)).toEqual(shown);
  for (const none of [{ ...shown, marks: [] }, { ...shown, marks: 'x' }, { marks: shown.marks }, {}])
    expect(drawingIn(none)).toBeUndefined();
});

test('a shipped card goes into its form and out of it unchanged', () => {
  for (const card of readyCards) expect({ id: card.id, ...cardFrom(fieldsOf(card)) }).toEqual(card);
});
