/** The running product for browser tests: the same as `npm start`, on free ports, with a browser. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startProduct as start, type Product } from '../../scripts/local/product.ts';
import { codeAt } from '../../models/access/one-time-code.ts';

/** A Wednesday morning in opening hours, so that the hour at which tests run does not matter. */
export const OPEN_HOURS = '2026-11-18T02:20:00Z';

export type Running = Product & {
  logs(): string;
  /** The six-digit code of a demo account at the product's clock. */
  code(name: string): string;
};

/** `stream` false: nothing follows a change; for tests that look at the change alone. */
export async function startProduct(clock: string = OPEN_HOURS, stream = true): Promise<Running> {
  let logs = '';
  const product = await start({
    port: 0,
    data: mkdtempSync(join(tmpdir(), 'bancheng-product-')),
    inMemory: true,
    clock,
    stream,
    onLog: (text) => (logs += text),
  });
  return {
    ...product,
    logs: () => logs,
    code: (name) =>
      codeAt(
        product.accounts.find((a) => a.name === name)?.secret ?? '',
        Date.now() + Number(product.environment['CLOCK_AHEAD_MS']),
      ),
  };
}

const found = (...names: readonly string[]): string | undefined =>
  process.env['CHROMIUM'] ?? names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome'];

const launch = (executablePath: string | undefined, media: readonly string[]): Promise<Browser> =>
  chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...media,
    ],
  });

/**
 * Five pictures a second: three people in one call, drawn, encoded and recorded four times as often, are more than two cores carry.
 */
const GIVEN = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=5'];

/** Chromium without the windows around its pages, which spares a third of the time. */
export const openBrowser = (): Promise<Browser> => launch(found('chromium-headless-shell', ...WHOLE), GIVEN);

/**
 * The whole Chromium: only it has a clipboard, and asks its person for camera and microphone; in the other one a call now and then did not
 * begin on a busy machine, and a part of it that takes pictures and sound ended by itself. `media`: what is answered.
 */
export const openWholeBrowser = (media: readonly string[] = GIVEN): Promise<Browser> => launch(found(...WHOLE), media);

export const phone = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  hasTouch: true,
  isMobile: true,
} as const;
export const desktop = {
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const;

const require = createRequire(import.meta.url);
/** The short one: it is read again on every new page. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, in words; WCAG 2.2 A and AA. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // What is fading in is measured once it is there: half-seen text has no contrast.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
        .map((one) => one.finished),
    ),
  );
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(o: object): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
  });
  return found
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 4)
          .join(', ')}`,
    );
}

/** Pictures of each page lie in .build/pictures, to be looked at. */
export const picture = (page: Page | BrowserContext, name: string): Promise<unknown> =>
  'screenshot' in page
    ? page.screenshot({ path: `.build/pictures/${name}.png`, animations: 'disabled' })
    : Promise.resolve();
