/** Staff at the console and citizens in line, for the browser tests of the console. */
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { desktop, OPEN_HOURS, type Running } from './product.ts';

type Shown = { id: string; lastSeq: number; state: { name: string; number?: string } };
type Chat = { conversation: Shown; lines: { seq: number; from: string; content: { type: string; text?: string } }[] };

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

/** A citizen who writes through the interface, as the chat page does. */
export async function openCitizen(product: Running) {
  const opened = await fetch(`${product.url}/api/chat?office=yinchuan`);
  if (!opened.ok) throw new Error(`/api/chat: ${String(opened.status)} ${await opened.text()}`);
  const cookie = cookieOf(opened);
  const first = (await opened.json()) as Chat;
  let after = 0;
  const ask = async (path: string, body?: object): Promise<Chat> => {
    const answer = await fetch(`${product.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as Chat;
  };
  return {
    id: first.conversation.id,
    async say(text: string): Promise<Shown> {
      const message = { delivery: randomUUID(), after, content: { type: 'text', text } };
      // Like the page, it sends the same delivery again when the first try got no answer.
      const said = await ask('/api/chat/messages', message).catch(() => ask('/api/chat/messages', message));
      after = said.conversation.lastSeq;
      return said.conversation;
    },
    async lines(): Promise<Chat['lines']> {
      return (await ask('/api/chat?after=0')).lines;
    },
    async read(seq: number): Promise<void> {
      await ask('/api/chat/read', { seq });
    },
  };
}

const sessions = new WeakMap<Running, Map<string, Promise<string>>>();

/** A code works once, so each officer signs in once per product. */
export function staffCookie(product: Running, name: string): Promise<string> {
  const known = sessions.get(product) ?? new Map<string, Promise<string>>();
  sessions.set(product, known);
  const cookie =
    known.get(name) ??
    fetch(`${product.url}/api/staff/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bancheng': '1' },
      body: JSON.stringify({
        name,
        password: product.accounts.find((account) => account.name === name)?.password,
        code: product.code(name),
      }),
    }).then((answer) => {
      if (!answer.ok) throw new Error(`${name} could not sign in: ${String(answer.status)}`);
      return cookieOf(answer);
    });
  known.set(name, cookie);
  return cookie;
}

/** What a member of staff does without the page. */
export async function ask<T>(product: Running, name: string, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${product.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie: await staffCookie(product, name) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

export type Seat = { context: BrowserContext; page: Page };

/** The page's clock runs with the product's. */
export async function openConsole(
  product: Running,
  browser: Browser,
  name: string | undefined,
  options: BrowserContextOptions = desktop,
): Promise<Seat> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(keepMessages);
  if (name !== undefined) {
    const [key = '', ...value] = (await staffCookie(product, name)).split('=');
    await context.addCookies([{ name: key, value: value.join('='), url: product.url }]);
  }
  const page = await context.newPage();
  await page.clock.install({ time: OPEN_HOURS });
  await page.goto(`${product.url}/console`);
  await page.locator(name === undefined ? '#sign-in-name' : '.shell').waitFor();
  return { context, page };
}

declare let messages: string[];
/** In the page: every message at the head of the page, also when it is gone before the test looks. */
function keepMessages(): void {
  messages = [];
  new MutationObserver((changes) => {
    const boxes = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
    const all = boxes.map((node) => (node instanceof Element ? node : node.parentElement)?.closest('.el-message'));
    for (const box of new Set(all)) if (box?.isConnected === true) messages.push(box.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Waits until the page has said this at its head; a message answers one such wait. */
export async function told(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const at = messages.findIndex((one) => one.includes(wanted));
      if (at >= 0) messages.splice(0, at + 1);
      return at >= 0;
    },
    words,
    { polling: 100 },
  );
}

/** Opens one conversation from the list that holds it. */
export async function openRow(page: Page, list: 'mine' | 'waiting' | 'all', id: string): Promise<void> {
  await page.locator(`#view-${list}`).click();
  await page.locator(`.qi[data-id="${id}"]`).click();
  await page.locator('.msgs .m').first().waitFor();
}

/** How far the page is wider than its window; a page that fits answers 0. Once it is laid out: after a change of size that takes a moment. */
export async function overflow(page: Page): Promise<number> {
  const wider = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const until = Date.now() + 5_000;
  for (let now = await wider(); ; now = await wider()) {
    if (now <= 0 || Date.now() > until) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
