import fc from 'fast-check';
import { mayStep, rungs, type Asked, type Rung, type StepReason } from '../../models/live/ladder.ts';
import { atStart, nextLook, type Look, type Standing } from '../../web/live/ladder-watch.ts';

const good: Look = { line: true, connected: true, picture: true };
const look: fc.Arbitrary<Look> = fc.record({ line: fc.boolean(), connected: fc.boolean(), picture: fc.boolean() });
const begin = (asked: Asked): Standing => ({ rung: asked, asked });

/** Looks again and again; answers every step that was taken. */
function walk(asked: Asked, looks: readonly Look[], from: Standing = begin(asked)) {
  let course = atStart;
  let at = from;
  const steps: { from: Rung; to: Rung; why: StepReason; look: Look; n: number }[] = [];
  looks.forEach((one, n) => {
    const next = nextLook(course, at, one);
    ({ course } = next);
    if (next.wish === undefined) return;
    steps.push({ from: at.rung, ...next.wish, look: one, n });
    at = { ...at, rung: next.wish.to, why: next.wish.why };
  });
  return { steps, at };
}
const times = (n: number, one: Look): Look[] => Array.from({ length: n }, () => one);

test('whatever is seen, every step it wishes for is one that the record takes', () => {
  fc.assert(
    fc.property(fc.constantFrom<Asked>('video', 'voice'), fc.array(look, { maxLength: 80 }), (asked, looks) => {
      for (const { from, to, why } of walk(asked, looks).steps) expect(mayStep(from, to, why, asked).ok).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('one bad look changes nothing; a weak way leads down rung by rung, a lost one to writing at once', () => {
  expect(walk('video', [{ ...good, picture: false }, good, { ...good, picture: false }, good]).steps).toEqual([]);
  const weak = walk('video', times(30, { line: true, connected: false, picture: false }));
  expect(weak.steps.map(({ to }) => to)).toEqual(['voice', 'photos']);
  const lost = walk('video', times(12, { line: false, connected: false, picture: false }));
  expect(lost.steps.map(({ to, why }) => [to, why])).toEqual([['text', 'lost']]);
});

test('when the way is good again it rises to what was asked for and no further, photos first and soonest', () => {
  const from: Standing = { rung: 'text', asked: 'voice', why: 'lost' };
  const { steps, at } = walk('voice', times(60, good), from);
  expect(steps.map(({ to }) => to)).toEqual(['photos', 'voice']);
  expect(at.rung).toBe('voice');
  expect((steps[0]?.n ?? 99) < 4).toBe(true);
});

test('what somebody wished is not undone by a measurement', () => {
  for (const rung of rungs.filter((one) => one !== 'video'))
    expect(walk('video', times(60, good), { rung, asked: 'video', why: 'wish' }).steps).toEqual([]);
});

test('a way that keeps breaking is trusted later each time', () => {
  const flapping = Array.from({ length: 12 }, () => [
    ...times(30, good),
    ...times(8, { ...good, picture: false }),
  ]).flat();
  const rises = walk('video', flapping).steps.filter(({ why }) => why === 'better');
  const waits = rises.map(({ n }, i) => n - (rises[i - 1]?.n ?? 0));
  expect(rises.length).toBeLessThan(8);
  expect(waits.at(-1) ?? 0).toBeGreaterThan(waits[1] ?? 0);
});
