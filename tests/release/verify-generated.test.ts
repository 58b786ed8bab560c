import fc from 'fast-check';
import { verifyEvidence } from '../../functions/release/verify-evidence.ts';
import {
  arrives,
  begins,
  chunk,
  consents,
  ends,
  everybody,
  hex,
  opens,
  pictureOf,
  record,
  ticks,
  type Event,
} from './some-call.ts';
import { exportOf, folder, newKey, type Files } from './some-export.ts';

const key = newKey();
const picture = pictureOf('owner');

/** Recordings of one to three takes, with losses, pictures, steps and codes wherever they fall, decided or broken off. */
const calls: fc.Arbitrary<Event[]> = fc
  .record({
    takes: fc.array(
      fc.record({ chunks: fc.integer({ min: 0, max: 6 }), lost: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    ),
    extras: fc.array(
      fc.record({
        what: fc.constantFrom('picture', 'step', 'code', 'statement', 'presence', 'challenge'),
        ms: fc.integer({ min: 0, max: 90_000 }),
      }),
      { maxLength: 8 },
    ),
    decision: fc.constantFrom('refused', 'moved-to-counter', 'aborted'),
  })
  .map(({ takes, extras, decision }) => {
    const events: Event[] = consents(-1_000);
    takes.forEach(({ chunks, lost, ended }, i) => {
      const [take, zero] = [`take-000${String(i)}`, i * 40_000];
      events.push(begins(zero, take));
      for (let n = 1; n <= chunks; n++)
        if (n !== lost) events.push(arrives(chunk(n, { take, present: everybody }), zero));
      if (ended) events.push(ends(zero + 36_000, chunks, take));
    });
    for (const { what, ms } of extras) events.push(...extra(what, ms));
    return [...events, { ms: 200_000, body: { kind: 'decision', what: decision } }];
  });

function extra(what: string, ms: number): Event[] {
  const stored = { sha256: hex(picture), bytes: picture.length, mime: 'image/jpeg' };
  if (what === 'picture') return [{ ms, body: { kind: 'snapshot', of: 'owner', what: 'face', ...stored } }];
  if (what === 'step') return [opens(ms, 'identity:owner'), ticks(ms + 3_000, 'identity:owner')];
  if (what === 'code') return [{ ms, body: { kind: 'code', party: 'lender', right: ms % 2 === 0 } }];
  if (what === 'statement') return [{ ms, body: { kind: 'statement', party: 'owner', textSha256: hex(String(ms)) } }];
  if (what === 'challenge') return [{ ms, body: { kind: 'challenge', party: 'owner', wanted: ['nod'] } }];
  return [{ ms, body: { kind: 'presence', party: 'owner', what: 'returned' } }];
}

/** What somebody might do to an export; answers the file in which it must be found. */
type Harm = (files: Files, pick: number) => string | undefined;
const nth = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];
const rowsOf = (files: Files): string[] => (files.get('lines.jsonl')?.toString() ?? '').trimEnd().split('\n');
const put = (files: Files, rows: readonly string[]): string => {
  files.set('lines.jsonl', Buffer.from(rows.map((row) => `${row}\n`).join('')));
  return 'lines.jsonl';
};
const harms: Record<string, Harm> = {
  'a byte flipped': (files, pick) => {
    const [name, content] = nth(
      [...files].filter(([, one]) => one.length > 0),
      pick,
    ) ?? ['', Buffer.of()];
    const copy = Buffer.from(content);
    copy[pick % copy.length] = (copy[pick % copy.length] ?? 0) ^ (1 + (pick % 255));
    files.set(name, copy);
    // A signature that is flipped into another one is found where it is held against the manifest.
    return name === 'manifest.sig' ? 'manifest' : name;
  },
  'a file dropped': (files, pick) => {
    const name = nth([...files.keys()], pick) ?? '';
    files.delete(name);
    return name;
  },
  'a file cut': (files, pick) => {
    const [name, content] = nth(
      [...files].filter(([, one]) => one.length > 1),
      pick,
    ) ?? ['', Buffer.of()];
    files.set(name, content.subarray(0, content.length - 1 - (pick % (content.length - 1))));
    return name === 'manifest.sig' ? 'manifest' : name;
  },
  'a line dropped': (files, pick) =>
    put(
      files,
      rowsOf(files).filter((_, i, all) => i !== pick % all.length),
    ),
  'a line doubled': (files, pick) =>
    put(
      files,
      rowsOf(files).flatMap((row, i, all) => (i === pick % all.length ? [row, row] : [row])),
    ),
  'two lines moved': (files, pick) => {
    const rows = rowsOf(files);
    const at = pick % (rows.length - 1);
    return put(
      files,
      rows.map((row, i) => rows[i === at ? at + 1 : i === at + 1 ? at : i] ?? row),
    );
  },
  'a file added': (files) => {
    files.set('media/more.webm', Buffer.of(1));
    return 'media/more.webm';
  },
  'two pieces swapped': (files, pick) => {
    const pieces = [...files.keys()].filter((name) => /^media\/[^/]+\/\d+\.webm$/u.test(name));
    if (pieces.length < 2) return undefined;
    const [one, two] = [nth(pieces, pick) ?? '', nth(pieces, pick + 1) ?? ''];
    const kept = files.get(one) ?? Buffer.of();
    files.set(one, files.get(two) ?? Buffer.of());
    files.set(two, kept);
    return one;
  },
};

test('of any recording: untouched it is complete, and whatever is done to it is found where it was done', async () => {
  await fc.assert(
    fc.asyncProperty(calls, fc.constantFrom(...Object.keys(harms)), fc.nat(), async (events, harm, pick) => {
      const files = exportOf(await record(events), key);
      expect(await verifyEvidence(folder(files), key.pem)).toMatchObject({ verdict: 'complete', faults: [] });
      const where = harms[harm]?.(files, pick);
      if (where === undefined) return;
      const { verdict, faults } = await verifyEvidence(folder(files), key.pem);
      expect([harm, where, verdict === 'complete']).toEqual([harm, where, false]);
      expect(faults.map(({ file }) => file).some((file) => file.startsWith(where))).toBe(true);
    }),
    { numRuns: 250 },
  );
}, 120_000);
