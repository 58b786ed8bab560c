/** In which order files run: what takes long begins first, so that no worker stands idle while the last file runs alone. */
import { statSync } from 'node:fs';

/** What takes longer than its size lets expect, the longest first. */
const long = ['turns-survive', 'survives', 'release-journey', 'oversight', 'room-recording', 'template', 'figures'];
const rank = (path) => {
  const at = long.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return at < 0 ? long.length : at;
};

export default class LongestFirst {
  sort(tests) {
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return tests.toSorted((a, b) => rank(a.path) - rank(b.path) || size.get(b.path) - size.get(a.path));
  }
  /** Nothing is remembered from run to run: a fresh clone runs in the same order. */
  cacheResults() {}
  allFailedTests(tests) {
    return tests;
  }
}
