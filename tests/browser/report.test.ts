/** The window's pages in a real browser: reported and followed on a phone, a desktop, in large type, and without script. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desktop, openBrowser, phone, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await product.stop();
  await browser.close();
});

type Wish = Parameters<Browser['newContext']>[0];
type Opened = { page: Page; context: BrowserContext; complaints: string[] };

async function open(wish: Wish, address: string): Promise<Opened> {
  const context = await browser.newContext({ ...wish, reducedMotion: 'reduce' });
  // A machine that does much else at the same time is slow, not broken.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused form is answered with a status that the browser reports as an error.
    if (message.type() === 'error' && !/status of 4\d\d/u.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(product.url + address);
  return { page, context, complaints };
}

async function codeFor(number: string): Promise<string> {
  const messages = (await (await fetch(`${product.url}/dev/inbox.json`)).json()) as {
    to: string;
    values: { code: string };
  }[];
  return messages.find((m) => m.to === number)?.values.code ?? '';
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Only with script can axe look; without it the same page was looked at before. */
async function sound(page: Page, name: string, script = true): Promise<void> {
  if (script) {
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    expect([name, await overflow(page)]).toEqual([name, 0]);
  }
  await page.screenshot({ path: `.build/pictures/report-${name}.png`, animations: 'disabled', fullPage: true });
}

async function fill(page: Page, number: string): Promise<void> {
  await page.locator('#office-yinchuan').check();
  await page.getByLabel('什么事没办成').fill('补领登记证书，窗口让我开证明，派出所说没有这种证明，跑了三趟。');
  await page.getByText('让我来回跑').click();
  await page.getByLabel('一共跑了几趟').fill('3');
  await page.getByLabel('车牌号').fill('宁A12345');
  await page.getByLabel('手机号', { exact: true }).fill(number);
}

async function journey(name: string, wish: Wish, address: string, number: string, script: boolean): Promise<Opened> {
  const opened = await open(wish, address);
  const { page } = opened;
  await sound(page, `${name}-form`, script);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('alert').waitFor();
  if (script) expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults');
  await sound(page, `${name}-faults`, script);
  await fill(page, number);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '确认手机号' }).waitFor();
  await sound(page, `${name}-phone`, script);
  await page.getByLabel('短信里的6位数字').fill(await codeFor(number));
  await page.getByRole('button', { name: '确认，登记' }).click();
  await page.getByRole('heading', { name: '登记好了' }).waitFor();
  await sound(page, `${name}-receipt`, script);
  return opened;
}

const receiptOf = async (page: Page): Promise<{ number: string; code: string }> => {
  const [number = '', code = ''] = await page.locator('.nos dd').allTextContents();
  return { number, code };
};

async function follow(
  page: Page,
  name: string,
  { number, code }: { number: string; code: string },
  script: boolean,
): Promise<void> {
  await page.goto(`${product.url}/track?number=${number}&other=1`);
  await page.getByLabel('查询码').fill(code);
  await sound(page, `${name}-find`, script);
  await page.getByRole('button', { name: '查进度' }).click();
  await page.getByText(number).first().waitFor();
  await sound(page, `${name}-track`, script);
}

type Ask = (route: string, body?: object) => Promise<Record<string, never>>;
let signedIn: Promise<Ask> | undefined;
/** What an officer does meanwhile, through the staff interface; signed in once, for a one-time code works once. */
const officer = (): Promise<Ask> => (signedIn ??= signIn());
async function signIn(): Promise<Ask> {
  let cookie = '';
  const ask: Ask = async (route, body) => {
    const [method = '', path = ''] = route.split(' ');
    const answer = await fetch(product.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined && cookie === '') cookie = set.split(';')[0] ?? '';
    if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, never>;
  };
  const account = product.accounts.find((a) => a.role === 'officer' && a.office === 'yinchuan');
  if (account === undefined) throw new Error('no demo officer');
  await ask('POST /api/staff/sign-in', {
    name: account.name,
    password: account.password,
    code: product.code(account.name),
  });
  return ask;
}

