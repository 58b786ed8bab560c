import { readdirSync, readFileSync } from 'node:fs';

/** `z` as zod exports it is one object with fifty languages and every converter on it; of a namespace the bundler takes what is named. */
test('of zod, what is deployed and the pages carry only what they name', () => {
  const files = ['handlers', 'functions', 'models', 'web'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|vue)$/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const lines = files.flatMap((file) => {
    const named = /^import (?!type |\* as z )[^;]* from 'zod';$/mu.exec(readFileSync(file, 'utf8'));
    return named === null ? [] : [`${file}: ${named[0]}`];
  });
  expect(files.length).toBeGreaterThan(500);
  expect(lines).toEqual([]);
});
