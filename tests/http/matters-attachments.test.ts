/** Officers photograph papers for a matter and name colleagues in its notes: seen by those who may, told to those who are meant. */
import { createHash, randomBytes } from 'node:crypto';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { wired } from '../../handlers/wiring.ts';
import type { MatterFile } from '../../models/complaint/views.ts';
import type { Attachment } from '../../models/conversation/attachment.ts';
import { AttachmentId, ComplaintId, StaffId, type OfficeId } from '../../models/ids.ts';
import { employ, hire } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';
import { visitor } from './page-visitor.ts';

let world: World;
let liu: Caller;
let pingluo: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  liu = await employ('liu', '刘一航');
  await hire('ding', '丁雪');
  await hire('ma', '马莉');
  pingluo = await employ('hai', '海小云', 'officer', 'pingluo');
});
afterAll(() => world.stop());

type Filed = { id: ComplaintId; number: string; code: string };
async function taken(): Promise<Filed> {
  const { deps } = await wired();
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '解除抵押的公司注销了，窗口说办不了。' },
      person: { name: '马小兰', phone: '13900000017' },
      service: 'mortgage-release',
      problem: 'repeat-visits',
      notify: 'sms',
      attachments: [],
    },
    { phoneConfirmed: true },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  await does(filed.value.id, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  return filed.value;
}
const open = async (id: string): Promise<MatterFile> =>
  (await call('GET /api/matters/{id}', liu, { id })).body as MatterFile;
async function act(id: string, what: object, d = delivery()): Promise<Answer> {
  const { row } = await open(id);
  return call('POST /api/matters/{id}/acts', liu, { id, delivery: d, seen: row.version, what });
}
async function does(id: string, what: object): Promise<MatterFile> {
  const answer = await act(id, what);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as MatterFile;
}
const photo = randomBytes(4000);
const sha256 = createHash('sha256').update(photo).digest('base64');
const announced = (id: string, who = liu, more: object = {}): Promise<Answer> =>
  call('POST /api/matters/{id}/photos', who, {
    id,
    mime: 'image/jpeg',
    bytes: photo.length,
    sha256,
    width: 640,
    height: 480,
    ...more,
  });
type Upload = { attachment: string; upload: { url: string; headers: Record<string, string> } };
async function uploaded(id: string): Promise<string> {
  const { attachment, upload } = (await announced(id)).body as Upload;
  const put = await fetch(upload.url, { method: 'PUT', body: new Uint8Array(photo), headers: upload.headers });
  if (!put.ok) throw new Error(`the store said ${String(put.status)}`);
  return attachment;
}
const message = (...attachments: string[]): object => ({ act: 'message', text: '受理凭证在这里。', attachments });
const answered = (...attachments: string[]): object => ({
  act: 'answer',
  cause: 'legacy-issue',
  answer: { outcome: 'done', text: '抵押解除了。', basis: [], goTo: '城东大厅3号窗口' },
  attachments,
});

