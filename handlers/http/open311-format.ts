/** Puts an Open311 answer or error into XML or JSON; JSON is the XML without its outermost names. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import XMLBuilder from 'fast-xml-builder';
import type { Fault } from '../../models/complaint/report-form.ts';
import type { Refusal } from '../../models/outcome.ts';
import { open311Words, type Open311Fault } from '../../models/phrasebook/open311-words.ts';
import { reportWords } from '../../models/phrasebook/report-words.ts';

export type Format = 'xml' | 'json';

const builder = new XMLBuilder({ format: true, suppressEmptyNode: true, suppressBooleanAttributes: false });
/** What each list's elements are called. */
const elements: Record<string, string> = {
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
};

/** A list is named with its element's name, one thing by its own. */
export function answerIn(
  format: Format,
  named: string | [list: string, element: string],
  value: object,
  statusCode = 200,
  cache = 'no-store',
): APIGatewayProxyStructuredResultV2 {
  const headers = { 'cache-control': cache, 'x-content-type-options': 'nosniff' };
  if (format === 'json')
    return {
      statusCode,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(value),
    };
  const tree =
    typeof named === 'string' ? { [named]: asElements(value) } : { [named[0]]: { [named[1]]: asElements(value) } };
  return {
    statusCode,
    headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(tree)}`,
  };
}

/** Lists within become an element that holds their elements; what is empty stays as an empty element. */
function asElements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asElements);
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const element = elements[name];
      return [name, element === undefined ? asElements(inner) : { [element]: asElements(inner) }];
    }),
  );
}

/** Without the signs that XML 1.0 cannot hold. */
const clean = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const errorsIn = (
  format: Format,
  status: number,
  errors: { code: number; description: string }[],
): APIGatewayProxyStructuredResultV2 => answerIn(format, ['errors', 'error'], errors, status);

export const faultIn = (
  format: Format,
  status: number,
  fault: Open311Fault,
  language: 'zh' | 'en',
): APIGatewayProxyStructuredResultV2 =>
  errorsIn(format, status, [{ code: status, description: open311Words.errors[fault][language] }]);

/** Everything that is missing or does not fit, at once. */
export function faultsIn(
  format: Format,
  faults: readonly Fault[],
  language: 'zh' | 'en',
): APIGatewayProxyStructuredResultV2 {
  const words = reportWords(language);
  const describe = ({ field, fault }: Fault): string =>
    fault === 'long'
      ? open311Words.errors['too-long'][language]
      : fault === 'not-anonymous'
        ? words.notAnonymous
        : field === 'phone' && fault === 'wrong'
          ? words.wrongPhone
          : words.missing[field];
  const nameOf = (field: string): string =>
    field === 'what' ? 'description' : field === 'contact' || field === 'phone' ? 'phone' : field;
  return errorsIn(
    format,
    400,
    faults.map((fault) => ({ code: 400, description: `${nameOf(fault.field)}: ${describe(fault)}` })),
  );
}

/** The standard has 403 for keys, 404 for what is not there and 400 for the rest; the finer code stands in the body. */
export function faultOf(format: Format, { kind }: Refusal, language: 'zh' | 'en'): APIGatewayProxyStructuredResultV2 {
  switch (kind) {
    case 'not-allowed':
      return faultIn(format, 403, 'wrong-key', language);
    case 'not-found':
      return faultIn(format, 404, 'unknown-token', language);
    case 'too-many': {
      const answer = errorsIn(format, 400, [{ code: 429, description: open311Words.errors['too-many'][language] }]);
      return { ...answer, headers: { ...answer.headers, 'retry-after': '60' } };
    }
    case 'bad-input':
      return faultIn(format, 400, 'wrong-code', language);
    default:
      return faultIn(format, 400, 'no-message', language);
  }
}
