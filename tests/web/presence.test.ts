import { createPresence } from '../../web/console/state/presence.ts';

const page = { addEventListener: () => undefined, removeEventListener: () => undefined };
const settle = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};
function desk() {
  let at = 1_000;
  const told: boolean[] = [];
  const answers: (() => void)[] = [];
  const presence = createPresence(
    (typing) => {
      told.push(typing);
      return new Promise((done) => answers.push(done));
    },
    () => at,
    20_000,
    page,
  );
  return { presence, told, answer: () => answers.shift()?.(), pass: (ms: number) => (at += ms) };
}

test('a word about writing waits for the one before it, so that it cannot be overtaken', async () => {
  const { presence, told, answer } = desk();
  void presence.show();
  presence.writes();
  expect(told).toEqual([false]);
  answer();
  await settle();
  expect(told).toEqual([false, true]);
  answer();
  await settle();
  expect(told).toEqual([false, true]);
  presence.end();
});

test('who writes on says so again, and not at every key', async () => {
  const { presence, told, answer, pass } = desk();
  for (let key = 0; key < 9; key++) {
    presence.writes();
    answer();
    await settle();
    pass(500);
  }
  expect(told).toEqual([true, true, true]);
  presence.end();
});
