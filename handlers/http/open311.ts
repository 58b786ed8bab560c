/** The window for programs of other bodies, as the Open311 standard GeoReport v2 wants it: XML and JSON, forms in, errors of its own. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { checkApiKey } from '../../functions/access/check-api-key.ts';
import { confirmOpen311, open311Token, postOpen311, type Posted } from '../../functions/complaint/open311-post.ts';
import { listOpen311, someOpen311 } from '../../functions/complaint/open311-requests.ts';
import { open311Definition, open311Services } from '../../functions/complaint/open311-services.ts';
import type { Deps } from '../../functions/deps.ts';
import { SixDigits } from '../../models/access/phone-code.ts';
import { ProblemKind } from '../../models/complaint/kinds.ts';
import { ComplaintId, OfficeId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { open311Words } from '../../models/phrasebook/open311-words.ts';
import { msOf } from '../../models/time.ts';
import { errorCode, log } from '../log.ts';
import { wired } from '../wiring.ts';
import { bodyOf } from './form-window.ts';
import { dayText, clockText } from './guide-pages/dates.ts';
import { dayOf, minuteOfDay } from '../../models/time.ts';
import { languageOf } from './language.ts';
import { answerIn, faultIn, faultsIn, faultOf, type Format } from './open311-format.ts';
import { datesAsked, listed, typedInForm } from './open311-form.ts';

type Ask = {
  deps: Deps;
  format: Format;
  language: 'zh' | 'en';
  office: OfficeId;
  query: Record<string, string | undefined>;
  form: URLSearchParams;
  /** The last part of the path, without its format. */
  name: string;
  address: string;
};
type Answered = APIGatewayProxyStructuredResultV2;

const READS_PER_MINUTE = 120;
const LARGEST_FORM = 65_536;

/** By route and, where the path leaves it open, the resource. */
const resources: Record<string, (ask: Ask) => Promise<Answered> | Answered> = {
  'GET services': ({ format, office, language }) =>
    answerIn(format, ['services', 'service'], open311Services(office, language), 200, 'public, max-age=300'),
  'GET services/': ({ format, office, language, name }) => {
    const kind = ProblemKind.safeParse(name);
    if (!kind.success) return faultIn(format, 404, 'unknown-service', language);
    const definition = open311Definition(office, kind.data, language);
    return answerIn(format, 'service_definition', definition, 200, 'public, max-age=300');
  },
  'GET requests': listRequests,
  'GET requests/': async ({ deps, format, office, language, name }) => {
    const id = ComplaintId.safeParse(name);
    const found = id.success ? await someOpen311(deps, office, [id.data], language) : [];
    if (found.length === 0) return faultIn(format, 404, 'unknown-request', language);
    return answerIn(format, ['service_requests', 'request'], found);
  },
  'GET tokens/': async ({ deps, format, language, name }) => {
    const token = ComplaintId.safeParse(name);
    const found = token.success ? await open311Token(deps, token.data) : undefined;
    if (found?.ok !== true) return faultIn(format, 404, 'unknown-token', language);
    const shown = [{ service_request_id: found.value.id ?? null, token: name }];
    return answerIn(format, ['service_requests', 'request'], shown);
  },
  'POST requests': async (ask) => {
    const { deps, form, office, format, language, address } = ask;
    const code = form.get('service_code') ?? '';
    if (code === '') return faultIn(format, 400, 'no-service', language);
    if (!ProblemKind.safeParse(code).success) return faultIn(format, 404, 'unknown-service', language);
    const key = await checkApiKey(deps, form.get('api_key') ?? undefined, office, address);
    if (!key.ok) return faultOf(format, key.refusal, language);
    return postedIn(ask, await postOpen311(deps, key.value, typedInForm(form, office), language));
  },
  /** Ours beside the standard, which has no way to confirm a phone: the person reads the code to the program, the program hands it on. */
  'POST tokens/': async (ask) => {
    const { deps, form, office, format, language, address, name } = ask;
    const key = await checkApiKey(deps, form.get('api_key') ?? undefined, office, address);
    if (!key.ok) return faultOf(format, key.refusal, language);
    const token = ComplaintId.safeParse(name);
    if (!token.success) return faultIn(format, 404, 'unknown-token', language);
    const code = SixDigits.safeParse(form.get('code') ?? '');
    if (!code.success) return faultIn(format, 400, 'wrong-code', language);
    return postedIn(ask, await confirmOpen311(deps, key.value, token.data, code.data, language));
  },
};

