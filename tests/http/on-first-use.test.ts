/** Heavy parts are loaded when they are first asked. */
import { onFirstUse } from '../../handlers/on-first-use.ts';

type Clerk = { answer(question: string): Promise<string> };
const clerk: Clerk = { answer: (question) => Promise.resolve(`${question}!`) };

test('nothing is loaded before the first question, and then only once', async () => {
  let loads = 0;
  const part = onFirstUse<Clerk>(() => {
    loads += 1;
    return Promise.resolve(clerk);
  });
  expect(loads).toBe(0);
  expect(await Promise.all([part.answer('a'), part.answer('b')])).toEqual(['a!', 'b!']);
  expect(loads).toBe(1);
});

test('after a loading that failed the next question tries again', async () => {
  let loads = 0;
  const part = onFirstUse<Clerk>(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('unreadable')) : Promise.resolve(clerk);
  });
  await expect(part.answer('a')).rejects.toThrow('unreadable');
  expect(await part.answer('a')).toBe('a!');
});

test('awaiting the stand-in itself loads nothing', async () => {
  let loads = 0;
  const part = onFirstUse<Clerk>(() => {
    loads += 1;
    return Promise.resolve(clerk);
  });
  expect(typeof (await Promise.resolve(part)).answer).toBe('function');
  expect(loads).toBe(0);
});
