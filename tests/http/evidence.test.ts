import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEvidenceObjects } from '../../handlers/gateways/evidence-store.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { showCopy } from '../../functions/release/evidence-copies.ts';
import { DeliveryId, StaffId, type ReleaseId } from '../../models/ids.ts';
import { DAY, MINUTE, plus } from '../../models/time.ts';
import { verifyPlace } from '../../scripts/verify-evidence.ts';
import { chunkObject } from '../../models/release/evidence-objects.ts';
import { heldReleases, openRelease } from '../release/an-office.ts';
import { chunk, contentOf, hex, joint, MIME, pictureOf, ROOM } from '../release/some-call.ts';
import { closeEvidence } from '../../functions/release/close-evidence.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let [officer, colleague, manager, auditor, elsewhere] = [] as unknown as [Caller, Caller, Caller, Caller, Caller];
let id: ReleaseId;
const TAKE = 'take-0001';

beforeAll(async () => {
  world = await openWorld();
  // Loaded first: each window names the parts it needs, and the last word counts.
  await import('../../handlers/http/evidence.ts');
  wireWith({ heldReleases: () => heldReleases });
  officer = await employ('officer-1', '王一');
  colleague = await employ('officer-2', '李二');
  manager = await employ('manager-1', '赵三', 'manager');
  auditor = await employ('auditor-1', '钱四', 'auditor');
  elsewhere = await employ('manager-9', '孙五', 'manager', 'pingluo');
}, 60_000);
afterAll(() => world.stop());
beforeEach(async () => {
  id = openRelease((await wired()).deps);
  const begun = await post('takes', { take: TAKE, room: ROOM, mime: MIME, delivery: delivery() });
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
});

const post = (what: string, input: object = {}, who = officer): Promise<Answer> =>
  call(`POST /api/releases/{id}/evidence/${what}`, who, { id, ...input });
const shown = async (who = officer) => (await call('GET /api/releases/{id}/evidence', who, { id })).body;
type Address = { url: string; headers: Record<string, string> };
const { kind: _kind, ...one } = chunk(1, { present: ['officer'] });
const pieceOf = (n: number) => {
  const { kind: _, ...piece } = chunk(n, { present: ['officer'] });
  return piece;
};
const announce = async (piece: object = one): Promise<Address> => {
  const answer = await post('chunks', piece);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as Address;
};
const put = async ({ url, headers }: Address, body: Buffer, more: Record<string, string> = {}): Promise<number> =>
  (await fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body: new Uint8Array(body) })).status;
const confirm = (piece: object = one, key = delivery()) => post('chunks/confirm', { ...piece, delivery: key });
const handIn = async (n: number): Promise<Answer> => {
  await put(await announce(pieceOf(n)), contentOf(TAKE, n));
  return confirm(pieceOf(n));
};

test('a piece is announced, put, confirmed, and only then a line; a repeat of each step changes nothing', async () => {
  const address = await announce();
  expect(await put(address, contentOf(TAKE, 1))).toBe(200);
  expect(await put(address, contentOf(TAKE, 1))).toBe(412);
  const key = delivery();
  const first = await confirm(one, key);
  expect(first).toMatchObject({ status: 200, body: { seq: 2, gaps: [] } });
  expect((await confirm(one, key)).body).toEqual(first.body);
  expect(await shown()).toMatchObject({ lines: 2, takes: [{ take: TAKE, chunks: 1 }] });
});

test('a piece that never arrived is no line', async () => {
  await announce();
  expect(await confirm()).toMatchObject({ status: 409, body: { sentence: '这一段还没有传到，正在重传。' } });
  expect(await shown()).toMatchObject({ lines: 1 });
});

