/** The owner's pages of a release in a real browser: applied for, followed, timed, refused, printed; on a phone, a desktop, in large type, without script. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Deps } from '../../functions/deps.ts';
import type { ReleaseId } from '../../models/ids.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import { enrolLender, hireAgent } from '../lenders.ts';
import { doesOn, releaseDeps } from './release-office.ts';
import { desktop, openBrowser, phone, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let deps: Deps;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  deps = await releaseDeps(product);
  const bank = await enrolLender(deps, 1, { name: '塞上银行银川分行' });
  await enrolLender(deps, 2, { name: '黄河汽车金融公司' });
  await hireAgent(deps, bank, 'agent-of-bank');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});
const LONG = 420_000;

type Wish = Parameters<Browser['newContext']>[0];
type Opened = { page: Page; context: BrowserContext; complaints: string[] };

async function open(wish: Wish, address: string): Promise<Opened> {
  const context = await browser.newContext({ ...wish, reducedMotion: 'reduce' });
  // A machine that does much else at the same time is slow, not broken.
  context.setDefaultTimeout(90_000);
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

/** Only with script can axe look; without it the same page was looked at before. */
async function sound(page: Page, name: string, script = true): Promise<void> {
  if (script) {
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([name, over]).toEqual([name, 0]);
  }
  await page.screenshot({ path: `.build/pictures/release-${name}.png`, animations: 'disabled', fullPage: true });
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor();

async function photo(page: Page, paper: string): Promise<void> {
  const box = page.locator('section.paper').filter({ has: page.getByRole('heading', { name: paper, exact: true }) });
  await box.locator('input[type=file]').setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: readFileSync('web/public/touch-icon.png'),
  });
  await box.getByRole('button', { name: '不要这张' }).first().waitFor();
}

type Receipt = { number: string; code: string };
let plates = 0;

async function apply(
  name: string,
  wish: Wish,
  address: string,
  tel: string,
  script: boolean,
): Promise<Opened & Receipt> {
  const opened = await open(wish, address);
  const { page } = opened;
  await heading(page, '车贷还清了，视频解除抵押');
  await sound(page, `${name}-intro`, script);
  await page.getByRole('link', { name: '开始申请' }).click();
  await heading(page, '先问四句');
  await press(page, '下一步');
  await page.getByRole('alert').waitFor();
  if (script) expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults');
  await sound(page, `${name}-who-faults`, script);
  await page.locator('#office-yinchuan').check();
  await page.locator('#who-self').check();
  await page.locator('#where-me').check();
  await sound(page, `${name}-who`, script);
  await press(page, '下一步');
  await heading(page, '车和银行');
  await page.getByLabel('塞上银行银川分行').check();
  await page.getByLabel('车主姓名').fill('李某芳');
  await page.getByLabel('车牌号').fill('A123');
  await press(page, '下一步');
  await page.getByRole('alert').waitFor();
  await sound(page, `${name}-car-faults`, script);
  plates += 1;
  await page.getByLabel('车牌号').fill(`宁AD0012${String(plates)}`);
  await page.getByLabel('车架号（VIN）后六位').fill('042788');
  await page.getByLabel('登记证书编号').fill('640000120846');
  await page.getByLabel('抵押合同号').fill('SS-2023-0418');
  await page.getByLabel('手机号', { exact: true }).fill(tel);
  await press(page, '下一步');
  await heading(page, '拍材料');
  if (script) {
    await photo(page, '车主的身份证明');
    await photo(page, '登记证书（绿本）');
  }
  await sound(page, `${name}-papers`, script);
  await press(page, '下一步');
  await heading(page, '确认手机号');
  await sound(page, `${name}-phone`, script);
  await page.getByLabel('短信里的6位数字').fill(await codeFor(tel));
  await press(page, '确认');
  await heading(page, '核对一遍，就交');
  await sound(page, `${name}-check`, script);
  await press(page, '交申请');
  await heading(page, '申请收到了');
  await sound(page, `${name}-receipt`, script);
  const [number = '', code = ''] = await page.locator('.nos dd').allTextContents();
  return { ...opened, number, code };
}

