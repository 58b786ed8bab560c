import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lookModule } from '../../handlers/http/guide-pages/build-look.ts';
import { html } from '../../handlers/http/guide-pages/html.ts';
import {
  checklistPage,
  errorPage,
  guideIndexPage,
  guideLink,
  guidePage,
  noticePage,
  notFoundPage,
  type PageContext,
} from '../../handlers/http/guide-pages/pages.ts';
import { encodeAnswers } from '../../models/guidance/answer-code.ts';
import { serviceById, services } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';
import type { Service } from '../../models/guidance/service.ts';
import { officeOf, offices } from '../../models/office/offices.ts';
import { instantOf } from '../../models/time.ts';

const now = instantOf(Date.parse('2026-11-18T10:12:00+08:00'));
const zh: PageContext = { office: officeOf('yinchuan'), lang: 'zh', elder: false, nonce: 'n0nce', now };
const url = 'https://example.cn/guides/mortgage-release/checklist?a=o0';
const service = (id: string): Service => {
  const found = serviceById(id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};
const release = service('mortgage-release');

const pagesOf = (page: PageContext, s: Service): string[] => [
  guidePage({ ...page, service: s, answers: {}, url }),
  checklistPage({ ...page, services: [s], answers: {}, url }),
  noticePage({ ...page, service: s, answers: {}, url }),
];
const allPages = (page: PageContext): string[] => [
  ...services.flatMap((s) => pagesOf(page, s)),
  guideIndexPage({ ...page, query: '', results: [] }),
  guideIndexPage({ ...page, query: '过户', results: searchServices('过户') }),
  notFoundPage(page),
  errorPage({ ...page, reference: 'K7Q2' }),
];
const hrefs = (page: string): string[] =>
  [...page.matchAll(/(?:href|action)="([^"]*)"/gu)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'));

test('whatever is put into a page is escaped', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const attribute = html`<a title="${text}"></a>`.text;
      expect(attribute.slice('<a title="'.length, -'"></a>'.length)).not.toMatch(/["<>']/u);
    }),
  );
  const attack = '"><script>alert(1)</script>';
  const page = guideIndexPage({ ...zh, query: attack, results: [] });
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&quot;&gt;&lt;script&gt;');
});

test('pages keep to a strict content policy: no inline handler, no style attribute, every script and style with its nonce', () => {
  for (const page of allPages(zh)) {
    const markup = page.replace(/<(style|script)[\s\S]*?<\/\1>/gu, '');
    expect(markup).not.toMatch(/\son[a-z]+=|\sstyle=|javascript:/u);
    const nonces = [...page.matchAll(/<(?:style|script)([^>]*)>/gu)].map((m) => m[1]);
    expect(nonces).toEqual([' nonce="n0nce"', ' nonce="n0nce"']);
  }
});

test('every page of every service names the rule, its article and its date, and when it was checked', () => {
  for (const s of services)
    for (const page of pagesOf(zh, s)) {
      expect(page).toContain('2026年11月1日核对');
      if (s.legal.some((l) => l.articles.length > 0)) expect(page).toMatch(/第[\d、]+条，\d{4}年\d+月\d+日起施行/u);
    }
});