test('wrong size, type and hash, a tampered, foreign or expired address are refused by the store', async () => {
  const address = await announce();
  const content = contentOf(TAKE, 1);
  const others = Buffer.alloc(content.length, 'other');
  const sum = (body: Buffer): string => createHash('sha256').update(body).digest('base64');
  expect(await put(address, content.subarray(1))).toBe(403);
  expect(await put(address, Buffer.concat([content, content]))).toBe(403);
  expect(await put(address, content, { 'content-type': 'text/html' })).toBe(403);
  expect(await put(address, others)).toBe(400);
  expect(await put(address, others, { 'x-amz-checksum-sha256': sum(others) })).toBe(403);
  const tampered = (from: RegExp | string, to: string): Address => ({ ...address, url: address.url.replace(from, to) });
  expect(await put(tampered(/X-Amz-Expires=\d+/u, 'X-Amz-Expires=604800'), content)).toBe(403);
  expect(await put(tampered(`${TAKE}-1`, `${TAKE}-2`), content)).toBe(403);
  expect(await put(tampered(id, '01JABCDEFGHJKMNPQRSTVWXYZ9'), content)).toBe(403);
  expect(await put(tampered(/X-Amz-Signature=../u, 'X-Amz-Signature=00'), content)).toBe(403);
  const { 'if-none-match': _once, ...twice } = address.headers;
  expect((await fetch(address.url, { method: 'PUT', headers: twice, body: new Uint8Array(content) })).status).toBe(403);
  expect((await fetch(address.url.split('?')[0] ?? '', { method: 'PUT', body: 'x' })).status).toBe(403);
  const gone = await openEvidenceObjects('evidence', 1).uploadAddress(chunkObject(id, chunk(1)));
  // Its date has whole seconds: after the next one it is over for certain.
  const over = Date.now() + 2_000;
  while (Date.now() < over) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await put(gone, content)).toBe(403);
  expect(await put(address, content)).toBe(200);
});

test('what lies there under another hash, size or type than was announced is no line', async () => {
  await put(await announce(), contentOf(TAKE, 1));
  for (const wrong of [{ sha256: hex('other') }, { bytes: 299 }, { mime: 'video/mp4' }])
    expect(await confirm({ ...one, ...wrong })).toMatchObject({ status: 422 });
  expect(await shown()).toMatchObject({ lines: 1 });
});

test('a later chunk first is a gap, and the earlier one cannot be slipped in behind it', async () => {
  await handIn(1);
  const skipped = await handIn(3);
  expect(skipped).toMatchObject({ status: 200, body: { seqs: [3, 4], gaps: [4] } });
  expect(await handIn(2)).toMatchObject({ status: 409 });
  const now = await shown();
  expect(now['gaps']).toMatchObject([{ seq: 4, party: 'officer', what: 'recording', redo: [] }]);
  expect(now['lights']).toContainEqual({ party: 'officer', light: 'broke', seconds: 5, gaps: [4] });
});

test('an unknown or ended take, another type, times that run backwards are refused', async () => {
  expect((await post('chunks', { ...one, take: 'take-9999' })).status).toBe(404);
  expect((await post('chunks', { ...one, mime: 'video/mp4' })).status).toBe(422);
  expect((await post('chunks', { ...one, mime: 'text/html' })).status).toBe(422);
  expect((await post('chunks', { ...one, bytes: 17 * 1024 * 1024 })).status).toBe(422);
  await put(await announce(), contentOf(TAKE, 1));
  expect((await confirm({ ...one, fromMs: 5_000, toMs: 5_000 })).status).toBe(422);
  expect((await post('takes/end', { take: TAKE, chunks: 0, delivery: delivery() })).status).toBe(200);
  expect((await post('chunks', one)).status).toBe(409);
  expect((await confirm()).status).toBe(409);
});

