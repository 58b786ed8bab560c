import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { openDesk, type Desk } from './citizen-officer.ts';
import { openBrowser, phone, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let desk: Desk;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  desk = await openDesk(product, 'liu');
}, 240_000);
afterAll(async () => {
  await product.stop();
  await browser.close();
  desk.leave();
});
beforeEach(async () => {
  context = await browser.newContext(phone);
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  await page.goto(product.url);
  await page.getByRole('heading', { name: '您要办什么事？' }).waitFor();
});
afterEach(() => context.close());

const say = async (words: string): Promise<void> => {
  await page.fill('#field', words);
  await page.press('#field', 'Enter');
};
const ownWords = (): Promise<string[]> => page.locator('.me > p').allInnerTexts();
const answers = () => page.locator('.bot .said');

test('a question brings an answer with its card, its source and what may be asked next', async () => {
  await say('车贷还清了，怎么解抵押？');
  const answer = answers().first();
  await answer.getByRole('heading', { name: '解除抵押登记' }).waitFor();
  expect(await answer.locator('.src').innerText()).toMatch(/第164号/);
  expect(await answer.locator('.facts dt').allInnerTexts()).toContain('带什么');
  await page.locator('.chips button').first().click();
  await eventually(ownWords, (now) => {
    expect(now).toHaveLength(2);
  });
});

test('after a reload the talk is there again, nothing lost and nothing doubled', async () => {
  await say('驾照丢了怎么补');
  await answers().first().waitFor();
  await say('要多少钱');
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(2);
    },
  );
  const before = await page.locator('.rows > li').allInnerTexts();
  await page.reload();
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(2);
    },
  );
  expect(await page.locator('.rows > li').allInnerTexts()).toEqual(before);
});

test('a guide can be looked at and the words in the field are still there afterwards', async () => {
  await page.fill('#field', '我还想问');
  await page.getByRole('link', { name: '办事指南' }).click();
  await page.waitForURL(/\/guides/);
  await page.goBack();
  await page.locator('#field').waitFor();
  expect(await page.inputValue('#field')).toBe('我还想问');
});

test('Enter sends, Shift with Enter begins a line, an Enter of the input method does neither', async () => {
  await page.fill('#field', '驾照');
  await page.locator('#field').evaluate((field) => {
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        // oxlint-disable-next-line typescript/no-deprecated -- how browsers tell of an input method
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  expect(await ownWords()).toEqual([]);
  await page.press('#field', 'Shift+Enter');
  await page.keyboard.type('丢了');
  expect(await page.inputValue('#field')).toBe('驾照\n丢了');
  await page.press('#field', 'Enter');
  await eventually(ownWords, (now) => {
    expect(now).toEqual(['驾照\n丢了']);
  });
});

test('what is written without a network waits in its place and goes out in order, once', async () => {
  await say('驾照丢了怎么补');
  await answers().first().waitFor();
  await context.setOffline(true);
  await say('能不能让我儿子替我去');
  await say('我人在外地回不去');
  await page.getByText('网络断了，正在重新连接').waitFor();
  expect(await page.locator('.st.warn').allInnerTexts()).toEqual(['等待发送 · 第1条', '等待发送 · 第2条']);
  await context.setOffline(false);
  await eventually(
    () => page.locator('.st.warn').count(),
    (now) => {
      expect(now).toBe(0);
    },
    20_000,
  );
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(3);
    },
  );
  await page.reload();
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(3);
    },
  );
  expect(await ownWords()).toEqual(['驾照丢了怎么补', '能不能让我儿子替我去', '我人在外地回不去']);
});

test('a message that was not acknowledged survives the closing of the page', async () => {
  await say('驾照丢了怎么补');
  await answers().first().waitFor();
  await context.setOffline(true);
  await say('别丢了我');
  await page.getByText('等待发送 · 第1条').waitFor();
  await context.setOffline(false);
  // As if the phone had killed the page before the network came back.
  await page.goto('about:blank');
  await page.goto(product.url);
  await eventually(
    ownWords,
    (now) => {
      expect(now).toEqual(['驾照丢了怎么补', '别丢了我']);
    },
    15_000,
  );
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(2);
    },
  );
});

test('with sockets forbidden the talk goes on by asking', async () => {
  await page.routeWebSocket(/\/socket/, (socket) => socket.close());
  await page.reload();
  await page.locator('#field').waitFor();
  await say('驾照丢了怎么补');
  await answers().first().waitFor({ timeout: 60_000 });
});

test('an officer takes over, reads, types, answers and hands back', async () => {
  await say('人工');
  await page.locator('.queue').waitFor();
  expect(await page.locator('.queue').innerText()).toMatch(/前面还有|下一位就是您/);
  await eventually(
    async () => (await desk.waiting()).length,
    (now) => {
      expect(now).toBeGreaterThan(0);
    },
  );
  const [row] = await desk.waiting();
  const id = row?.id ?? '';
  await desk.act(id, 'claim');
  await page.getByRole('heading', { name: '刘一航 警员' }).waitFor();
  expect(await page.locator('.queue').count()).toBe(0);

  await desk.act(id, 'messages', { delivery: randomUUID(), text: '您好，我看过前面的话了。', seen: 100 });
  await page.locator('.said.officer').waitFor();
  await say('我为这事已经跑了两趟了');
  await eventually(
    () => page.locator('.st').last().innerText(),
    (now) => {
      expect(now).toMatch(/已收到/);
    },
  );
  await desk.act(id, 'presence', { typing: true });
  await desk.act(id, 'read', { seq: 100 });
  await page.getByText('已读').waitFor();

  await desk.act(id, 'back-to-bot');
  await page.getByRole('heading', { name: '办成助手' }).waitFor();
  await page.getByText('警员已转回助手').waitFor();
}, 240_000);

test('the queue can be left with one tap', async () => {
  await say('人工');
  await page.locator('.queue').getByRole('button', { name: '不等了' }).click();
  await eventually(
    () => page.locator('.queue').count(),
    (now) => {
      expect(now).toBe(0);
    },
  );
  await page.getByText('已退出排队').waitFor();
});

test('beginning anew asks first, then empties the page', async () => {
  await say('驾照丢了怎么补');
  await answers().first().waitFor();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: /重新开始/ }).click();
  await page.getByRole('dialog', { name: '重新开始？' }).getByRole('button', { name: '重新开始' }).click();
  await page.getByRole('heading', { name: '您要办什么事？' }).waitFor();
  await say('新车上牌带啥');
  await answers().first().waitFor();
  expect(await ownWords()).toEqual(['新车上牌带啥']);
});

test('two tabs of one person show the same talk', async () => {
  const other = await context.newPage();
  await other.goto(product.url);
  await other.locator('#field').waitFor();
  await say('驾照丢了怎么补');
  await answers().first().waitFor();
  await other.locator('.bot .said').first().waitFor();
  await other.fill('#field', '要多少钱');
  await other.press('#field', 'Enter');
  await eventually(
    () => answers().count(),
    (now) => {
      expect(now).toBe(2);
    },
  );
  expect(await ownWords()).toEqual(['驾照丢了怎么补', '要多少钱']);
});
