import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { GuidanceFigures } from '../../models/aftermath/guidance-views.ts';
import type { Approvals, CasePage, Oversight } from '../../models/aftermath/oversight-views.ts';
import { seedMatters, seedPast } from '../../scripts/local/seed-matters.ts';
import { seedTalks } from '../../scripts/local/seed-talks.ts';
import { ask, openConsole, overflow, type Seat } from './console-desk.ts';
import { eventually } from './eventually.ts';
import { desktop, openBrowser, phone, picture, seriousFaults, startProduct, type Running } from './product.ts';

let product: Running;
let browser: Browser;
let chen: Seat;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const ahead = Number(product.environment['CLOCK_AHEAD_MS']);
  await seedMatters('bancheng', ahead, ['yinchuan']);
  await seedPast('bancheng', ahead, ['zhongning']);
  await seedTalks('bancheng', ahead);
  chen = await openConsole(product, browser, 'chen');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const PERIOD = 'from=2026-08-20&to=2026-11-18';
const to = async (page: Page, place: string): Promise<void> => {
  await page.goto(`${product.url}/console#/oversight/${place}`);
};
const figures = (who: string, office: string): Promise<Oversight> =>
  ask(product, who, 'GET', `/api/oversight?office=${office}&${PERIOD}`);
/** Figures follow what happened a moment later: until nothing more comes. */
async function settled(who: string, office: string): Promise<Oversight> {
  let before = '';
  await eventually(
    () => figures(who, office),
    (now) => {
      const { computedAt: _computedAt, ...rest } = now;
      const same = before === JSON.stringify(rest);
      before = JSON.stringify(rest);
      expect([same, now.received > 0]).toEqual([true, true]);
    },
    60_000,
  );
  return figures(who, office);
}

/** Each page in both sizes and, at the desk, in the dark. */
async function checked(page: Page, name: string): Promise<void> {
  // A message that fades is judged by nobody.
  await eventually(
    () => page.locator('.el-message').count(),
    (messages) => {
      expect(messages).toBe(0);
    },
  );
  for (const size of [phone.viewport, desktop.viewport]) {
    await page.setViewportSize(size);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    expect([name, await seriousFaults(page)]).toEqual([name, []]);
    await picture(page, `${name}-${String(size.width)}`);
  }
  await page.locator('button.theme').click();
  expect([name, 'dark', await seriousFaults(page)]).toEqual([name, 'dark', []]);
  await picture(page, `${name}-dark`);
  await page.locator('button.theme').click();
}

test('every promise’s figures are as many as the cases that open behind them', async () => {
  const { page } = chen;
  const shown = await settled('chen', 'all');
  expect(shown.promises.some(({ missed }) => missed > 0)).toBe(true);
  await to(page, `figures?office=all&${PERIOD}`);
  for (const promise of shown.promises) {
    const card = page.locator(`[data-promise="${promise.name}"]`);
    for (const [button, count] of [
      ['.num .big', promise.ratio.numerator],
      ['.num .miss', promise.missed],
    ] as const) {
      if (count === 0) continue;
      await card.locator(button).click();
      expect(await card.locator(button).textContent()).toContain(String(count));
      const more = page.getByRole('button', { name: '再看后面的' });
      await eventually(
        async () => {
          if (await more.isVisible()) await more.click();
          return page.locator('[data-cases] tbody tr').count();
        },
        (rows) => {
          expect([promise.name, button, rows]).toEqual([promise.name, button, count]);
        },
      );
    }
  }
  await page.goBack();
  await page.locator('.why').waitFor();
  await checked(page, 'oversight-figures');
  await page.getByRole('button', { name: '看表格' }).click();
  expect(await page.getByRole('region', { name: '12周走势' }).locator('tbody tr').count()).toBe(12);
});

