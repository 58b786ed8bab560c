import { createPublicKey, verify } from 'node:crypto';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { closeEvidence } from '../../functions/release/close-evidence.ts';
import { mendGap } from '../../functions/release/mend-gap.ts';
import type { Deps } from '../../functions/deps.ts';
import { canonical, chainFaults, sha256 } from '../../models/release/evidence-chain.ts';
import { emptyHead } from '../../models/release/evidence-chain.ts';
import { extend } from '../../models/release/evidence-extend.ts';
import { closeFile, newFile } from '../../models/release/evidence-file.ts';
import { Manifest } from '../../models/release/evidence-manifest.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import { instantOf } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';
import { closedCall, delivery, evidenceOffice, openRelease, staff } from './an-office.ts';
import {
  arrives,
  begins,
  chunk,
  consents,
  joint,
  OFFICER,
  opens,
  START,
  ticks,
  wholeCall,
  type Event,
} from './some-call.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld();
  deps = await evidenceOffice();
});
afterAll(() => world.stop());

const joined: EvidenceBody = { kind: 'presence', party: 'owner', what: 'joined' };
const add = (id: Parameters<typeof addEvidence>[1], body: EvidenceBody, key = delivery()) =>
  addEvidence(deps, id, [body], { delivery: key });
async function play(id: Parameters<typeof addEvidence>[1], events: readonly Event[]): Promise<void> {
  for (const { ms, body } of [...events].sort((a, b) => a.ms - b.ms)) {
    const added = await addEvidence({ ...deps, now: () => instantOf(START + ms) }, id, [body], {
      delivery: delivery(),
    });
    if (!added.ok) throw new Error(added.refusal.detail);
  }
}

test('of fifty who write at once each is filed: no hole, no fork, nothing lost', async () => {
  const id = openRelease(deps);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      add(id, { kind: 'challenge', party: 'owner', wanted: [`number ${String(i)}`] }),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const lines = await deps.evidence.lines(id);
  const head = await deps.evidence.head(id);
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(await chainFaults(id, lines)).toEqual([]);
  expect(new Set(lines.map(({ body }) => (body.kind === 'challenge' ? body.wanted[0] : ''))).size).toBe(50);
  expect([head.lastSeq, head.lastHash]).toEqual([50, lines.at(-1)?.hash]);
}, 120_000);

test('the same delivery again gets the same answer and writes nothing, also when both come at once', async () => {
  const id = openRelease(deps);
  const key = delivery();
  const both = await Promise.all([add(id, joined, key), add(id, joined, key)]);
  const again = await add(id, joined, key);
  expect(both[0]).toEqual(both[1]);
  expect(again).toEqual(both[0]);
  expect(await deps.evidence.lines(id)).toHaveLength(1);
});

test('a repeat of what the first delivery made impossible is still recognised', async () => {
  const id = openRelease(deps);
  await play(id, [begins(0)]);
  const key = delivery();
  const first = await add(id, { kind: 'take-end', take: 'take-0001', chunks: 0 }, key);
  expect(await add(id, { kind: 'take-end', take: 'take-0001', chunks: 0 }, key)).toEqual(first);
  expect(await add(id, { kind: 'take-end', take: 'take-0001', chunks: 0 })).toMatchObject({ ok: false });
});

test('a head that somebody else moved, or a number that is taken, is never written over', async () => {
  const id = openRelease(deps);
  const read = await emptyHead(id);
  const made = await extend(read, [joined], { at: deps.now() }, strictness());
  if (!made.ok) throw new Error(made.refusal.detail);
  const { head, lines } = made.value;
  expect(await deps.evidence.append(read, head, lines, delivery())).toBe('added');
  expect(await deps.evidence.append(read, head, lines, delivery())).toBe('stale');
  expect(await deps.evidence.append({ ...read, version: 1 }, head, lines, delivery())).toBe('stale');
  // A stale head is refused even where the number is free: two lines behind one would be a fork.
  const fork = lines.map((line) => ({ ...line, seq: 7 }));
  expect(await deps.evidence.append({ ...read, version: 7 }, head, fork, delivery())).toBe('stale');
  expect(await deps.evidence.lines(id)).toHaveLength(1);
});

test('a decision closes the record with a manifest that the office’s published key proves, and without any name', async () => {
  const { id, closed } = await closedCall(deps, { media: false });
  expect(closed).toMatchObject({ ok: true });
  const signed = await deps.evidence.manifest(id);
  const [key] = await deps.evidenceKeys.all('yinchuan');
  if (signed === undefined || key === undefined) throw new Error('no manifest');
  const isGenuine = verify(
    null,
    Buffer.from(signed.text),
    createPublicKey(key.pem),
    Buffer.from(signed.signature, 'base64'),
  );
  expect(isGenuine).toBe(true);
  const manifest = Manifest.parse(JSON.parse(signed.text));
  const lines = await deps.evidence.lines(id);
  expect(manifest).toMatchObject({ lines: lines.length, headHash: lines.at(-1)?.hash, decision: { what: 'approved' } });
  expect((await deps.evidence.head(id)).closed?.manifestSha256).toBe(await sha256(signed.text));
  expect(canonical(manifest)).toBe(signed.text);
  expect(signed.text).not.toContain('某');
  expect(manifest.people).toMatch(/^sealed\.v1\./u);
});

