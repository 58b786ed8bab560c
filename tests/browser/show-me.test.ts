import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openConsole, openRow, type Seat } from './console-desk.ts';
import { openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let citizen: BrowserContext;
let page: Page;
let officer: Seat;
let desk: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  citizen = await browser.newContext({ ...phone, reducedMotion: 'reduce' });
  citizen.setDefaultTimeout(60_000);
  page = await citizen.newPage();
  officer = await openConsole(product, browser, 'liu');
  desk = officer.page;
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** A page of some app, as it is on a phone. */
async function screenshot(): Promise<Buffer> {
  const app = await citizen.newPage();
  await app.setContent(`<meta name="viewport" content="width=device-width"><style>
    body{margin:0;font:18px sans-serif;background:#eef1f6}header{background:#2f6fd6;color:#fff;padding:22px 16px}
    nav{display:grid;grid-template-columns:1fr 1fr 1fr;gap:12px;padding:16px}nav b{background:#fff;border-radius:10px;padding:26px 6px;text-align:center;font-weight:400}
    p{background:#fff;margin:0 16px;padding:18px;border-radius:10px}footer{position:fixed;bottom:0;width:100%;display:flex;justify-content:space-around;background:#fff;padding:18px 0}</style>
    <header>业务办理</header><nav><b>驾驶证</b><b>机动车</b><b>违法</b><b>考试</b><b>证件</b><b>更多</b></nav>
    <p>姓名 王小军　电话 13800138042</p><footer><span>首页</span><span>网点</span><span>我的</span></footer>`);
  const taken = await app.screenshot({ type: 'png' });
  await app.close();
  return taken;
}

test('an officer marks the citizen’s screenshot, the page follows, and the drawing stays in picture and words', async () => {
  const shot = await screenshot();
  await page.goto(product.url);
  await page.getByRole('heading', { name: '您要办什么事？' }).waitFor();
  await page.fill('#field', '人工');
  await page.press('#field', 'Enter');
  await page.locator('.sys').first().waitFor();

  // The name is covered before the picture leaves the phone.
  await page.getByRole('button', { name: '添加照片或位置' }).click();
  await page.getByRole('button', { name: /先涂掉号码/ }).click();
  await page.setInputFiles('.sheet input[type=file]', { name: 'app.png', mimeType: 'image/png', buffer: shot });
  const board = page.locator('.board');
  await board.locator('img').waitFor();
  const at = await placeOn(board);
  await page.mouse.move(...at(0.06, 0.335));
  await page.mouse.down();
  await page.mouse.move(...at(0.9, 0.385), { steps: 4 });
  await page.mouse.up();
  await page.getByText('涂黑了1块').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'show-cover');
  await page.getByRole('button', { name: '发这张' }).click();
  await page.locator('.me img').waitFor();

  const chat = await page.evaluate(async () => (await fetch('/api/chat?after=0')).json() as Promise<unknown>);
  await openRow(desk, 'waiting', (chat as { conversation: { id: string } }).conversation.id);
  await desk.getByRole('button', { name: '认领' }).first().click();
  await desk.getByRole('button', { name: '在图上标给他看' }).click();

  const stage = desk.locator('.stage');
  await stage.locator('img').waitFor();
  const on = await placeOn(stage);
  await desk.mouse.click(...on(0.5, 0.2));
  await desk.getByRole('textbox', { name: '1号点写什么' }).fill('先点“机动车”');
  await desk.mouse.click(...on(0.83, 0.95));
  await desk.getByRole('textbox', { name: '2号点写什么' }).fill('再点“我的”');
  await desk.getByRole('radio', { name: /箭头/ }).check({ force: true });
  await desk.mouse.move(...on(0.3, 0.6));
  await desk.mouse.down();
  await desk.mouse.move(...on(0.5, 0.27), { steps: 3 });
  await desk.mouse.up();
  // The same by keys: a frame from the middle, two Enters.
  await stage.focus();
  await desk.keyboard.press('3');
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Enter');
  for (let i = 0; i < 6; i++) await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await desk.locator('.list li').nth(3).waitFor();
  await desk.keyboard.press('Control+z');
  await desk.locator('.list li').nth(3).waitFor({ state: 'detached' });
  expect(await desk.locator('.list li').count()).toBe(3);

  // The open page sees it before it is sent.
  const live = page.locator('.drawing-now');
  await live.getByText('再点“我的”').waitFor();
  expect(await live.locator('.marks .pin').count()).toBe(2);
  expect(await seriousFaults(desk)).toEqual([]);
  await picture(desk, 'show-draw');
  await picture(page, 'show-live');
  await desk.getByRole('button', { name: '发给群众' }).click();

  const drawn = page.locator('.drawn:not(.drawing-now .drawn)');
  await drawn.getByText('在您的图上标了').waitFor();
  await live.waitFor({ state: 'detached' });
  expect(await drawn.locator('.told li').allInnerTexts()).toEqual([
    '1 先点“机动车”（上边）',
    '2 再点“我的”（右下角）',
    '箭头指着上边',
  ]);
  await desk.locator('.msgs figure .marks').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'show-drawn');
  await desk.locator('.stage').waitFor({ state: 'hidden' });
  await picture(desk, 'show-desk');
});

