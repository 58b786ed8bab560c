import fc from 'fast-check';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exportEvidence, type ExportedEvidence } from '../../functions/release/export-evidence.ts';
import { verifyEvidence, type Fault } from '../../functions/release/verify-evidence.ts';
import { zipOf } from '../../handlers/gateways/evidence-zip.ts';
import { canonical, chainedText, sha256 } from '../../models/release/evidence-chain.ts';
import { manifestOf, type Given } from '../../models/release/evidence-manifest.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import { reportText, verifyPlace } from '../../scripts/verify-evidence.ts';
import { openWorld, type World } from '../world.ts';
import { closedCall, evidenceOffice } from './an-office.ts';
import { contentOf, hex, record, RELEASE, wholeCall } from './some-call.ts';
import { folder, type Files } from './some-export.ts';

let world: World;
let exported: ExportedEvidence;
let whole: Files;
let key: string;

const verified = (files: Files, pinned?: string) => verifyEvidence(folder(files), pinned);
const changed = (name: string, content: Buffer | string): Files =>
  new Map(whole).set(name, Buffer.from(content as string));
const without = (name: string): Files => new Map([...whole].filter(([one]) => one !== name));
const textOf = (name: string): string => whole.get(name)?.toString() ?? '';
const rows = (): string[] => textOf('lines.jsonl').trimEnd().split('\n');
const withRows = (lines: readonly string[]): Files => changed('lines.jsonl', lines.map((row) => `${row}\n`).join(''));

beforeAll(async () => {
  world = await openWorld();
  const deps = await evidenceOffice();
  const { id, closed } = await closedCall(deps);
  if (!closed.ok) throw new Error(closed.refusal.detail);
  const made = await exportEvidence(deps, id);
  if (!made.ok) throw new Error(made.refusal.detail);
  exported = made.value;
  whole = new Map();
  for (const { path, open } of exported.files) {
    const parts: Uint8Array[] = [];
    for await (const part of open()) parts.push(part);
    whole.set(path, Buffer.concat(parts));
  }
  key = textOf('public-key.pem');
}, 60_000);
afterAll(() => world.stop());

/** One of each kind of file. */
const kinds = [
  'README.txt',
  'manifest.json',
  'manifest.sig',
  'public-key.pem',
  'lines.jsonl',
  'media/take-0001/3.webm',
  'media/take-0001.webm',
  'snapshots/',
];
const fileOf = (kind: string): string => [...whole.keys()].find((name) => name.startsWith(kind)) ?? kind;
const named = (faults: readonly Fault[], file: string): boolean => faults.some((fault) => fault.file === file);

test('an export that nobody touched is complete, with the key it carries and with the published one', async () => {
  expect(await verified(whole)).toMatchObject({ verdict: 'complete', faults: [], key: { pinned: false } });
  expect(await verified(whole, key)).toMatchObject({
    verdict: 'complete',
    decision: 'approved',
    key: { pinned: true },
  });
});

test('the joined file is the chunks one behind the other', () => {
  const n = [...whole.keys()].filter((name) => name.startsWith('media/take-0001/')).length;
  const pieces = Array.from({ length: n }, (_, i) => contentOf('take-0001', i + 1));
  expect(whole.get('media/take-0001.webm')?.equals(Buffer.concat(pieces))).toBe(true);
});

test('a byte flipped anywhere in any kind of file is found, and the file is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.nat(), fc.integer({ min: 1, max: 255 }), async (kind, at, by) => {
      const file = fileOf(kind);
      const content = Buffer.from(whole.get(file) ?? []);
      content[at % content.length] = (content[at % content.length] ?? 0) ^ by;
      const { verdict, faults } = await verified(changed(file, content), key);
      expect([
        file,
        verdict,
        named(faults, file) || (file === 'manifest.sig' && named(faults, 'manifest.json')),
      ]).toEqual([file, 'altered', true]);
    }),
    { numRuns: 160 },
  );
}, 120_000);

test('each kind of file that is dropped makes it incomplete, and is named', async () => {
  for (const kind of kinds) {
    const file = fileOf(kind);
    const { verdict, faults } = await verified(without(file), key);
    expect([file, verdict, named(faults, file)]).toEqual([file, 'incomplete', true]);
  }
});

/** Every value in a tree, with the way to it. */
function places(node: unknown, way: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [way];
  return Object.entries(node).flatMap(([name, value]) => places(value, [...way, name]));
}
function withChanged<T>(tree: T, way: readonly string[]): T {
  const copy = structuredClone(tree);
  let node = copy as Record<string, unknown>;
  for (const name of way.slice(0, -1)) node = node[name] as Record<string, unknown>;
  const name = way.at(-1) ?? '';
  const value = node[name];
  node[name] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : other(String(value));
  return copy;
}
/** Another value of the same shape where there is one, so that the schema alone does not find it. */
const other = (text: string): string =>
  /^[0-9a-f]{64}$/u.test(text)
    ? text.replace(/^./u, (c) => (c === 'a' ? 'b' : 'a'))
    : text.replace(/.$/u, (c) => (c === 'Z' ? 'Y' : 'Z'));