test('once closed nothing can be added, and closing again says the same', async () => {
  const { id, closed } = await closedCall(deps, { media: false });
  expect(await add(id, joined)).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
  const again = { release: id, office: 'yinchuan' as const, by: OFFICER, shape: joint };
  expect(await closeEvidence(deps, { ...again, decision: { what: 'approved' } })).toEqual(closed);
  expect(await closeEvidence(deps, { ...again, decision: { what: 'refused' } })).toMatchObject({ ok: false });
});

test('of those who write while it is being closed, each is either in the manifest or refused', async () => {
  const id = openRelease(deps);
  await play(id, wholeCall());
  const later = { ...deps, now: () => instantOf(START + 400_000) };
  const close = closeEvidence(later, {
    release: id,
    office: 'yinchuan',
    decision: { what: 'approved' },
    by: OFFICER,
    shape: joint,
  });
  const writers = Array.from({ length: 12 }, () => addEvidence(later, id, [joined], { delivery: delivery() }));
  const [closed, ...added] = await Promise.all([close, ...writers]);
  expect(closed).toMatchObject({ ok: true });
  const lines = await deps.evidence.lines(id);
  const filed = added.filter(({ ok }) => ok).length;
  const manifest = Manifest.parse(JSON.parse((await deps.evidence.manifest(id))?.text ?? '{}'));
  expect(lines.filter(({ body }) => body.kind === 'presence' && body.what === 'joined')).toHaveLength(filed);
  expect(lines.at(-1)?.body.kind).toBe('decision');
  expect([manifest.lines, manifest.headHash]).toEqual([lines.length, lines.at(-1)?.hash]);
  expect(await chainFaults(id, lines)).toEqual([]);
}, 120_000);

test('an approval is refused while anything is missing, and what is missing comes with the refusal', async () => {
  const { id, closed } = await closedCall(deps, {
    media: false,
    events: wholeCall().filter(({ body }) => body.kind !== 'chunk' || body.n !== 8),
  });
  expect(closed).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
  expect(closed.missing?.map(({ what }) => what)).toEqual(expect.arrayContaining(['gap', 'not-recorded']));
  expect((await deps.evidence.head(id)).closed).toBeUndefined();
});

test('a gap is mended by doing its step again, not before; or a second person accepts it for a reason', async () => {
  const id = openRelease(deps);
  const away = chunk(3, { present: ['lender', 'officer'] });
  await play(id, [
    ...consents(-1_000),
    begins(0),
    ...[1, 2].map((n) => arrives(chunk(n))),
    opens(9_000, 'identity:owner'),
    arrives(away),
    arrives(chunk(4)),
    ticks(19_000, 'identity:owner'),
  ]);
  const [gap = 0] = (await deps.evidence.head(id)).openGaps;
  const redo = { id, gap, mend: { how: 'done-again' as const }, delivery: delivery() };
  const officer = staff(OFFICER);
  expect(await mendGap(deps, officer, redo)).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
  await play(id, [
    arrives(chunk(5)),
    opens(25_000, 'identity:owner'),
    arrives(chunk(6)),
    ticks(31_000, 'identity:owner'),
    arrives(chunk(7)),
  ]);
  expect(await mendGap(deps, officer, redo)).toMatchObject({ ok: true });
  expect((await deps.evidence.head(id)).openGaps).toEqual([]);

  await play(id, [arrives(chunk(9))]);
  const [second = 0] = (await deps.evidence.head(id)).openGaps;
  const accept = {
    id,
    gap: second,
    mend: { how: 'accepted' as const, reason: '断网四秒，没有进行步骤' },
    delivery: delivery(),
  };
  for (const who of [officer, staff('officer-2'), staff(OFFICER, 'manager')])
    expect(await mendGap(deps, who, accept)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  expect(await mendGap(deps, staff('manager-1', 'manager', 'pingluo'), accept)).toMatchObject({ ok: false });
  expect(await mendGap(deps, staff('manager-1', 'manager'), accept)).toMatchObject({ ok: true });
  expect(await mendGap(deps, staff('manager-1', 'manager'), accept)).toMatchObject({ ok: true });
  expect((await deps.evidence.head(id)).openGaps).toEqual([]);
  expect(await deps.evidenceFiles.notes(id)).toMatchObject([{ what: 'gap-accepted', text: '断网四秒，没有进行步骤' }]);
  const file = await deps.evidenceFiles.find(id);
  expect(file?.history).toMatchObject([{ what: 'evidence-gap-accepted', by: 'manager-1', reason: String(second) }]);
  expect(JSON.stringify(file)).not.toContain('断网');
});

test('a manifest of five thousand lines fits into its item', async () => {
  const id = openRelease(deps);
  const read = await emptyHead(id);
  const text = JSON.stringify(
    await Promise.all(
      Array.from({ length: 5_000 }, async (_, n) => ({ ...chunk(n + 1), seq: n + 1, sha256: await sha256(String(n)) })),
    ),
  );
  const file = closeFile(newFile(id, 'yinchuan', deps.now()), 'refused', OFFICER, deps.now());
  const manifest = { text, signature: 's', keyId: 'k' };
  expect(
    await deps.evidence.close(
      read,
      { ...read, closed: { at: deps.now(), manifestSha256: read.lastHash } },
      [],
      manifest,
      file,
    ),
  ).toBe('closed');
  expect((await deps.evidence.manifest(id))?.text).toBe(text);
});