test('the words of the making never reach a citizen', () => {
  for (const page of [...allPages(zh), ...allPages({ ...zh, lang: 'en' })])
    expect(page).not.toMatch(/种子|github|undefined|\[object|NaN|yinchuan\.gov\.cn/u);
});

test('questions are a plain form whose fields come back as answers', () => {
  const page = guidePage({
    ...zh,
    office: officeOf('pingluo'),
    elder: true,
    service: release,
    answers: { lender: 'gone' },
    url,
  });
  expect(page).toContain('<form class="q" action="/guides/mortgage-release#list" method="get">');
  expect(page.replace(/\s+/gu, ' ')).toMatch(/name="lender" value="gone" checked/u);
  expect(page).toContain('<input type="hidden" name="office" value="pingluo"');
  expect(page).toContain('<input type="hidden" name="elder" value="1"');
  expect(page).toContain('贷款机构注销、撤销或破产的证明');
});

test('answers narrow the papers on the page', () => {
  const court = guidePage({ ...zh, service: release, answers: { lender: 'court' }, url });
  expect(court).toContain('法院的协助执行通知书');
  expect(court).not.toContain('>贷款机构身份证明');
});

test('office, language and size of type stay in every link between guides', () => {
  for (const page of pagesOf({ ...zh, office: officeOf('zhongning'), lang: 'en', elder: true }, release)) {
    const inside = hrefs(page).filter((h) => h.startsWith('/guides') && !h.includes('#'));
    expect(inside.length).toBeGreaterThan(0);
    const wants = [/office=zhongning/u, /lang=en|elder=1/u];
    for (const h of inside) for (const w of wants) expect(h).toMatch(w);
  }
});

test('the language link keeps the answers and turns the language', () => {
  const page = guidePage({ ...zh, service: release, answers: { owner: 'company' }, url });
  expect(hrefs(page)).toContain('/guides/mortgage-release?a=o1&lang=en');
  expect(hrefs(page)).toContain('/guides/mortgage-release?a=o1&elder=1');
  expect(encodeAnswers(release, { owner: 'company' })).toBe('o1');
});

test('every link between guides leads to a guide', () => {
  for (const page of allPages(zh))
    for (const h of hrefs(page)) {
      const id = /^\/guides\/([a-z0-9-]+)/u.exec(h)?.[1];
      if (id !== undefined) expect([id, serviceById(id) !== undefined]).toEqual([id, true]);
    }
});

test('an English page has the Chinese name of every paper beside it', () => {
  for (const s of services) {
    const page = checklistPage({ ...zh, lang: 'en', services: [s], answers: {}, url });
    expect(page).toContain('<html lang="en"'.slice(0, 5));
    for (const name of [...page.matchAll(/<span class="zh" lang="zh-CN">([^<]+)<\/span>/gu)].map((m) => m[1]))
      expect(name).toMatch(/\p{Script=Han}/u);
  }
  expect(checklistPage({ ...zh, lang: 'en', services: [release], answers: {}, url })).toContain(
    '机动车登记证书（大绿本）</span>',
  );
});

test('the page says by which date it would be done today', () => {
  expect(guidePage({ ...zh, service: release, answers: {}, url })).toContain('今天受理，最晚11月19日（周四）');
});

test('what this office does not take is said, with the office that does', () => {
  const page = guidePage({
    ...zh,
    office: officeOf('pingluo'),
    service: service('mortgage-release-video'),
    answers: {},
    url,
  });
  expect(page).toContain('这件事这个车管所不办');
  expect(hrefs(page)).toContain('/guides/mortgage-release-video');
  expect(page).not.toContain('约视频办');
});

test('unverified ways and facts are set apart and never in the list of ways', () => {
  const page = guidePage({ ...zh, service: service('motorcycle-one-id'), answers: {}, url });
  expect(page).toContain('要带哪些没有核实过的清单');
  expect(page).toContain('没有核实的');
});

test('the index finds by words, says so when nothing is found, and lists everything otherwise', () => {
  const found = guideIndexPage({ ...zh, query: '过户', results: searchServices('过户') });
  expect(found.indexOf('转让登记')).toBeGreaterThan(0);
  expect(guideIndexPage({ ...zh, query: '今天天气', results: [] })).toContain('没有找到');
  const all = guideIndexPage({ ...zh, query: '', results: [] });
  for (const s of services) expect(all).toContain(`href="/guides/${s.id}"`);
  for (const o of offices) expect(all).toContain(o.nameZh);
});

test('a notice handed out by an officer carries its number and both names; a citizen’s print does not', () => {
  const issued = noticePage({
    ...zh,
    service: release,
    answers: {},
    url,
    issued: { number: '银川 261118-0042', by: '示例警员', at: now },
  });
  expect(issued).toContain('银川 261118-0042');
  expect(issued).toContain('申请人签收');
  const own = noticePage({ ...zh, service: release, answers: {}, url });
  expect(own).not.toContain('申请人签收');
  expect(own).toContain('自行打印');
});

test('links leave out what is usual', () => {
  expect(guideLink(zh, '/mortgage-release')).toBe('/guides/mortgage-release');
  expect(guideLink({ ...zh, elder: true, lang: 'en' }, '', { q: '过户' })).toBe(
    '/guides?q=%E8%BF%87%E6%88%B7&lang=en&elder=1',
  );
});

test('the packed look is the shared look', () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(read('handlers/http/guide-pages/look.generated.ts')).toBe(
    lookModule(read('web/look/tokens.css'), read('web/look/icons.svg')),
  );
});

test('a page is small: under 12 KB packed', async () => {
  const { gzipSync } = await import('node:zlib');
  for (const page of allPages(zh)) expect(gzipSync(page).length).toBeLessThan(12_000);
});
