import type { Browser } from 'playwright-core';
import { ask, openCitizen, openConsole, openRow, type Seat } from './console-desk.ts';
import { openWholeBrowser, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let liu: Seat;
let ding: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openWholeBrowser()]);
  liu = await openConsole(product, browser, 'liu');
  // Somebody else stays on duty while Liu's network is gone.
  ding = await openConsole(product, browser, 'ding');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

afterEach(() => liu.context.setOffline(false));

const act = (name: string, id: string, what: string, body: object = {}): Promise<object> =>
  ask(product, name, 'POST', `/api/desk/conversations/${id}/${what}`, body);
const taken = async (need: string) => {
  const citizen = await openCitizen(product);
  await citizen.say(need);
  await citizen.say('人工');
  await act('liu', citizen.id, 'claim');
  await openRow(liu.page, 'mine', citizen.id);
  return citizen;
};
const composer = () => liu.page.locator('.ta');
const officerWords = async (lines: Promise<{ from: string; content: { text?: string } }[]>): Promise<string[]> =>
  (await lines).filter((line) => line.from === 'officer').map((line) => line.content.text ?? '');

test('without a network replies wait in order, decisions are off, and each is sent once when it is back', async () => {
  const citizen = await taken('补领登记证书');
  await liu.context.setOffline(true);
  await liu.page.getByText(/^断网了，看到的是\d\d:\d\d的样子。/).waitFor();
  expect(await liu.page.getByRole('button', { name: '转交' }).isDisabled()).toBe(true);
  expect(await liu.page.getByRole('button', { name: '结束', exact: true }).isDisabled()).toBe(true);
  for (const words of ['第一句', '第二句']) {
    await composer().fill(words);
    await composer().press('Enter');
  }
  await liu.page.getByText('等待发送，第2条').waitFor();
  await liu.page.getByRole('button', { name: '先存下' }).waitFor();
  expect(await officerWords(citizen.lines())).toEqual([]);

  await liu.context.setOffline(false);
  await liu.page.getByText('连上了，看到的是最新的。').waitFor();
  await liu.page.locator('.letter').first().waitFor({ state: 'detached' });
  expect(await officerWords(citizen.lines())).toEqual(['第一句', '第二句']);
  expect(await liu.page.locator('.m.officer').count()).toBe(2);
});

test('what waits to be sent survives a reload of the page', async () => {
  const citizen = await taken('换领行驶证');
  await liu.page.route('**/messages', (route) => route.abort());
  await composer().fill('关了页面也要送到');
  await composer().press('Enter');
  await liu.page.locator('.letter').waitFor();
  await liu.page.unroute('**/messages');
  await liu.page.reload();
  await openRow(liu.page, 'mine', citizen.id);
  await liu.page.locator('.m.officer', { hasText: '关了页面也要送到' }).waitFor();
  expect(await officerWords(citizen.lines())).toEqual(['关了页面也要送到']);
});

test('words said while the sockets were dropped are there without a reload', async () => {
  const citizen = await taken('异地年检');
  product.dropSockets();
  await citizen.say('掉线的时候说的');
  await liu.page.locator('.m.citizen', { hasText: '掉线的时候说的' }).waitFor();
  await citizen.say('连上以后说的');
  await liu.page.locator('.m.citizen', { hasText: '连上以后说的' }).waitFor();
  expect(await liu.page.locator('.m.citizen', { hasText: '掉线的时候说的' }).count()).toBe(1);
});

test('an answer that would cross a colleague’s is held back: theirs is shown first, mine stays unsent', async () => {
  const citizen = await taken('解除抵押');
  await composer().fill('是的，您带本人身份证原件。');
  await liu.page.locator('button:enabled', { hasText: '发送' }).waitFor();
  await liu.context.setOffline(true);
  await liu.page.getByText(/^断网了/).waitFor();
  await composer().focus();
  await composer().press('Enter');
  await liu.page.locator('.letter').waitFor();
  await act('liu', citizen.id, 'transfer', { reason: '我断网了' });
  await act('ding', citizen.id, 'claim');
  await act('ding', citizen.id, 'messages', { delivery: 'ding-answers-1', text: '对，带原件。', seen: 99 });
  await liu.context.setOffline(false);
  await liu.page.getByRole('alert').getByText('您写的时候，丁晓雯已经回了').waitFor();
  await liu.page.locator('.m.officer', { hasText: '对，带原件。' }).waitFor();
  expect(await composer().inputValue()).toBe('是的，您带本人身份证原件。');
  expect(await officerWords(citizen.lines())).toEqual(['对，带原件。']);
  expect(await ding.page.locator('.shell').count()).toBe(1);
});

test('a server that breaks while a conversation is opened breaks only that pane, and it is tried again', async () => {
  const citizen = await openCitizen(product);
  await citizen.say('人工');
  await act('liu', citizen.id, 'claim');
  await liu.page.route('**/api/desk/conversations/**', (route) =>
    route.fulfill({ status: 500, json: { kind: 'broken', sentence: '' } }),
  );
  await liu.page.locator('#view-mine').click();
  await liu.page.locator(`.qi[data-id="${citizen.id}"]`).click();
  await liu.page.getByRole('heading', { name: '这段对话没取到' }).waitFor();
  await liu.page.getByText(/报修，号[2-9A-Z]{4}/).waitFor();
  expect(await liu.page.locator('.qi').count()).toBeGreaterThan(0);
  await liu.page.unroute('**/api/desk/conversations/**');
  await liu.page.locator('.m.citizen').first().waitFor();
});

test('a session that is ended elsewhere leads to the sign-in page, and the draft is kept', async () => {
  const citizen = await taken('过户');
  await composer().fill('写到一半被退出');
  const { sessions } = await ask<{ sessions: { id: string; current: boolean }[] }>(
    product,
    'liu',
    'GET',
    '/api/staff/sessions',
  );
  await act('liu', citizen.id, 'presence', { typing: false });
  await ask(product, 'liu', 'DELETE', `/api/staff/sessions/${sessions.find((s) => s.current)?.id ?? ''}`);
  const signedOut = liu.page.getByText('您已退出，或者登录过期了。写了没发的都还在，登录后接着写。');
  // The page learns of it with its next request: this click's, or one of its own that came before.
  await Promise.any([liu.page.getByRole('button', { name: '看结束的' }).click(), signedOut.waitFor()]);
  await signedOut.waitFor();
  const kept = await liu.page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain('写到一半被退出');
});
