/** The window to the guides: readable, printable, linkable pages that work without script. They ask the table nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answersFromQuery } from '../../models/guidance/answer-code.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { searchServices } from '../../models/guidance/search.ts';
import { defaultOffice, officeById } from '../../models/office/offices.ts';
import { instantOf } from '../../models/time.ts';
import { errorCode, log } from '../log.ts';
import {
  checklistPage,
  errorPage,
  guideIndexPage,
  guidePage,
  noticePage,
  notFoundPage,
  type PageContext,
} from './guide-pages/pages.ts';
import { pageHeaders } from './page-headers.ts';

export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const page = contextOf(event);
  try {
    return Promise.resolve(answer(event, page));
  } catch (error) {
    const reference = randomUUID().slice(0, 4).toUpperCase();
    log('request-failed', { route: event.routeKey, error: errorCode(error), code: reference });
    return Promise.resolve(shown(500, errorPage({ ...page, reference }), page));
  }
};

function answer(event: APIGatewayProxyEventV2, page: PageContext): APIGatewayProxyStructuredResultV2 {
  const query = event.queryStringParameters ?? {};
  const name = event.pathParameters?.['service'];
  if (name === undefined) {
    const q = (query['q'] ?? '').slice(0, 100);
    return shown(200, guideIndexPage({ ...page, query: q, results: q === '' ? [] : searchServices(q) }), page);
  }
  const [service, ...more] = name.split('+').map(serviceById);
  if (service === undefined || more.includes(undefined)) return shown(404, notFoundPage(page), page);
  const services: [Service, ...Service[]] = [service, ...more.filter((s) => s !== undefined)];
  const answers = answersFromQuery(services, query);
  const url = `${process.env['PAGES_ORIGIN'] ?? ''}${event.rawPath}${event.rawQueryString === '' ? '' : `?${event.rawQueryString}`}`;
  if (event.rawPath.endsWith('/checklist')) return shown(200, checklistPage({ ...page, services, answers, url }), page);
  if (event.rawPath.endsWith('/notice')) return shown(200, noticePage({ ...page, service, answers, url }), page);
  return shown(200, guidePage({ ...page, service, answers, url }), page);
}

function contextOf(event: APIGatewayProxyEventV2): PageContext {
  const query = event.queryStringParameters ?? {};
  return {
    office: officeById(query['office'] ?? '') ?? defaultOffice(),
    lang: query['lang'] === 'en' ? 'en' : 'zh',
    elder: query['elder'] === '1',
    nonce: randomBytes(16).toString('base64'),
    now: instantOf(Date.now()),
  };
}

const shown = (statusCode: number, body: string, { nonce }: PageContext): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...pageHeaders('guide', nonce) },
  body,
});
