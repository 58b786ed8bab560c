/** A browser without script, as far as the window's pages need one: cookies, forms, redirects. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Shown = {
  status: number;
  /** Where the last redirect led. */
  path: string;
  html: string;
  /** What a person reads. */
  text: string;
  headers: Record<string, unknown>;
};
export type Visitor = {
  cookies: string[];
  get(path: string): Promise<Shown>;
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Shown>;
  /** Fills the page's form whose action this is: its hidden and chosen fields stay. */
  submit(shown: Shown, action: string, fields: Record<string, string | string[]>, nth?: number): Promise<Shown>;
  raw(
    method: string,
    path: string,
    body: string,
    headers?: Record<string, string>,
  ): Promise<APIGatewayProxyStructuredResultV2>;
};

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
const handlerOf = async (path: string): Promise<Handler & { pages: string[] }> => {
  if (path.startsWith('/lenders/')) return (await import('../../handlers/http/lender-application.ts')).handler;
  if (path.startsWith('/release')) return (await import('../../handlers/http/release.ts')).handler;
  if (path.startsWith('/helper')) return (await import('../../handlers/http/helper.ts')).handler;
  if (path.startsWith('/call-back/')) return (await import('../../handlers/http/call-back.ts')).handler;
  if (path.startsWith('/sheet/')) return (await import('../../handlers/http/sheet-pages.ts')).handler;
  if (path.startsWith('/wechat/')) return (await import('../../handlers/http/wechat-links.ts')).handler;
  return (await import('../../handlers/http/report.ts')).handler;
};

/** `{photo}` in a route stands for one part of the address. */
function routeOf(
  pages: readonly string[],
  method: string,
  path: string,
): { routeKey: string; parameters?: Record<string, string> } {
  const plain = `${method} ${path}`;
  const fits = (route: string): Record<string, string> | undefined =>
    new RegExp(`^${route.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u').exec(plain)?.groups ??
    (route === plain ? {} : undefined);
  const found = pages.find((route) => fits(route) !== undefined);
  const parameters = found === undefined ? {} : fits(found);
  return {
    routeKey: found ?? plain,
    ...(parameters === undefined || Object.keys(parameters).length === 0 ? {} : { parameters: { ...parameters } }),
  };
}

const OWN = { host: 'localhost:3000', origin: 'http://localhost:3000' };

export function visitor(address = '127.0.0.1'): Visitor {
  const self: Visitor = {
    cookies: [],
    async raw(method, path, body, headers = OWN) {
      const { pathname, searchParams, search } = new URL(path, 'http://localhost:3000');
      const handle = await handlerOf(pathname);
      const { routeKey, parameters } = routeOf(handle.pages, method, pathname);
      const answer = await handle({
        version: '2.0',
        routeKey,
        rawPath: pathname,
        rawQueryString: search.slice(1),
        queryStringParameters: Object.fromEntries(searchParams),
        cookies: self.cookies,
        headers,
        ...(parameters === undefined ? {} : { pathParameters: parameters }),
        body,
        requestContext: { http: { method, path: pathname, sourceIp: address }, requestId: 'r', routeKey },
        isBase64Encoded: false,
      } as unknown as APIGatewayProxyEventV2);
      for (const cookie of answer.cookies ?? []) {
        const pair = cookie.split(';')[0] ?? '';
        const name = pair.split('=')[0] ?? '';
        self.cookies = [
          ...self.cookies.filter((c) => !c.startsWith(`${name}=`)),
          ...(cookie.includes('Max-Age=0') ? [] : [pair]),
        ];
      }
      return answer;
    },
    get: (path) => follow(self, 'GET', path, ''),
    post: (path, fields, headers) => follow(self, 'POST', path, encode(fields), headers),
    submit(shown, action, fields, nth = 0) {
      const form = [...shown.html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/gu)].filter(
        (match) => match[1] === action,
      )[nth]?.[2];
      if (form === undefined) throw new Error(`no form for ${action} on ${shown.path}`);
      return follow(self, 'POST', action, encode({ ...fieldsOf(form), ...fields }));
    },
  };
  return self;
}

async function follow(
  who: Visitor,
  method: string,
  path: string,
  body: string,
  headers?: Record<string, string>,
): Promise<Shown> {
  let answer = await who.raw(method, path, body, headers);
  let at = path;
  for (let hops = 0; answer.statusCode === 303 && hops < 5; hops++) {
    at = String(answer.headers?.['location']);
    if (at.startsWith('http')) break;
    answer = await who.raw('GET', at, '');
  }
  const html = answer.body ?? '';
  return {
    status: answer.statusCode ?? 200,
    path: at,
    html,
    text: textOf(html),
    headers: answer.headers ?? {},
  };
}

const encode = (fields: Record<string, string | string[]>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((v): [string, string] => [name, v])),
  ).toString();

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What stands in a form before anybody types: hidden, filled and chosen fields. */
export function fieldsOf(form: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/gu)) {
    const name = /name="([^"]*)"/u.exec(tag)?.[1];
    const value = plain(/value="([^"]*)"/u.exec(tag)?.[1] ?? '');
    if (name === undefined) continue;
    if (!/type="(?:radio|checkbox)"/u.test(tag) || /\bchecked\b/u.test(tag)) found[name] = value;
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea/gu))
    found[name] = plain(text);
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/gu))
    found[name] = /<option value="([^"]*)"\s+selected/u.exec(options)?.[1] ?? '';
  return found;
}

const textOf = (html: string): string =>
  plain(
    html
      .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gu, '')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll(/\s+/gu, ' '),
  );
