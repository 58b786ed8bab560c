/** The guide pages in a real browser: without script, for screen readers, and on paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import {
  checklistPage,
  errorPage,
  guideIndexPage,
  guidePage,
  noticePage,
  type PageContext,
} from '../../handlers/http/guide-pages/pages.ts';
import { serviceById, services } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { officeOf } from '../../models/office/offices.ts';
import { instantOf } from '../../models/time.ts';
import { openBrowser } from './product.ts';

const now = instantOf(Date.parse('2026-11-18T10:12:00+08:00'));
const zh: PageContext = { office: officeOf('yinchuan'), lang: 'zh', elder: false, nonce: 'n0nce', now };
const url = 'https://example.cn/guides/mortgage-release/checklist?a=o0w0l0';
const service = (id: string): Service => {
  const found = serviceById(id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open = async (content: string, width: number, javaScriptEnabled = true): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.route('http://guides.test/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: content }),
  );
  await page.goto('http://guides.test/guides');
  return page;
};

const seen: [string, string][] = [
  ['guide', guidePage({ ...zh, service: service('mortgage-release'), answers: {}, url })],
  [
    'guide in large type',
    guidePage({
      ...zh,
      elder: true,
      office: officeOf('pingluo'),
      service: service('licence-renew-expiry'),
      answers: {},
      url,
    }),
  ],
  ['guide in English', guidePage({ ...zh, lang: 'en', service: service('overseas-licence'), answers: {}, url })],
  [
    'unverified guide',
    guidePage({ ...zh, office: officeOf('zhongning'), service: service('motorcycle-one-id'), answers: {}, url }),
  ],
  [
    'checklist of three',
    checklistPage({
      ...zh,
      services: [service('replace-vehicle-licence'), service('owner-contact-filing'), service('driver-contact-filing')],
      answers: {},
      url,
    }),
  ],
  ['index', guideIndexPage({ ...zh, query: '', results: [] })],
  ['notice', noticePage({ ...zh, service: service('vehicle-transfer-registration'), answers: {}, url })],
  ['error', errorPage(zh)],
];

test.each(seen)(
  '%s has no accessibility violation and does not scroll sideways, on a phone and on a desk',
  async (_name, content) => {
    for (const width of [360, 1280]) {
      const page = await open(content, width);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
        };
        return (await axe.run()).violations.map((v) => `${v.id} ${String(v.nodes[0]?.target)}`);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.context().close();
    }
  },
);

test('without script the form, the list and the law are all there', async () => {
  const page = await open(seen[0]?.[1] ?? '', 390, false);
  await page.locator('label', { hasText: '有法院文书' }).click();
  await page.getByRole('button', { name: '看我的清单' }).click();
  expect(new URL(page.url()).searchParams.get('lender')).toBe('court');
  await expect(page.locator('.law').innerText()).resolves.toContain('第31、33、35、36、83、86、89条');
  await page.context().close();
});

test('ticks are remembered on the device', async () => {
  const page = await open(seen[0]?.[1] ?? '', 390);
  await page.getByRole('checkbox', { name: '车主身份证' }).check({ force: true });
  expect(await page.locator('[data-ready]').innerText()).toBe('共3样，已备1样');
  await page.reload();
  expect(await page.locator('[data-ready]').innerText()).toBe('共3样，已备1样');
  await page.context().close();
});

test('every notice, in both languages, prints on exactly one A4 page', async () => {
  const page = await open('', 794);
  await page.emulateMedia({ media: 'print' });
  const notices = services.flatMap((s) =>
    (['zh', 'en'] as const).map((lang) =>
      noticePage({
        ...zh,
        lang,
        service: s,
        answers: { who: 'agent', mortgaged: 'yes' },
        url,
        issued: { number: '银川 261118-0042', by: '示例警员', at: now },
      }),
    ),
  );
  const [one = ''] = notices;
  // All sheets under one another in one document, each in its own language: 158 documents would take half a minute.
  const sheets = notices.map(
    (n, i) => `<div lang="${i % 2 === 0 ? 'zh-CN' : 'en'}">${/<main[\s\S]*<\/main>/u.exec(n)?.[0] ?? ''}</div>`,
  );
  await page.setContent(one.replace(/<main[\s\S]*<\/main>/u, () => sheets.join('')));
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sheet')].map((sheet) => {
      sheet.style.minHeight = '0';
      return sheet.offsetHeight;
    }),
  );
  expect(heights).toHaveLength(2 * services.length);
  expect(heights.map((h, i) => [services[Math.floor(i / 2)]?.id, h]).filter(([, h]) => Number(h) > 1115)).toEqual([]);
  await page.setContent(one);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);
  await page.context().close();
});
