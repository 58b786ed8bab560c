/** “抽查录像”: a manager draws, watches for a reason, sees that every piece is what was filed, and marks what was seen. */
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import { closeEvidence } from '../../functions/release/close-evidence.ts';
import type { Deps } from '../../functions/deps.ts';
import { evidenceObjectsFromEnvironment } from '../../handlers/gateways/evidence-objects-on-first-use.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { photosFromEnvironment } from '../../handlers/gateways/photos-on-first-use.ts';
import { join } from '../../handlers/wiring.ts';
import { DeliveryId, RoomId, StaffId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { chunkObject } from '../../models/release/evidence-objects.ts';
import { shapeOf, type Release } from '../../models/release/release.ts';
import { DAY } from '../../models/time.ts';
import { verifyPlace } from '../../scripts/verify-evidence.ts';
import { openConsole, overflow } from './console-desk.ts';
import { openWholeBrowser, picture, seriousFaults, startProduct, type Running } from './product.ts';
import { appliedRelease } from './release-office.ts';

let product: Running;
let browser: Browser;
let yesterday: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  const parts = {
    keeper: keeperFromEnvironment(),
    photos: photosFromEnvironment(),
    evidenceObjects: evidenceObjectsFromEnvironment(),
  };
  ({ deps: yesterday } = await join({ ...parts, now: () => Date.now() + ahead - DAY }, 'bancheng'));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** A second of a moving picture, as a browser records it. */
async function recorded(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 180];
    const pencil = canvas.getContext('2d');
    const drawing = setInterval(() => {
      if (pencil === null) return;
      pencil.fillStyle = `hsl(${String(performance.now() % 360)} 60% 45%)`;
      pencil.fillRect(0, 0, 320, 180);
    }, 60);
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    clearInterval(drawing);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(text, 'base64');
}

async function closedYesterday(page: Page): Promise<Release> {
  const release = await appliedRelease(yesterday, browser);
  const { id } = release;
  const by = StaffId.parse('liu');
  const mime = 'video/webm;codecs=vp8';
  const bytes = await recorded(page);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const chunk = {
    take: 'take-0001',
    n: 1,
    fromMs: 0,
    toMs: 1500,
    present: ['officer' as const],
    sha256,
    bytes: bytes.length,
    mime,
  };
  const key = (name: string) => DeliveryId.parse(`${name}-of-${id}`);
  const room = RoomId.parse(yesterday.newId());
  await addEvidence(yesterday, id, [{ kind: 'take', take: 'take-0001', room, mime, by }], {
    delivery: key('take'),
    by,
  });
  const { url, headers } = await yesterday.evidenceObjects.uploadAddress(chunkObject(id, chunk));
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new Error(await put.text());
  await addEvidence(yesterday, id, [{ kind: 'chunk', ...chunk }], { delivery: key('chunk'), by });
  await addEvidence(yesterday, id, [{ kind: 'take-end', take: 'take-0001', chunks: 1 }], { delivery: key('end'), by });
  const closed = await closeEvidence(yesterday, {
    release: id,
    office: 'yinchuan',
    by,
    shape: shapeOf(release),
    decision: { what: 'moved-to-counter', reason: 'wish' },
  });
  if (!closed.ok) throw new Error(closed.refusal.detail);
  const decided = await changeRelease(yesterday, id, (r, now) =>
    done({
      release: {
        ...r,
        sessions: [{ room, with: ['owner'], startedAt: now, endedAt: now, how: 'done' }],
        decision: { what: 'moved-to-counter', at: now, by, why: 'wish', words: '当事人要求到大厅办' },
        state: { name: 'decided', at: now },
      },
    }),
  );
  if (!decided.ok) throw new Error(decided.refusal.detail);
  return release;
}

test('a manager draws, gives a reason, watches pieces that are held against their hashes, and marks what was seen', async () => {
  const { page, context } = await openConsole(product, browser, 'chen');
  context.setDefaultTimeout(60_000);
  const release = await closedYesterday(page);
  await page.goto(`${product.url}/console#/rewatch`);
  await page.getByText('今天还没抽').waitFor();
  await picture(page, 'rewatch-empty');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '抽今天的' }).click();
  await page.getByRole('button', { name: /第1件/u }).click();
  await page.getByText(release.number).waitFor();
  await page.getByRole('button', { name: /放第1段/u }).click();
  await page.getByText('这一项要填').waitFor();
  await page.getByLabel('为什么看，留在记录里').fill('当日抽查');
  await page.getByRole('button', { name: /放第1段/u }).click();
  await page.getByText('每一段都和存证的指纹一致').waitFor();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0, undefined, { polling: 200 });
  await page.getByText('没有问题', { exact: true }).click();
  await page.getByLabel('写一句：看到了什么').fill('步骤都做全了');
  await picture(page, 'rewatch');
  expect(await seriousFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: '记下', exact: true }).click();
  await page.getByText('抽查结果记下了').waitFor();
  const notes = await yesterday.evidenceFiles.notes(release.id);
  expect(notes.map(({ what, text }) => `${what} ${text}`)).toEqual(
    expect.arrayContaining(['watched 当日抽查', 'rewatched 步骤都做全了']),
  );
  // A copy: asked for with a reason, packed in the background, and what is fetched was not altered.
  await page.goto(`${product.url}/console#/releases/${release.id}`);
  await page.getByRole('tab', { name: /预约和视频/u }).click();
  const box = page.getByRole('region', { name: '录像存证的副本' });
  await box.getByRole('button', { name: '打包一份副本' }).click();
  await box.getByText('这一项要填').waitFor();
  await box.getByLabel('给谁、为什么').fill('法院调取');
  await picture(page, 'release-copy-ask');
  await box.getByRole('button', { name: '打包一份副本' }).click();
  await box.getByText(/打好了，.+ MB/u).waitFor();
  await picture(page, 'release-copy');
  expect(await seriousFaults(page)).toEqual([]);
  const fetched = page.waitForEvent('download');
  await box.getByRole('button', { name: '下载' }).click();
  const download = await fetched;
  expect(download.suggestedFilename()).toBe(`evidence-${release.id}.zip`);
  expect((await verifyPlace(await download.path())).verdict).not.toBe('altered');
}, 240_000);