test('a manager puts a matter off with approval, and cannot send one back without saying why', async () => {
  const { page } = chen;
  const waiting = (): Promise<Approvals> => ask(product, 'chen', 'GET', '/api/oversight/approvals');
  await eventually(waiting, ({ extensions }) => {
    expect(extensions.length).toBe(1);
  });
  const [row] = (await waiting()).extensions;
  await to(page, 'approvals?office=yinchuan');
  const item = page.locator(`[data-id="${row?.id ?? ''}"]`);
  await item.getByRole('button', { name: '看理由，定' }).click();
  await item.getByText('考场下周三才放新一批名额').waitFor();
  await item.getByRole('button', { name: '不同意' }).click();
  await item.getByText('退回要写清楚为什么').waitFor();
  await checked(page, 'oversight-approvals');
  await item.getByRole('button', { name: '同意延期' }).click();
  await page.getByText('同意了，到期日改了').waitFor();
  await eventually(waiting, ({ extensions }) => {
    expect(extensions).toEqual([]);
  });
  const file = await ask<{ extension?: { approved?: boolean } }>(
    product,
    'chen',
    'GET',
    `/api/matters/${row?.id ?? ''}`,
  );
  expect(file.extension?.approved).toBe(true);
  await item.waitFor({ state: 'detached' });
});

test('the ledger comes as a file that spreadsheets read as Chinese, one line a matter', async () => {
  const { page } = chen;
  await to(page, `ledger?office=all&${PERIOD}`);
  await page.getByRole('link', { name: /这一周，还没过完/u }).waitFor();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载CSV' }).click();
  const download = await file;
  expect(download.suggestedFilename()).toBe('ledger-2026-08-20-2026-11-18.csv');
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { received } = await figures('chen', 'all');
  expect(bytes.toString('utf8').trim().split('\r\n').length).toBe(received + 1);
  await checked(page, 'oversight-ledger');
});

test('a sample is drawn and what was heard is noted; what fails often becomes a common cause with a plan', async () => {
  const tian = await openConsole(product, browser, 'tian');
  const { page } = tian;
  await to(page, 'sample');
  await page.getByRole('button', { name: '抽今天的3件' }).click();
  const pick = page
    .locator('li.item')
    .filter({ has: page.locator('form') })
    .first();
  await pick.waitFor();
  await pick.getByRole('button', { name: '记下' }).click();
  await pick.getByText('请选结果。').waitFor();
  await pick.getByText('没打通', { exact: false }).click();
  await pick.getByLabel('他怎么说').fill('响了没人接，下午再打。');
  await checked(page, 'oversight-sample');
  await pick.getByRole('button', { name: '记下' }).click();
  await page.locator('.tag.warn', { hasText: '没打通' }).waitFor();

  await to(page, 'reviews');
  await page.getByRole('button', { name: '立一个来查' }).first().click();
  const form = page.getByRole('dialog');
  await form.locator('.linked li').first().waitFor();
  await form.getByLabel('一句话说清是什么').fill('补牌寄送总超期');
  await form.getByRole('button', { name: '存下' }).click();
  await page.getByRole('button', { name: /^补牌寄送总超期/u }).click();
  await form.getByLabel('进展').selectOption('acting');
  await form.getByRole('button', { name: '存下' }).click();
  await form.getByText('开始整改要写怎么改、谁负责、什么时候改好。').waitFor();
  await form.getByLabel('怎么改').fill('每天下班前和邮政对一遍单号，两天没动的当天追。');
  await form.getByLabel('谁负责').selectOption('yang');
  await form.getByLabel('什么时候改好').fill('2026-12-15');
  await form.getByRole('button', { name: '存下' }).click();
  await page.getByRole('region', { name: '正在整改' }).getByText('杨兰').waitFor();
  await checked(page, 'oversight-reviews');
  await tian.context.close();
});