async function follow(page: Page, name: string, { number, code }: Receipt, script: boolean): Promise<void> {
  await page.goto(`${product.url}/release/track?number=${number}&other=1`);
  await page.getByLabel('查询码').fill('ABCD1234');
  await press(page, '查进度');
  await page.getByRole('alert').waitFor();
  await sound(page, `${name}-find-fault`, script);
  await page.getByLabel('查询码').fill(code);
  await press(page, '查进度');
  await page.getByText(number).first().waitFor();
  await sound(page, `${name}-case`, script);
}

async function chooseTime(page: Page, name: string, script: boolean): Promise<void> {
  await page.getByRole('link', { name: '选时间', exact: true }).click();
  await heading(page, '选视频时间');
  await sound(page, `${name}-times`, script);
  await page.locator('.nearest button').first().click();
  await heading(page, '给您留着了');
  await sound(page, `${name}-held`, script);
  await press(page, '就这个时间');
  await page.getByText('订好了').waitFor();
  await sound(page, `${name}-booked`, script);
}

async function idOf(number: string): Promise<ReleaseId> {
  const found = await deps.releases.byNumber(number, deps.now());
  if (found === undefined) throw new Error(`no release ${number}`);
  return found.id;
}
const officer = (): string => product.accounts.find((a) => a.role === 'officer' && a.office === 'yinchuan')?.name ?? '';
const does = async (number: string, what: ReleaseAct): Promise<unknown> =>
  doesOn(product, officer(), await idOf(number), what);