async function listRequests({ deps, format, office, language, query }: Ask): Promise<Answered> {
  const ids = listed(query['service_request_id']);
  if (ids.length > 0) {
    const known = ids.slice(0, 100).flatMap((id) => ComplaintId.safeParse(id).data ?? []);
    return answerIn(format, ['service_requests', 'request'], await someOpen311(deps, office, known, language));
  }
  const dates = datesAsked(query);
  if (dates === undefined) return faultIn(format, 400, 'wrong-dates', language);
  const codes = listed(query['service_code']).map((code) => ProblemKind.safeParse(code).data);
  if (codes.includes(undefined)) return faultIn(format, 404, 'unknown-service', language);
  const status = listed(query['status']).map((s) => (s === 'open' || s === 'closed' ? s : undefined));
  if (status.includes(undefined)) return faultIn(format, 400, 'wrong-status', language);
  const list = await listOpen311(
    deps,
    {
      office,
      ...dates,
      codes: codes.length === 0 ? undefined : codes.filter((c) => c !== undefined),
      status: status.length === 0 ? undefined : status.filter((s) => s !== undefined),
      limit: /^\d{1,4}$/u.test(query['page_size'] ?? '') ? Math.max(1, Number(query['page_size'])) : undefined,
      start: query['page'] === '' ? undefined : query['page'],
    },
    language,
  );
  if (!list.ok) return faultIn(format, 400, 'wrong-dates', language);
  const { requests, next } = list.value;
  const answer = answerIn(format, ['service_requests', 'request'], requests);
  return next === undefined ? answer : { ...answer, headers: { ...answer.headers, 'x-next-page': next } };
}

function postedIn({ format, language }: Ask, posted: Outcome<Posted>): Answered {
  if (!posted.ok) return faultOf(format, posted.refusal, language);
  const { value } = posted;
  if (value.step === 'faults') return faultsIn(format, value.faults, language);
  const shown =
    value.step === 'token'
      ? { token: value.token, service_notice: open311Words.confirm[language](value.tail), account_id: null }
      : {
          service_request_id: value.receipt.id,
          service_notice: open311Words.filed[language](
            value.receipt.number,
            value.receipt.code,
            `${dayText(dayOf(value.receipt.answerDueAt))[language]} ${clockText(minuteOfDay(value.receipt.answerDueAt))}`,
          ),
          account_id: null,
        };
  return answerIn(format, ['service_requests', 'request'], [shown], value.step === 'filed' ? 201 : 202);
}

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const language = languageOf(event);
  const [, , , resource = '', last] = event.rawPath.split('/').map(decoded);
  const [, name = '', format = 'json'] = /^(.*)\.(xml|json)$/u.exec(last ?? resource) ?? [];
  try {
    const answered = await answer(event, last === undefined ? name : `${resource}/`, name, format as Format, language);
    log('request-answered', { route: event.routeKey, status: answered.statusCode ?? 200 });
    return answered;
  } catch (error) {
    log('request-failed', { route: event.routeKey, error: errorCode(error) });
    return faultIn(format as Format, 500, 'broken', language);
  }
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

async function answer(
  event: APIGatewayProxyEventV2,
  resource: string,
  name: string,
  format: Format,
  language: 'zh' | 'en',
): Promise<Answered> {
  const { method, sourceIp: address } = event.requestContext.http;
  if (method === 'GET' && resource === 'discovery') return discovery(format);
  const work = name === '' ? undefined : resources[`${method} ${resource}`];
  if (work === undefined) return faultIn(format, 404, 'unknown-resource', language);
  const query = event.queryStringParameters ?? {};
  const body = method === 'POST' ? bodyOf(event) : '';
  const type = event.headers['content-type'] ?? '';
  if (method === 'POST' && (!type.startsWith('application/x-www-form-urlencoded') || body.length > LARGEST_FORM))
    return faultIn(format, 400, 'not-form', language);
  const form = new URLSearchParams(body);
  const jurisdiction = form.get('jurisdiction_id') ?? query['jurisdiction_id'] ?? '';
  if (jurisdiction === '') return faultIn(format, 400, 'no-jurisdiction', language);
  const office = OfficeId.safeParse(jurisdiction);
  if (!office.success) return faultIn(format, 404, 'unknown-jurisdiction', language);
  const { deps } = await wired();
  const reads = method === 'GET' && !resource.startsWith('services');
  if (reads && (await deps.limits.use(`open311#${address}`, 60, msOf(deps.now()))) > READS_PER_MINUTE)
    return faultOf(format, { kind: 'too-many', detail: 'too many reads' }, language);
  return work({ deps, format, language, office: office.data, query, form, name, address });
}

/** The standard's discovery file: where the endpoint is and what it speaks. */
function discovery(format: Format): Answered {
  const url = `${process.env['PAGES_ORIGIN'] ?? ''}/open311/v2`;
  const said = {
    changeset: '2026-11-23T00:00:00Z',
    contact: open311Words.group.en,
    key_service: open311Words.group.en,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url,
        changeset: '2026-11-23T00:00:00Z',
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
  return answerIn(format, 'discovery', said, 200, 'public, max-age=300');
}