test('guidance figures open the talks behind them; a radio script is drafted, settled, approved by another and read by the station', async () => {
  const { page } = chen;
  // Figures follow what happened a moment later.
  await eventually(
    () => ask<GuidanceFigures>(product, 'chen', 'GET', `/api/oversight/guidance?office=yinchuan&${PERIOD}`),
    ({ measures, times }) => {
      const helped = measures.find(({ name }) => name === 'guide-helped')?.ratio;
      expect([helped?.numerator, helped?.denominator, times.map(({ count }) => count)]).toEqual([
        30,
        50,
        [10, 10, 0, 0],
      ]);
    },
    60_000,
  );
  await to(page, `guidance?office=yinchuan&${PERIOD}`);
  const helped = page.locator('[data-measure="guide-helped"]');
  await helped.getByRole('button', { name: '没帮上的' }).click();
  // Handed over, not solved, a low grade: each in two kinds of talk, five times.
  await eventually(
    () => page.locator('[data-talks] li').count(),
    (rows) => {
      expect(rows).toBe(20);
    },
  );
  expect(await helped.locator('.num').textContent()).toContain('30/50次');
  await page.locator('[data-guides] tbody tr').first().waitFor();
  await page.locator('.words').getByText('拖走').waitFor();
  await checked(page, 'oversight-guidance');

  const liu = await openConsole(product, browser, 'liu');
  await liu.page.goto(`${product.url}/console#/air`);
  await liu.page.getByRole('button', { name: '写上一周的' }).click();
  const title = liu.page.getByLabel('标题');
  await title.waitFor();
  await title.fill('空中电波：解押、补证');
  // A closed page loses nothing that was typed.
  await liu.page.reload();
  await eventually(
    () => title.inputValue(),
    (value) => {
      expect(value).toBe('空中电波：解押、补证');
    },
  );
  const settled = liu.page.getByRole('button', { name: '弄清了' });
  while ((await settled.count()) > 0) await settled.first().click();
  await checked(liu.page, 'air-draft');
  await liu.page.getByRole('button', { name: '存下' }).click();
  await liu.page.getByRole('button', { name: '送审', disabled: false }).click();
  await liu.page.getByText('等负责人批').waitFor();
  await liu.context.close();

  await page.goto(`${product.url}/console#/air/yinchuan-2026-11-09`);
  await page.getByRole('button', { name: '批准' }).click();
  await page.getByRole('button', { name: '记播出' }).click();
  await page.getByLabel('哪天播的').fill('2026-11-16');
  await page.getByLabel('哪个节目').fill('交通早高峰');
  await page.getByRole('button', { name: '记播出' }).last().click();
  await page.getByText('满7天再看').first().waitFor();
  await checked(page, 'air-aired');
  const feed = (await (await fetch(`${product.url}/air/yinchuan/feed.json`)).json()) as { items: { title: string }[] };
  expect(feed.items.map((item) => item.title)).toEqual(['空中电波：解押、补证']);
  const reader = await browser.newPage(phone);
  await reader.goto(`${product.url}/air/yinchuan`);
  await reader.getByRole('link', { name: '空中电波：解押、补证' }).click();
  await reader.locator('.qa').first().waitFor();
  expect(await seriousFaults(reader)).toEqual([]);
  await picture(reader, 'air-script-390');
  await reader.emulateMedia({ media: 'print' });
  await reader.setViewportSize({ width: 794, height: 1123 });
  await picture(reader, 'air-script-a4');
  await reader.close();
});

test('a county’s manager sees that office only; an officer is told who may look', async () => {
  const tian = await openConsole(product, browser, 'tian');
  await to(tian.page, `figures?office=all&${PERIOD}`);
  await tian.page.locator('[data-promise="response"]').waitFor();
  expect(await tian.page.locator('.fil').allTextContents()).toEqual([expect.stringContaining('时间'), '办公室中宁']);
  const all = await ask<CasePage>(product, 'tian', 'GET', `/api/oversight/cases?office=all&figure=received&${PERIOD}`);
  expect(new Set(all.rows.map(({ row }) => row?.office))).toEqual(new Set(['zhongning']));
  await expect(ask(product, 'tian', 'GET', `/api/oversight?office=yinchuan&${PERIOD}`)).rejects.toThrow('403');
  await tian.context.close();

  const liu = await openConsole(product, browser, 'liu');
  await to(liu.page, 'figures');
  await liu.page.getByRole('heading', { name: '您不能看这里' }).waitFor();
  expect(await liu.page.getByRole('link', { name: '看板' }).count()).toBe(0);
  await checked(liu.page, 'oversight-not-allowed');
  await liu.context.close();
});
