/** Photos that officers add to their words show in the person's talk, small, to that person alone. */
import { createHash, randomBytes } from 'node:crypto';
import { addMatterPhoto } from '../../functions/complaint/add-matter-photo.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { StaffAct } from '../../models/complaint/requests.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import type { Reply } from '../../models/conversation/content.ts';
import { AttachmentId } from '../../models/ids.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { does, fileAt, officer, takeOn, tell } from '../office-of-matters.ts';
import { call, openWorld, type Answer, type World } from '../world.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  await import('../../handlers/http/matters.ts');
  wireWith({});
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const liu = officer('刘一航', 'yinchuan');
let phones = 13_900_060_000;
const open = (bound?: string): Promise<CitizenTalk> =>
  openCitizenTalk(world, deps, bound === undefined ? {} : { bound });

/** A matter of a talk, taken on by an officer. */
async function taken(): Promise<{ t: CitizenTalk; matter: Receipt; phone: string }> {
  const phone = String((phones += 1));
  const t = await open(phone);
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  await takeOn(deps, liu, matter.id);
  return { t, matter, phone };
}
async function photographed({ id }: Receipt, picture = randomBytes(2000)): Promise<AttachmentId> {
  const sha256 = createHash('sha256').update(picture).digest('base64');
  const started = await addMatterPhoto(deps, liu, {
    id,
    mime: 'image/jpeg',
    bytes: picture.length,
    sha256,
    width: 800,
    height: 600,
  });
  if (!started.ok) throw new Error(started.refusal.detail);
  const { attachment, upload } = started.value;
  const put = await fetch(upload.url, { method: 'PUT', body: new Uint8Array(picture), headers: upload.headers });
  if (!put.ok) throw new Error(await put.text());
  return attachment;
}
const answers = (attachments: AttachmentId[]): StaffAct => ({
  act: 'answer',
  cause: 'system-fault',
  attachments,
  answer: { outcome: 'done', text: '补录好了，受理凭证拍给您了', basis: [], goTo: '2号窗口' },
});
const look = (t: CitizenTalk, { id }: Pick<Receipt, 'id'>, photo: AttachmentId): Promise<Answer> =>
  call('GET /api/chat/matters/{id}/photos/{photo}', t.caller, { id, photo });
const shownIn = (replies: readonly Reply[]): Reply['photos'] => replies.find(({ photos }) => photos)?.photos;

test('an answer with a photo brings it into the talk, and it opens in full', async () => {
  const { t, matter } = await taken();
  const picture = randomBytes(3000);
  const photo = await photographed(matter, picture);
  await does(deps, liu, matter.id, answers([photo]));
  const told = await tell(deps, t.id, matter.id, 'answered');
  expect(shownIn(told)).toEqual({
    matter: matter.id,
    number: matter.number,
    shown: [{ id: photo, number: 1 }],
    more: 0,
  });
  const opened = await look(t, matter, photo);
  expect(opened.status).toBe(302);
  const seen = await fetch(opened.headers['location'] ?? '');
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(picture);
});

test('whoever follows the matter sees every photo of the office, numbered as on its page, and none of their own', async () => {
  const { t, matter } = await taken();
  const own = await t.photo();
  await t.news();
  await t.say(matter.number);
  await t.say('补充材料');
  const added = AttachmentId.parse(await t.photo());
  const shot = await photographed(matter);
  await does(deps, liu, matter.id, { act: 'message', text: '拍给您看，就缺这一页', attachments: [shot] });
  const photo = await photographed(matter);
  await does(deps, liu, matter.id, answers([photo]));
  const told = await tell(deps, t.id, matter.id, 'answered');
  expect(shownIn(told)?.shown.map(({ id }) => id)).toEqual([photo]);
  await t.news();
  const shown = shownIn(await t.say(matter.number));
  expect(shown?.shown).toEqual([
    { id: shot, number: 2 },
    { id: photo, number: 3 },
  ]);
  expect(JSON.stringify(shown)).not.toContain(own);
  expect(JSON.stringify(shown)).not.toContain(added);
});

test('more photos than a reply holds are counted, the newest are shown', async () => {
  const { t, matter } = await taken();
  const photos: AttachmentId[] = [];
  for (let i = 0; i < 8; i++) photos.push(await photographed(matter));
  await does(deps, liu, matter.id, { act: 'message', text: '前六页', attachments: photos.slice(0, 6) });
  await does(deps, liu, matter.id, answers(photos.slice(6)));
  const shown = shownIn(await t.say(matter.number));
  expect(shown?.shown.map(({ id }) => id)).toEqual(photos.slice(2));
  expect(shown?.more).toBe(2);
});

test('nobody else sees it: no other visitor, no talk that begins anew, not before the phone is confirmed', async () => {
  const { t, matter, phone } = await taken();
  const photo = await photographed(matter);
  await does(deps, liu, matter.id, answers([photo]));
  await t.say(matter.number);
  expect((await look(t, matter, photo)).status).toBe(302);
  const stranger = await open();
  expect((await look(stranger, matter, photo)).status).toBe(404);
  await stranger.say(matter.number);
  expect((await look(stranger, matter, photo)).status).toBe(404);
  await stranger.say(stranger.code(phone));
  expect((await look(stranger, matter, photo)).status).toBe(302);
  await t.restart();
  expect((await look(t, matter, photo)).status).toBe(404);
});

test('one’s own matter opens no photo of another, and none that was never sent along', async () => {
  const [mine, theirs] = [await taken(), await taken()];
  const foreign = await photographed(theirs.matter);
  await does(deps, liu, theirs.matter.id, answers([foreign]));
  const kept = await photographed(mine.matter);
  await mine.t.say(mine.matter.number);
  expect((await look(mine.t, mine.matter, foreign)).status).toBe(404);
  expect((await look(mine.t, theirs.matter, foreign)).status).toBe(404);
  expect((await look(mine.t, mine.matter, kept)).status).toBe(404);
});