test('every field of every kind of line is bound: changed, its line is named', async () => {
  const seen = new Set<string>();
  for (const [i, row] of rows().entries()) {
    const line = JSON.parse(row) as EvidenceLine;
    for (const way of places(line)) {
      const kind = `${line.body.kind} ${way.filter((part) => !/^\d+$/u.test(part)).join('.')}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const forged = rows().map((one, at) => (at === i ? canonical(withChanged(line, way)) : one));
      const { verdict, faults } = await verified(withRows(forged), key);
      const named = faults.some(({ file, line: n }) => file === 'lines.jsonl' && [i + 1, i + 2].includes(n ?? 0));
      expect([kind, verdict, named]).toEqual([kind, 'altered', true]);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
}, 120_000);

test('every field of the manifest is bound', async () => {
  const manifest = JSON.parse(textOf('manifest.json')) as object;
  const seen = new Set<string>();
  for (const way of places(manifest)) {
    const kind = way.filter((part) => !/^\d+$/u.test(part)).join('.');
    if (seen.has(kind)) continue;
    seen.add(kind);
    const { verdict, faults } = await verified(changed('manifest.json', canonical(withChanged(manifest, way))), key);
    expect([kind, verdict, named(faults, 'manifest.json')]).toEqual([kind, 'altered', true]);
  }
  expect(seen.size).toBeGreaterThan(50);
}, 120_000);

test('a forger who makes a whole new chain behind a changed line meets the signature', async () => {
  const lines = rows().map((row) => JSON.parse(row) as EvidenceLine);
  let previous = lines[0]?.previous ?? '';
  const forged: string[] = [];
  for (const { hash: _h, previous: _p, ...rest } of lines) {
    const body = rest.body.kind === 'code' ? { ...rest.body, right: !rest.body.right } : rest.body;
    const hash = await sha256(chainedText({ ...rest, body }, previous));
    forged.push(canonical({ ...rest, body, previous, hash }));
    previous = hash;
  }
  const { verdict, faults } = await verified(withRows(forged), key);
  expect(verdict).toBe('altered');
  expect(faults).toContainEqual({ what: 'changed', file: 'lines.jsonl', line: lines.length });
  expect(faults).toContainEqual({ what: 'not-as-manifest', file: 'manifest.json', field: 'codes' });
});

test('lines dropped in the middle or at the end, doubled, moved, cut or added are found where they are', async () => {
  const all = rows();
  const last = all.length;
  const cases: [string, string[], string, number][] = [
    ['dropped', all.filter((_, i) => i !== 9), 'incomplete', 10],
    ['the last dropped', all.slice(0, -1), 'incomplete', last],
    ['the first dropped', all.slice(1), 'incomplete', 1],
    ['doubled', all.flatMap((row, i) => (i === 9 ? [row, row] : [row])), 'altered', 10],
    ['moved', all.map((row, i) => (i === 9 ? (all[10] ?? '') : i === 10 ? (all[9] ?? '') : row)), 'altered', 10],
    ['added', [...all, all[4] ?? ''], 'altered', 5],
  ];
  for (const [what, forged, verdict, line] of cases) {
    const found = await verified(withRows(forged), key);
    expect([
      what,
      found.verdict,
      found.faults.some((fault) => fault.file === 'lines.jsonl' && fault.line === line),
    ]).toEqual([what, verdict, true]);
  }
  const cut = await verified(changed('lines.jsonl', textOf('lines.jsonl').slice(0, -40)), key);
  expect(cut.verdict).toBe('altered');
  expect(cut.faults).toContainEqual({ what: 'missing', file: 'lines.jsonl', line: last });
});

test('chunks swapped, cut, lengthened, taken from another take, or a file slipped in are found', async () => {
  const [one, two] = ['media/take-0001/1.webm', 'media/take-0001/2.webm'];
  const swapped = new Map(whole).set(one, whole.get(two) ?? Buffer.of()).set(two, whole.get(one) ?? Buffer.of());
  const found = await verified(swapped, key);
  expect(found.faults.map(({ what, file }) => [what, file])).toEqual([
    ['changed', one],
    ['changed', two],
  ]);
  const joined = 'media/take-0001.webm';
  const all = whole.get(joined) ?? Buffer.of();
  for (const other of [all.subarray(0, -1), Buffer.concat([all, Buffer.of(1)]), Buffer.of()])
    expect((await verified(changed(joined, other), key)).faults).toMatchObject([{ what: 'joined', file: joined }]);
  expect((await verified(changed(one, (whole.get(one) ?? Buffer.of()).subarray(0, -1)), key)).faults).toMatchObject([
    { what: 'changed', file: one },
  ]);
  expect((await verified(changed('media/take-0001/99.webm', 'x'), key)).faults).toEqual([
    { what: 'extra', file: 'media/take-0001/99.webm' },
  ]);
});

test('who signs a changed manifest with a key of their own is found by the published key', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const manifest = JSON.parse(textOf('manifest.json')) as { key: { sha256: string } };
  const own = canonical({
    ...manifest,
    key: { ...manifest.key, sha256: hex(publicKey.export({ type: 'spki', format: 'der' })) },
  });
  const forged = changed('manifest.json', own)
    .set('manifest.sig', Buffer.from(`${sign(null, Buffer.from(own), privateKey).toString('base64')}\n`))
    .set('public-key.pem', Buffer.from(pem));
  // Within itself it fits: that is why the key has to be compared with the published one, and the report says so.
  const alone = await verified(forged);
  expect(alone).toMatchObject({ verdict: 'complete', key: { pinned: false } });
  expect(reportText(alone, 'zh')).toContain('--public-key');
  const pinned = await verified(forged, key);
  expect(pinned.verdict).toBe('altered');
  expect(named(pinned.faults, 'public-key.pem')).toBe(true);
  const onlyKey = await verified(changed('public-key.pem', pem));
  expect(onlyKey.faults).toContainEqual({ what: 'key', file: 'public-key.pem' });
});

test('an approval over a gap that nobody mended is incomplete, even when the office itself signed it', async () => {
  const deps = await evidenceOffice();
  const lost = wholeCall().filter(({ body }) => body.kind !== 'chunk' || body.n !== 8);
  const { lines } = await record([...lost, { ms: 300_000, body: { kind: 'decision', what: 'approved' } }]);
  const [published] = await deps.evidenceKeys.all('yinchuan');
  const { office, software, rules, readmeSha256, key: id } = JSON.parse(textOf('manifest.json')) as Given;
  const given: Given = { office, software, rules, readmeSha256, key: id, closedAt: lines.at(-1)?.at ?? deps.now() };
  const text = canonical(manifestOf(RELEASE, lines.at(-1)?.hash ?? '', lines, given));
  const forged = withRows(lines.map((line) => canonical(line)))
    .set('manifest.json', Buffer.from(text))
    .set('manifest.sig', Buffer.from(`${await deps.evidenceKeys.sign(published?.id ?? '', text)}\n`));
  const gap = lines.find(({ body }) => body.kind === 'gap')?.seq;
  const { verdict, faults } = await verified(forged, key);
  expect(verdict === 'complete').toBe(false);
  expect(faults).toContainEqual({ what: 'open-gap', file: 'lines.jsonl', line: gap });
});

describe('as files', () => {
  const place = mkdtempSync(join(tmpdir(), 'bancheng-export-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const zip = join(place, 'whole.zip');
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/verify-evidence.ts'), ...args], {
      encoding: 'utf8',
      cwd: root,
    });
    return { status, stdout };
  };
  beforeAll(async () => {
    const { bytes, body } = await zipOf(exported);
    await writeFile(zip, body);
    expect(statSync(zip).size).toBe(bytes);
    for (const [name, content] of whole) {
      const file = join(place, 'whole', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    writeFileSync(join(place, 'key.pem'), key);
  });

  test('folder and archive say the same, offline, in both languages, and the exit code tells', () => {
    const pinned = ['--public-key', join(place, 'key.pem')];
    expect(run(zip, ...pinned)).toMatchObject({ status: 0, stdout: expect.stringContaining('完整') as string });
    expect(run(join(place, 'whole'), ...pinned, '--lang', 'en')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('COMPLETE') as string,
    });
    writeFileSync(join(place, 'whole', 'media/take-0001/2.webm'), 'changed');
    const altered = run(join(place, 'whole'), ...pinned, '--lang', 'en');
    expect(altered.status).toBe(2);
    expect(altered.stdout).toMatch(/ALTERED[\s\S]*media\/take-0001\/2\.webm, line \d+, was changed/u);
    expect(run(join(place, 'nowhere')).status).toBe(64);
  }, 120_000);

  test('an archive flipped in a file’s bytes names the file; cut short, it says that it cannot be read', async () => {
    const bytes = readFileSync(zip);
    const at = bytes.indexOf(contentOf('take-0001', 3).subarray(0, 40));
    const flipped = Buffer.from(bytes);
    flipped[at + 5] = (flipped[at + 5] ?? 0) ^ 1;
    writeFileSync(join(place, 'flipped.zip'), flipped);
    const found = await verifyPlace(join(place, 'flipped.zip'), key);
    expect(found.verdict).toBe('altered');
    expect(named(found.faults, 'media/take-0001/3.webm') || named(found.faults, 'media/take-0001.webm')).toBe(true);
    writeFileSync(join(place, 'cut.zip'), bytes.subarray(0, bytes.length >> 1));
    expect(await verifyPlace(join(place, 'cut.zip'), key)).toMatchObject({
      verdict: 'altered',
      faults: [{ what: 'unreadable', file: 'cut.zip' }],
    });
  });
});