async function answerIt(number: string): Promise<void> {
  const ask = await officer();
  const { rows } = (await ask(`GET /api/matters/search?q=${number}`)) as unknown as { rows: { id: string }[] };
  const id = rows[0]?.id ?? '';
  const deed = async (what: object): Promise<void> => {
    const file = (await ask(`GET /api/matters/${id}`)) as unknown as { row: { version: number } };
    await ask(`POST /api/matters/${id}/acts`, { delivery: crypto.randomUUID(), seen: file.row.version, what });
  };
  await deed({ act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  await deed({
    act: 'answer',
    cause: 'missing-material',
    answer: {
      outcome: 'done',
      text: '这个证明不用开。您带身份证直接来补领登记证书，当天就能拿。',
      basis: ['《机动车登记规定》第31条'],
      goTo: '城东大厅3号窗口，工作日9:00到17:00',
    },
  });
}

async function judge(page: Page, name: string, number: string, script: boolean): Promise<void> {
  await answerIt(number);
  await page.goto(`${product.url}/track/matter`);
  await page.getByRole('heading', { name: '办成了吗？您说了算' }).waitFor();
  await sound(page, `${name}-answered`, script);
  expect(await page.locator('[name=grade]:checked').count()).toBe(0);
  await page.locator('[name=grade][value=dissatisfied]').check();
  await page.locator('[name=reasons][value=no-news]').check();
  await sound(page, `${name}-grading`, script);
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('您评的是“不满意”').waitFor();
  await sound(page, `${name}-rated`, script);
  await page.getByRole('button', { name: '没办成，接着办' }).click();
  await page.getByText('已经交到上一级').waitFor();
  await sound(page, `${name}-reopened`, script);
}

const LONG = 420_000;

test(
  'on a phone',
  async () => {
    const { page, context, complaints } = await journey('phone', phone, '/report', '13909531001', true);
    const receipt = await receiptOf(page);
    await follow(page, 'phone', receipt, true);
    await page.getByText('补材料或留言').click();
    await page.getByLabel('要补的话').fill('派出所的回执拍好了');
    await page.setInputFiles('input[type=file]', {
      name: 'a.png',
      mimeType: 'image/png',
      buffer: readFileSync('web/public/touch-icon.png'),
    });
    await page.getByText('传好了').first().waitFor();
    await page.getByRole('button', { name: '补上' }).click();
    await page.getByText('补上了，承办人会看到。').waitFor();
    expect(await page.getByRole('link', { name: '照片1' }).count()).toBe(1);
    await sound(page, 'phone-added', true);
    await judge(page, 'phone', receipt.number, true);
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'on a desktop',
  async () => {
    const { page, context, complaints } = await journey('desktop', desktop, '/report', '13909531002', true);
    const receipt = await receiptOf(page);
    const pages = await page
      .pdf({ format: 'A4' })
      .then((pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length);
    expect(pages).toBe(1);
    await follow(page, 'desktop', receipt, true);
    await judge(page, 'desktop', receipt.number, true);
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'in large type, on the narrowest phone',
  async () => {
    const narrow = { ...phone, viewport: { width: 320, height: 640 } };
    const { page, context, complaints } = await journey('elder', narrow, '/report?elder=1', '13909531003', true);
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-elder'))).toBe(true);
    const receipt = await receiptOf(page);
    await follow(page, 'elder', receipt, true);
    await judge(page, 'elder', receipt.number, true);
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'without script',
  async () => {
    const { page, context } = await journey(
      'plain',
      { ...phone, javaScriptEnabled: false },
      '/report',
      '13909531004',
      false,
    );
    const receipt = await receiptOf(page);
    await follow(page, 'plain', receipt, false);
    await page.getByRole('button', { name: '问问进度' }).click();
    await page.getByText('已经替您催了').waitFor();
    await page.getByText('不用办了，撤回').click();
    await page.getByRole('button', { name: '确定撤回' }).click();
    await page.getByText('撤回了。').waitFor();
    await context.close();
  },
  LONG,
);

test(
  'what was typed is still there after a reload',
  async () => {
    const { page, context } = await open(phone, '/report');
    await page.getByLabel('什么事没办成').fill('写到一半，手机没电了');
    await page.getByText('替别人反映，比如家里老人').click();
    await page.reload();
    expect(await page.getByLabel('什么事没办成').inputValue()).toBe('写到一半，手机没电了');
    expect(await page.locator('#who-other').isChecked()).toBe(true);
    await context.close();
  },
  LONG,
);

test(
  'in English',
  async () => {
    const { page, context, complaints } = await open(desktop, '/report?lang=en');
    await sound(page, 'english-form');
    await page.goto(`${product.url}/track`);
    await sound(page, 'english-find');
    expect(await page.getByRole('button', { name: 'See progress' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);