test('only the officer who holds the release records it, in its session; another office finds nothing', async () => {
  for (const [who, status] of [
    [colleague, 403],
    [manager, 403],
    [elsewhere, 404],
  ] as const) {
    expect((await post('chunks', one, who)).status).toBe(status);
    expect((await post('takes', { take: 'take-0009', room: ROOM, mime: MIME, delivery: delivery() }, who)).status).toBe(
      status,
    );
  }
  expect((await call('GET /api/releases/{id}/evidence', elsewhere, { id })).status).toBe(404);
  expect((await call('GET /api/releases/{id}/evidence/lines', elsewhere, { id })).status).toBe(404);
  const { deps } = await wired();
  id = openRelease(deps, { state: 'booked' });
  expect((await post('takes', { take: 'take-0009', room: ROOM, mime: MIME, delivery: delivery() })).status).toBe(409);
});

test('a picture is filed by its hash; watching it or a recording asks a reason, which is kept', async () => {
  const picture = pictureOf('owner');
  const snap = { of: 'owner', what: 'face', sha256: hex(picture), bytes: picture.length, mime: 'image/jpeg' };
  const address = (await post('snapshots', snap)).body as Address;
  expect(await put(address, picture)).toBe(200);
  const filed = await post('snapshots/confirm', { ...snap, delivery: delivery() });
  expect(filed.status).toBe(200);
  await handIn(1);
  const watch = (who: Caller, what: object) => post('watch', what, who);
  expect((await watch(manager, { take: TAKE })).status).toBe(422);
  expect((await watch(manager, { reason: '复核' })).status).toBe(422);
  expect((await watch(colleague, { take: TAKE, reason: '好奇' })).status).toBe(403);
  expect((await watch(elsewhere, { take: TAKE, reason: '好奇' })).status).toBe(404);
  const seen = await watch(manager, { take: TAKE, reason: '群众来信，复核身份核验' });
  const [piece] = (seen.body as { pieces: { url: string; sha256: string }[] }).pieces;
  const body = Buffer.from(await (await fetch(piece?.url ?? '')).arrayBuffer());
  expect([hex(body), seen.body['pieces']]).toEqual([piece?.sha256, [expect.objectContaining({ n: 1, mime: MIME })]]);
  const face = await watch(auditor, { snapshot: filed.body['seq'] as number, reason: '抽查' });
  expect(face.body['pieces']).toMatchObject([{ sha256: hex(picture) }]);
  const { deps } = await wired();
  const file = await deps.evidenceFiles.find(id);
  expect(file?.history).toMatchObject([
    { what: 'evidence-watched', by: 'manager-1', reason: TAKE },
    { what: 'evidence-watched', by: 'auditor-1', reason: String(filed.body['seq']) },
  ]);
  expect(await deps.evidenceFiles.notes(id)).toMatchObject([{ text: '抽查' }, { text: '群众来信，复核身份核验' }]);
  expect(JSON.stringify(await deps.evidence.head(id)) + JSON.stringify(file)).not.toContain('来信');
});

/** What the platform hands to the background step: the change that asked for a copy. */
async function pack(copy: string): Promise<void> {
  const { handler } = await import('../../handlers/events/evidence-export.ts');
  wireWith({ heldReleases: () => heldReleases });
  const Keys = { pk: { S: `EVIDENCE#${id}` }, sk: { S: `COPY#${copy}` } };
  const answer = await handler({ Records: [{ eventName: 'INSERT', dynamodb: { Keys, SequenceNumber: '1' } }] });
  expect(answer.batchItemFailures).toEqual([]);
}
const copyOf = (who: Caller, copy: string): Promise<Answer> =>
  call('GET /api/releases/{id}/evidence/copies/{copy}', who, { id, copy });