test('a step card is changed for this person, ticked, and a step that is too hard comes back to the officer', async () => {
  await desk.getByRole('button', { name: '发步骤卡' }).click();
  await desk.getByRole('searchbox', { name: '找步骤卡' }).fill('选号');
  await desk.getByRole('button', { name: /在手机上选车牌号/ }).click();
  await desk.getByRole('textbox', { name: '第2步' }).fill('点首页的“机动车”，再点“选号”');
  expect(await seriousFaults(desk)).toEqual([]);
  await picture(desk, 'show-steps-dialog');
  await desk.getByRole('button', { name: '发给群众' }).click();

  const card = page.locator('.steps-card').last();
  await card.getByText('点首页的“机动车”，再点“选号”').waitFor();
  await card.getByText('名称和位置以手机上看到的为准。').waitFor();
  await card.getByRole('checkbox').first().check({ force: true });
  await card.getByText('做完1步，共6步').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'show-steps');
  await card.getByRole('button', { name: '第3步不会' }).click();
  await desk.locator('.m.citizen', { hasText: '第3步不会：' }).waitFor();

  // 这儿不会: the citizen points at the own picture.
  await page.getByRole('button', { name: '哪儿不会，在图上指一指' }).click();
  const board = page.locator('.board');
  await board.locator('img').waitFor();
  const at = await placeOn(board);
  await page.mouse.click(...at(0.5, 0.2));
  await page.getByText('点了1处').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await picture(page, 'show-point');
  await page.getByRole('button', { name: '发给警官看' }).click();
  await desk.getByText('1 这里不会（上边）').waitFor();
});

test('the cards are kept in the knowledge, beside the answers', async () => {
  await desk.goto(`${product.url}/console#/knowledge`);
  await desk.getByText('步骤卡', { exact: true }).click();
  await desk.locator('.item', { hasText: '找回交管12123的密码' }).click();
  await desk.getByRole('textbox', { name: '标题（中文）' }).fill('密码忘了怎么办');
  expect(await seriousFaults(desk)).toEqual([]);
  await picture(desk, 'show-knowledge');
  await desk.getByRole('button', { name: '提交，等同事发布' }).click();
  await desk.getByText('改的人不能自己发布，请另一位同事').waitFor();
});

/** Where shares of a picture lie on the screen. */
async function placeOn(picture: ReturnType<Page['locator']>): Promise<(x: number, y: number) => [number, number]> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) throw new Error('no picture to point at');
  return (x, y) => [box.x + x * box.width, box.y + y * box.height];
}