const faulty: ReleaseAct = {
  act: 'check-papers',
  verdicts: [
    { kind: 'owner-identity', good: false, defects: ['unreadable'], words: '照片糊了，平放在桌上再拍一张。' },
    { kind: 'certificate', good: false, defects: ['incomplete', 'wrong-paper'], words: '还要写着抵押的那一页。' },
  ],
};
const good: ReleaseAct = {
  act: 'check-papers',
  verdicts: [
    { kind: 'owner-identity', good: true, defects: [] },
    { kind: 'certificate', good: true, defects: [] },
  ],
};
const found = (seized: boolean): ReleaseAct => ({
  act: 'eligibility',
  found: {
    mortgagedHere: true,
    seized,
    lenderEnrolled: true,
    copied: {
      plate: '宁AD00123',
      certificate: '640000120846',
      owner: '李某芳',
      lender: '塞上银行',
      mortgagedOn: '2023-04-18',
    },
  },
});
const onePage = async (page: Page): Promise<number | undefined> =>
  (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length;

test(
  'on a phone: applied, missing papers handed in again, a time chosen, a helper named, in line, at the door',
  async () => {
    const { page, context, complaints, number, code } = await apply('phone', phone, '/release', '13909532001', true);
    await follow(page, 'phone', { number, code }, true);
    await does(number, { act: 'claim' });
    await does(number, faulty);
    await page.reload();
    await page.getByText('还差2样').waitFor();
    await sound(page, 'phone-missing');
    await photo(page, '车主的身份证明');
    await photo(page, '登记证书（绿本）');
    await press(page, '交这些照片');
    await page.getByText('交上了').waitFor();
    await does(number, good);
    await page.goto(`${product.url}/release/track/now`);
    await sound(page, 'phone-now');
    await press(page, '排队');
    await page.getByText('前面没有人了').waitFor();
    await sound(page, 'phone-now-waiting');
    await page.goto(`${product.url}/release/track/case`);
    await chooseTime(page, 'phone', true);
    await page.getByText('请家里人帮忙').click();
    await page.getByLabel('帮忙的人的姓名').fill('李小强');
    await page.getByLabel('和您的关系').fill('儿子');
    await press(page, '做一个链接');
    await page.getByText('请了李*强（儿子）').waitFor();
    await sound(page, 'phone-helper');
    const link = (await page.locator('.link a').getAttribute('href')) ?? '';
    const helper = await open(phone, new URL(link, product.url).pathname);
    await heading(helper.page, '您在帮李*芳');
    await sound(helper.page, 'phone-helper-door');
    await helper.context.close();
    await page.getByRole('link', { name: '试一下设备' }).click();
    await heading(page, '进视频之前');
    await sound(page, 'phone-door');
    await context.setOffline(true);
    await page.getByText('网络断了').waitFor();
    await sound(page, 'phone-door-offline');
    await context.setOffline(false);
    await does(number, { act: 'open-session', with: ['owner'] });
    // The page asks by itself.
    await page.getByText('警官开了门，现在可以进').waitFor();
    await sound(page, 'phone-door-open');
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'on a desktop: refused with reason, article and appeal, one tap to the window, and one A4 page each',
  async () => {
    const { page, context, complaints, number, code } = await apply(
      'desktop',
      desktop,
      '/release',
      '13909532002',
      true,
    );
    expect(await onePage(page)).toBe(1);
    await follow(page, 'desktop', { number, code }, true);
    await chooseTime(page, 'desktop', true);
    await does(number, { act: 'claim' });
    await does(number, found(true));
    await does(number, {
      act: 'refuse',
      ground: 'seized',
      words: '登记系统显示：2026年11月2日由某区人民法院查封，案号见查封文书。',
    });
    await page.goto(`${product.url}/release/track/case`);
    await heading(page, '这次不予办理');
    await sound(page, 'desktop-refused');
    await page.getByRole('link', { name: '不予办理告知' }).click();
    await heading(page, '不予办理告知');
    await sound(page, 'desktop-refusal-paper');
    expect(await onePage(page)).toBe(1);
    await page.goto(`${product.url}/release/track/case`);
    await press(page, '不同意，向“办不成事”窗口反映');
    await heading(page, '事没办成，在这里反映');
    expect(await page.getByLabel('什么事没办成').inputValue()).toContain(number);
    await sound(page, 'desktop-window');
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'in large type, on the narrowest phone',
  async () => {
    const narrow = { ...phone, viewport: { width: 320, height: 640 } };
    const { page, context, complaints, number, code } = await apply(
      'elder',
      narrow,
      '/release?elder=1',
      '13909532003',
      true,
    );
    await follow(page, 'elder', { number, code }, true);
    await chooseTime(page, 'elder', true);
    await does(number, { act: 'claim' });
    await does(number, faulty);
    await page.reload();
    await page.getByText('还差2样').waitFor();
    await sound(page, 'elder-missing');
    await page.goto(`${product.url}/release/door`);
    await sound(page, 'elder-door');
    expect(complaints).toEqual([]);
    await context.close();
  },
  LONG,
);

test(
  'without script everything but photos works',
  async () => {
    const wish = { ...phone, javaScriptEnabled: false };
    const { page, context, number, code } = await apply('plain', wish, '/release', '13909532004', false);
    await follow(page, 'plain', { number, code }, false);
    await chooseTime(page, 'plain', false);
    await page.getByText('不办了，取消申请').click();
    await press(page, '确定取消');
    await page.getByText('取消了。').waitFor();
    await sound(page, 'plain-cancelled', false);
    await context.close();
  },
  LONG,
);

test(
  'the counter is offered with its reasons; English has its own words',
  async () => {
    const { page, context, complaints } = await open(phone, '/release/counter?why=lost');
    await sound(page, 'phone-counter-lost');
    await page.goto(`${product.url}/release/counter?why=lender`);
    await sound(page, 'phone-counter-lender');
    await page.goto(`${product.url}/release?lang=en`);
    await sound(page, 'phone-english-intro');
    await page.goto(`${product.url}/release/apply`);
    await sound(page, 'phone-english-who');
    expect(complaints).toEqual([]);
    await context.close();
    const wide = await open(desktop, '/release/counter?why=lost');
    await sound(wide.page, 'desktop-counter-lost');
    await wide.context.close();
  },
  LONG,
);

test(
  'photos that were sent and answers that were typed are still there after a reload',
  async () => {
    const { page, context } = await open(phone, '/release/apply');
    await page.locator('#office-yinchuan').check();
    await page.locator('#who-self').check();
    await page.locator('#where-me').check();
    await press(page, '下一步');
    await page.getByLabel('塞上银行银川分行').check();
    await page.getByLabel('车主姓名').fill('写到一半');
    await page.reload();
    expect(await page.getByLabel('车主姓名').inputValue()).toBe('写到一半');
    await page.goto(`${product.url}/release/apply/papers`);
    await photo(page, '登记证书（绿本）');
    await page.reload();
    await page.getByRole('button', { name: '不要这张' }).waitFor();
    await context.close();
  },
  LONG,
);
