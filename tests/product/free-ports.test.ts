import { freePort } from '../../scripts/local/free-ports.ts';

test('a port that was given is not given again, though nobody listens there yet', async () => {
  const eight = { from: 11_000, to: 11_008 };
  const given = await Promise.all(Array.from({ length: 8 }, () => freePort(eight)));
  expect(given.sort()).toEqual(Array.from({ length: 8 }, (_, n) => eight.from + n));
});
