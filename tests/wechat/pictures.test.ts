/** A photo sent in WeChat becomes an attachment like one of the page: typed by its bytes, cleaned of what the camera wrote, hashed, there once. */
import { createHash } from 'node:crypto';
import { viewPhoto } from '../../functions/conversation/photos.ts';
import { cleanPicture } from '../../models/conversation/picture.ts';
import { AttachmentId, ComplaintId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { changeConversation } from '../../functions/conversation/change-conversation.ts';
import { msOf } from '../../models/time.ts';
import { delivered } from './platform.ts';
import { openStage, until, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
});
afterAll(() => stage.stop());

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** A picture of 640 × 480 with a camera's notes: which way is up, and where it was taken. */
function jpeg(direction: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(direction, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 38.4872 106.2309 手机')]);
  const frame = Buffer.from([8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif),
    segment(0xe2, Buffer.from('maker 106.2309')),
    segment(0xfe, Buffer.from('comment 106.2309')),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('the picture itself 0123456789'),
    Buffer.from([0xff, 0xd9]),
  ]);
}

test('of a picture stays the picture, its size and which way is up', () => {
  const picture = cleanPicture(jpeg(6));
  expect([picture?.mime, picture?.width, picture?.height]).toEqual(['image/jpeg', 640, 480]);
  const text = picture?.bytes.toString('latin1') ?? '';
  expect(text).not.toContain('106.2309');
  expect(text).toContain('the picture itself');
  // Cleaned again it is the same: the note with the direction is read as any camera's.
  expect(cleanPicture(picture?.bytes ?? Buffer.alloc(0))?.bytes).toEqual(picture?.bytes);
  expect(text).toContain('Exif');
  expect(cleanPicture(jpeg(1))?.bytes.toString('latin1')).not.toContain('Exif');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('not a picture')],
  ['a program', Buffer.from('MZ\x90\0')],
  ['a picture that ends early', jpeg(1).subarray(0, 40)],
  ['a PNG that ends early', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
])('%s is no picture', (_what, bytes) => {
  expect(cleanPicture(bytes)).toBeUndefined();
});

test('a photo of three deliveries lies there once, and the person’s side may see it', async () => {
  stage.platform.media.set('media-1', jpeg(6));
  const person = stage.person('Photo');
  const message = await person.message({ MsgType: 'image', PicUrl: 'http://platform/x', MediaId: 'media-1' });
  const now = msOf((await stage.deps()).now());
  const answers = await Promise.all([0, 1, 2].map(() => stage.deliver(delivered(message, now))));
  expect(new Set(answers.map(({ words }) => words)).size).toBe(1);
  const deps = await stage.deps();
  const { id } = await person.talk();
  const lines = await deps.conversations.linesAfter(id, 0, 20);
  const photos = lines.flatMap(({ content }) => (content.type === 'photo' ? [content] : []));
  expect(photos).toHaveLength(1);
  const clean = cleanPicture(jpeg(6))?.bytes ?? Buffer.alloc(0);
  expect(photos[0]).toMatchObject({ mime: 'image/jpeg', width: 640, height: 480, bytes: clean.length });
  const attachment = await deps.attachments.find(AttachmentId.parse(photos[0]?.attachment));
  expect(attachment?.sha256).toBe(createHash('sha256').update(clean).digest('base64'));
  const address = await viewPhoto(deps, id, AttachmentId.parse(photos[0]?.attachment));
  const seen = Buffer.from(await (await fetch(address.ok ? address.value : '')).arrayBuffer());
  expect(seen.equals(clean)).toBe(true);
});

test('what cannot be fetched or is no picture is answered kindly, and the officer sees that something came', async () => {
  stage.platform.media.set('media-2', Buffer.from('a program'));
  const person = stage.person('Broken');
  for (const MediaId of ['media-2', 'media-gone'])
    expect(await person.send({ MsgType: 'image', PicUrl: '', MediaId })).toContain('再发一次');
  const lines = await (await stage.deps()).conversations.linesAfter((await person.talk()).id, 0, 20);
  expect(lines.filter(({ from }) => from === 'citizen').map(({ content }) => content)).toEqual([
    { type: 'text', text: '［照片］' },
    { type: 'text', text: '［照片］' },
  ]);
});

test('photos of the person’s own matter follow the answer, and words keep what they need', async () => {
  const deps = await stage.deps();
  const person = stage.person('Shown');
  stage.platform.media.set('media-3', jpeg(1));
  await person.send({ MsgType: 'image', PicUrl: '', MediaId: 'media-3' });
  const { id, lastSeq } = await person.talk();
  const lines = await deps.conversations.linesAfter(id, 0, 20);
  const photo = lines.flatMap(({ content }) => (content.type === 'photo' ? [content.attachment] : []))[0];
  const matter = ComplaintId.parse(deps.newId());
  const shown = [1, 2, 3].map((number) => ({ id: AttachmentId.parse(photo), number }));
  // The assistant shows them in an answer; the next message's reply carries it.
  await changeConversation(deps, id, (c) =>
    done({
      conversation: c,
      lines: [
        {
          from: 'bot',
          content: {
            type: 'reply',
            say: '照片在这里',
            buttons: [],
            photos: { matter, number: 'YC-1118-001', shown, more: 0 },
          },
        },
      ],
    }),
  );
  await until(person.late, (texts) => texts.some((text) => text.includes('照片在这里')));
  expect((await person.talk()).lastSeq).toBe(lastSeq + 1);
  const pictures = (): unknown[] => stage.platform.sent.filter(({ body }) => body['msgtype'] === 'image');
  await until(pictures, (sent) => sent.length === 2);
  // One message for the words and two for photos: two are left.
  expect((await person.follower()).quota.words?.left).toBe(2);
});

test('a marked screenshot comes as a picture of its own, after its words', async () => {
  const deps = await stage.deps();
  const person = stage.person('Marked');
  stage.platform.media.set('media-4', jpeg(1));
  await person.send({ MsgType: 'image', PicUrl: '', MediaId: 'media-4' });
  const { id } = await person.talk();
  const lines = await deps.conversations.linesAfter(id, 0, 20);
  const on = AttachmentId.parse(
    lines.flatMap(({ content }) => (content.type === 'photo' ? [content.attachment] : []))[0],
  );
  const before = stage.platform.sent.filter(({ body }) => body['msgtype'] === 'image').length;
  await changeConversation(deps, id, (c) =>
    done({
      conversation: c,
      lines: [
        {
          from: 'officer',
          byName: '刘一航',
          content: {
            type: 'drawing',
            on,
            sha256: 'A'.repeat(43) + '=',
            width: 640,
            height: 480,
            marks: [{ kind: 'point', at: [0.9, 0.05], says: '点“我的”' }],
            picture: on,
          },
        },
      ],
    }),
  );
  await until(person.late, (texts) => texts.some((text) => text.includes('1 点“我的”（右上角）')));
  await until(
    () => stage.platform.sent.filter(({ body }) => body['msgtype'] === 'image').length,
    (sent) => sent === before + 1,
  );
});