test('a closed record is packed in the background, for a reason, and handed to whoever asked; pressing twice asks once', async () => {
  await handIn(1);
  const copy = delivery();
  const asked = { copy, reason: '法院调取' };
  expect(await post('copies', asked, manager)).toMatchObject({ status: 409 });
  const { deps } = await wired();
  const by = StaffId.parse('officer-1');
  await closeEvidence(deps, { release: id, office: 'yinchuan', decision: { what: 'refused' }, by, shape: joint });
  const answers = await Promise.all([post('copies', asked, auditor), post('copies', asked, auditor)]);
  expect(answers.map(({ status, body }) => [status, body['copy']])).toEqual([
    [200, copy],
    [200, copy],
  ]);
  expect((await copyOf(auditor, copy)).body).toEqual({ state: 'preparing' });
  await Promise.all([pack(copy), pack(copy)]);
  const made = await copyOf(auditor, copy);
  expect(made.body).toMatchObject({ state: 'ready' });
  const zip = await fetch(String(made.body['url']));
  expect(zip.headers.get('content-disposition')).toBe(`attachment; filename="evidence-${id}.zip"`);
  const bytes = Buffer.from(await zip.arrayBuffer());
  expect(bytes.byteLength).toBe(made.body['bytes']);
  const place = join(mkdtempSync(join(tmpdir(), 'bancheng-copy-')), 'copy.zip');
  writeFileSync(place, bytes);
  const keys = await call('GET /integrity/evidence-keys.json', { cookies: [] });
  expect(keys.body).toMatchObject({
    keys: [{ office: 'yinchuan', pem: expect.stringContaining('PUBLIC KEY') as string }],
  });
  const [published] = keys.body['keys'] as { pem: string }[];
  // Nothing of the call was recorded but one chunk: what is there was not changed.
  expect((await verifyPlace(place, published?.pem)).verdict).not.toBe('altered');
  expect(JSON.stringify(keys.body)).not.toMatch(/PRIVATE|wrapped/u);
  for (const who of [manager, elsewhere]) expect((await copyOf(who, copy)).status).toBe(404);
  expect((await post('copies', asked, manager)).status).toBe(404);
  expect((await post('copies', asked, officer)).status).toBe(403);
  const { history } = (await deps.evidenceFiles.find(id)) ?? { history: [] };
  expect(history.filter(({ what }) => what === 'evidence-exported').length).toBeGreaterThanOrEqual(1);
});

test('a copy that nobody packed says so after a quarter of an hour, and one that was is gone after a day', async () => {
  const { deps } = await wired();
  const by = StaffId.parse('officer-1');
  await closeEvidence(deps, { release: id, office: 'yinchuan', decision: { what: 'refused' }, by, shape: joint });
  const copy = delivery();
  await post('copies', { copy, reason: '审计' }, auditor);
  const who = {
    id: StaffId.parse('auditor-1'),
    name: '钱四',
    role: 'auditor',
    office: 'yinchuan',
    session: '',
  } as const;
  const stateAfter = async (ms: number) => {
    const later = { ...deps, now: () => plus(deps.now(), ms) };
    const shownThen = await showCopy(later, who, { id, copy: DeliveryId.parse(copy) }, (place) =>
      Promise.resolve(place),
    );
    return shownThen.ok ? shownThen.value.state : shownThen.refusal.kind;
  };
  expect([await stateAfter(15 * MINUTE), await stateAfter(17 * MINUTE)]).toEqual(['preparing', 'failed']);
  await pack(copy);
  expect([await stateAfter(17 * MINUTE), await stateAfter(DAY)]).toEqual(['ready', 'not-found']);
});

test('two officers’ pages that hand in at once make one chain', async () => {
  await Promise.all([1, 2, 3].map(async (n) => put(await announce(pieceOf(n)), contentOf(TAKE, n))));
  const picture = pictureOf('lender');
  const snap = { of: 'lender', what: 'document', sha256: hex(picture), bytes: picture.length, mime: 'image/jpeg' };
  await put((await post('snapshots', snap)).body as Address, picture);
  const twin = delivery();
  const answers = await Promise.all([
    confirm(pieceOf(1), twin),
    confirm(pieceOf(1), twin),
    post('snapshots/confirm', { ...snap, delivery: delivery() }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers[0].body).toEqual(answers[1].body);
  expect(await shown()).toMatchObject({ lines: 3 });
});