test('photos that an officer adds to a message, a question and the answer are seen by the person and in the file', async () => {
  const { id, number, code } = await taken();
  const photos = [await uploaded(id), await uploaded(id), await uploaded(id)] as const;
  await does(id, message(photos[0]));
  await does(id, { act: 'ask', for: 'papers', text: '照这个样子补一张。', attachments: [photos[1]] });
  await does(id, { act: 'resume', reason: '本人送来了' });
  const file = await does(id, answered(photos[2]));
  expect(file.entries.flatMap((entry) => entry.attachments.map((one) => [entry.kind, one]))).toEqual([
    ['message', photos[0]],
    ['question', photos[1]],
    ['answer', photos[2]],
  ]);
  const seen = await call('GET /api/matters/{id}/photos/{photo}', liu, { id, photo: photos[2] });
  expect((await fetch(seen.headers['location'] ?? '')).headers.get('content-type')).toBe('image/jpeg');

  const who = visitor('10.9.0.1');
  const shown = await who.submit(await who.get('/track?other=1'), '/track', { number, code });
  expect(
    [...shown.html.matchAll(/\/track\/photos\/([0-9A-Z]+)">照片(\d)/gu)].map(([, one, n]) => [one, n]).sort(),
  ).toEqual(photos.map((one, i) => [one, String(i + 1)]).sort());
  for (const one of photos) {
    const { headers } = await who.raw('GET', `/track/photos/${one}`, '');
    const bytes = await (await fetch(String(headers?.['location'] ?? ''))).arrayBuffer();
    expect(Buffer.from(bytes).equals(photo)).toBe(true);
  }
});

test('a photo that was added to another matter is refused, and nothing is said', async () => {
  const [one, other] = [await taken(), await taken()];
  const foreign = await uploaded(other.id);
  expect((await act(one.id, message(foreign))).status).toBe(404);
  expect((await open(one.id)).entries.filter(({ kind }) => kind === 'message')).toEqual([]);
  expect((await call('GET /api/matters/{id}/photos/{photo}', liu, { id: one.id, photo: foreign })).status).toBe(404);
});

test('a photo that has not arrived holds the words back until it is there', async () => {
  const { id } = await taken();
  const { attachment } = (await announced(id)).body as Upload;
  expect((await act(id, message(attachment))).status).toBe(409);
  expect((await act(id, answered(attachment))).status).toBe(409);
  expect((await open(id)).entries.map(({ kind }) => kind)).toEqual(['report']);
});

test('the same message sent twice carries its photo once', async () => {
  const { id } = await taken();
  const one = await uploaded(id);
  const d = delivery();
  expect((await act(id, message(one, one), d)).status).toBe(200);
  expect((await act(id, message(one, one), d)).status).toBe(200);
  expect((await open(id)).entries.flatMap(({ attachments }) => attachments)).toEqual([one]);
});

test('what is no picture, seven photos at once, or an officer of another office is refused', async () => {
  const { id } = await taken();
  expect((await announced(id, liu, { mime: 'application/pdf' })).status).toBe(422);
  expect((await announced(id, pingluo)).status).toBe(404);
  const { deps } = await wired();
  expect((await act(id, message(...Array.from({ length: 7 }, () => deps.newId())))).status).toBe(422);
});

test('the forty-first photo is refused instead of being kept where nobody sees it', async () => {
  const { id } = await taken();
  const photos: string[] = [];
  for (let i = 0; i < 40; i++) photos.push(await uploaded(id));
  for (let i = 0; i < 36; i += 6) await does(id, message(...photos.slice(i, i + 6)));
  await does(id, message(...photos.slice(36, 40)));
  const { deps } = await wired();
  // Past the forty uploads of an hour.
  const late: Attachment = {
    id: AttachmentId.parse(deps.newId()),
    parent: id,
    mime: 'image/jpeg',
    bytes: photo.length,
    sha256,
    at: deps.now(),
  };
  await deps.attachments.save(late);
  const { url, headers } = await deps.photos.uploadAddress(late);
  expect((await fetch(url, { method: 'PUT', body: new Uint8Array(photo), headers })).status).toBe(200);
  expect((await act(id, message(late.id))).status).toBe(422);
  expect((await act(id, message(photos[0] ?? ''))).status).toBe(200);
});

test('a name in a note on a talk is told the same way', async () => {
  const citizen: Caller = { cookies: [] };
  const said = await call('POST /api/chat/messages', citizen, {
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  const { id } = (said.body as { conversation: { id: string } }).conversation;
  const { deps } = await wired();
  await deps.desks.listen('yinchuan', { socket: 'ma-1', staff: StaffId.parse('ma') });
  await deps.desks.listen('yinchuan', { socket: 'su-1', staff: StaffId.parse('su') });
  const note = { id, delivery: delivery(), text: '@马莉 这位要查档', mentions: ['ma'] };
  expect((await call('POST /api/desk/conversations/{id}/notes', liu, note)).status).toBe(200);
  expect((await call('POST /api/desk/conversations/{id}/notes', liu, note)).status).toBe(200);
  const heard = (socket: string): object[] => (world.sent.get(socket) ?? []).filter(({ type }) => type === 'mention');
  expect(heard('ma-1')).toEqual([expect.objectContaining({ type: 'mention', of: 'talk', id, byName: '刘一航' })]);
  expect(JSON.stringify(heard('ma-1'))).not.toContain('查档');
  expect(heard('su-1')).toEqual([]);
});

test('a name in a note is told to that colleague’s consoles and to nobody else, once, without the note’s words', async () => {
  const { id, number } = await taken();
  const { deps } = await wired();
  const listen = (office: OfficeId, staff: string, socket: string): Promise<void> =>
    deps.desks.listen(office, { socket, staff: StaffId.parse(staff) });
  await listen('yinchuan', 'ding', 'ding-1');
  await listen('yinchuan', 'ding', 'ding-2');
  await listen('yinchuan', 'liu', 'liu-1');
  await listen('yinchuan', 'chen', 'chen-1');
  await listen('pingluo', 'hai', 'hai-1');
  const note = { id, delivery: delivery(), text: '@丁雪 帮着查一下档案', mentions: ['ding', 'liu', 'hai'] };
  expect((await call('POST /api/matters/{id}/notes', liu, note)).status).toBe(200);
  expect((await call('POST /api/matters/{id}/notes', liu, note)).status).toBe(200);
  const heard = (socket: string): object[] => (world.sent.get(socket) ?? []).filter(({ type }) => type === 'mention');
  const told: unknown = expect.objectContaining({
    type: 'mention',
    of: 'matter',
    id,
    number,
    byName: '刘一航',
    why: 'note',
  });
  expect([heard('ding-1'), heard('ding-2')]).toEqual([[told], [told]]);
  expect(['liu-1', 'chen-1', 'hai-1'].flatMap(heard)).toEqual([]);
});
