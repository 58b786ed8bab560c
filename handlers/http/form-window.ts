/** Makes a Lambda window out of pages with plain forms: who visits, what was typed, whether it came from our own page. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Deps } from '../../functions/deps.ts';
import type { Signer } from '../../models/signing.ts';
import { defaultOffice, officeById } from '../../models/office/offices.ts';
import { reportWords, type ReportWords } from '../../models/phrasebook/report-words.ts';
import { msOf } from '../../models/time.ts';
import { errorCode, log } from '../log.ts';
import { wired } from '../wiring.ts';
import { choiceCookie, cookieValue, visitorOf } from './cookies.ts';
import { errorPage, type PageContext } from './guide-pages/pages.ts';
import { pageHeaders } from './page-headers.ts';

export type Visit = {
  event: APIGatewayProxyEventV2;
  deps: Deps;
  signer: Signer;
  nowMs: number;
  address: string;
  page: PageContext;
  words: ReportWords;
  query: Record<string, string | undefined>;
  /** What was typed: the last value of a name, and all of them. */
  field(name: string): string | undefined;
  fields(name: string): string[];
};

export type Reply = { cookies?: string[] } & (
  { show: string; status?: number } | { go: string } | { send: APIGatewayProxyStructuredResultV2 }
);
export type PageRoute = (visit: Visit) => Promise<Reply>;

/** `foreign` answers a form that did not come from our own page. */
export function openPages(routes: Record<string, PageRoute>, foreign: (visit: Visit) => Reply | Promise<Reply>) {
  const answer = async (event: APIGatewayProxyEventV2, nonce: string): Promise<APIGatewayProxyStructuredResultV2> => {
    const { deps, signer } = await wired();
    const { visit, cookies } = visitOf(event, deps, signer, nonce);
    const route = routes[event.routeKey];
    if (route === undefined) throw new Error('no such page');
    const reply =
      event.requestContext.http.method === 'POST' && !isOwn(event) ? await foreign(visit) : await route(visit);
    const all = [...cookies, ...(reply.cookies ?? [])];
    if ('send' in reply) return { ...reply.send, cookies: all };
    return 'go' in reply
      ? { statusCode: 303, headers: { location: reply.go, 'cache-control': 'no-store' }, cookies: all }
      : { ...shown(reply.status ?? 200, reply.show, nonce), cookies: all };
  };
  const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const nonce = randomBytes(16).toString('base64');
    const started = performance.now();
    try {
      const answered = await answer(event, nonce);
      const ms = Math.round(performance.now() - started);
      log('request-answered', { route: event.routeKey, status: answered.statusCode ?? 200, ms });
      return answered;
    } catch (error) {
      const reference = randomUUID().slice(0, 4).toUpperCase();
      log('request-failed', { route: event.routeKey, error: errorCode(error), code: reference });
      return shown(500, errorPage({ ...contextOf(event, nonce, Date.now()).page, reference }), nonce);
    }
  };
  return Object.assign(handler, { pages: Object.keys(routes) });
}

const shown = (statusCode: number, body: string, nonce: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  // Personal pages: nothing of them stays in a cache on the way or behind the back button of a shared computer.
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...pageHeaders('guide', nonce) },
  body,
});

function visitOf(
  event: APIGatewayProxyEventV2,
  deps: Deps,
  signer: Signer,
  nonce: string,
): { visit: Visit; cookies: string[] } {
  const nowMs = msOf(deps.now());
  const known = visitorOf(signer, event.cookies, nowMs);
  const { page, cookies } = contextOf(event, nonce, nowMs, known);
  const typed = new URLSearchParams(bodyOf(event));
  return {
    visit: {
      event,
      deps,
      signer,
      nowMs,
      address: event.requestContext.http.sourceIp,
      page,
      words: reportWords(page.lang),
      query: event.queryStringParameters ?? {},
      field: (name) => typed.getAll(name).at(-1),
      fields: (name) => typed.getAll(name),
    },
    cookies,
  };
}

const LANGUAGE = 'bc_lang';
const ELDER = 'bc_elder';

/** Language and size of type are remembered on the device; the address may change them. */
function contextOf(
  event: APIGatewayProxyEventV2,
  nonce: string,
  nowMs: number,
  known?: { office: string; language: 'zh' | 'en'; elder: boolean },
): { page: PageContext; cookies: string[] } {
  const query = event.queryStringParameters ?? {};
  const asked = { lang: query['lang'], elder: query['elder'] };
  const lang = asked.lang ?? cookieValue(event.cookies, LANGUAGE) ?? known?.language;
  const elder = asked.elder ?? cookieValue(event.cookies, ELDER) ?? (known?.elder === true ? '1' : '0');
  const page: PageContext = {
    office: officeById(query['office'] ?? known?.office ?? '') ?? defaultOffice(),
    lang: lang === 'en' ? 'en' : 'zh',
    elder: elder === '1',
    nonce,
    now: new Date(nowMs).toISOString() as PageContext['now'],
  };
  return {
    page,
    cookies: [
      ...(asked.lang === undefined ? [] : [choiceCookie(LANGUAGE, page.lang)]),
      ...(asked.elder === undefined ? [] : [choiceCookie(ELDER, page.elder ? '1' : '0')]),
    ],
  };
}

export function bodyOf(event: APIGatewayProxyEventV2): string {
  const body = event.body ?? '';
  return event.isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
}

/**
 * A form carries no header of ours, so the browser's own word is asked: Sec-Fetch-Site, else Origin, else Referer (old phones). A
 * request without any of them comes from no browser that remembers our cookies, and is refused.
 */
function isOwn({ headers }: APIGatewayProxyEventV2): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const from = headers['origin'] ?? headers['referer'];
  if (from === undefined || !URL.canParse(from)) return false;
  const { origin, host } = new URL(from);
  return host === headers['host'] || origin === process.env['PAGES_ORIGIN'];
}
