/** The Open311 interface by its resources: one route of ours serves several of the standard's. */
import * as z from 'zod';
import { OfficeId } from '../../models/ids.ts';
import { ProblemKind } from '../../models/complaint/kinds.ts';
import {
  Open311Definition,
  Open311Error,
  Open311Posted,
  Open311Request,
  Open311Service,
  Open311Token,
} from '../../models/complaint/open311.ts';
import { askedFields } from '../../models/complaint/questions.ts';
import { operationId, schemaOf } from './schema-of.ts';

type Json = Record<string, unknown>;
type Place = { method: string; path: string; operation: Json };

const format = { name: 'format', in: 'path', required: true, schema: { enum: ['json', 'xml'] } };
const jurisdiction = {
  name: 'jurisdiction_id',
  in: 'query',
  required: true,
  schema: schemaOf(OfficeId, 'input'),
};
const inQuery = (name: string, description: string): Json => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  description,
});
const inPath = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const content = (schema: z.ZodType): Json => ({
  'application/json': { schema: schemaOf(schema, 'output') },
  'text/xml': { schema: { type: 'string' } },
});
const answered = (schema: z.ZodType, statuses: readonly string[] = ['200']): Json => ({
  ...Object.fromEntries(statuses.map((status) => [status, { description: 'Done.', content: content(schema) }])),
  default: { description: 'Refused.', content: content(z.array(Open311Error)) },
});

const read = (path: string, summary: string, answer: z.ZodType, parameters: readonly Json[]): Place => ({
  method: 'get',
  path,
  operation: {
    operationId: operationId('get', path),
    summary,
    parameters: [...parameters, format, ...(path.includes('discovery') ? [] : [jurisdiction])],
    responses: answered(answer),
  },
});

const text = { type: 'string' };
const post = (path: string, summary: string, parameters: readonly Json[], fields: Json, required: string[]): Place => ({
  method: 'post',
  path,
  operation: {
    operationId: operationId('post', path),
    summary,
    parameters: [...parameters, format],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            properties: { api_key: text, jurisdiction_id: schemaOf(OfficeId, 'input'), ...fields },
            required: ['api_key', 'jurisdiction_id', ...required],
          },
        },
      },
    },
    responses: answered(z.array(Open311Posted), ['201', '202']),
  },
});

const v2 = '/open311/v2';
export const open311Operations: Record<string, readonly Place[]> = {
  [`GET ${v2}/{resource}`]: [
    read(`${v2}/discovery.{format}`, 'Where the endpoint is and what it speaks', z.looseObject({}), []),
    read(`${v2}/services.{format}`, 'What may be reported', z.array(Open311Service), []),
    read(`${v2}/requests.{format}`, 'Reports of a span of time, newest first', z.array(Open311Request), [
      inQuery('service_request_id', 'Several by comma; overrides everything else.'),
      inQuery('service_code', 'Several by comma.'),
      inQuery('status', 'open, closed, or both by comma.'),
      inQuery('start_date', 'With time zone; at most 90 days before end_date.'),
      inQuery('end_date', 'With time zone.'),
      inQuery('page_size', 'At most 1000, which is also the default.'),
      inQuery('page', 'From the header x-next-page of the answer before.'),
    ]),
  ],
  [`GET ${v2}/services/{service}`]: [
    read(`${v2}/services/{service_code}.{format}`, 'What is asked about one kind of trouble', Open311Definition, [
      inPath('service_code'),
    ]),
  ],
  [`GET ${v2}/requests/{request}`]: [
    read(`${v2}/requests/{service_request_id}.{format}`, 'One report', z.array(Open311Request), [
      inPath('service_request_id'),
    ]),
  ],
  [`GET ${v2}/tokens/{token}`]: [
    read(`${v2}/tokens/{token}.{format}`, 'The report behind a token', z.array(Open311Token), [inPath('token')]),
  ],
  [`POST ${v2}/{resource}`]: [
    post(
      `${v2}/requests.{format}`,
      'Hand in a report; 201 when it is filed, 202 when the phone is to be confirmed first',
      [],
      {
        service_code: schemaOf(ProblemKind, 'input'),
        description: { type: 'string', maxLength: 4000 },
        first_name: text,
        last_name: text,
        phone: text,
        address_string: text,
        lat: text,
        long: text,
        media_url: text,
        ...Object.fromEntries(askedFields.map((field) => [`attribute[${field}]`, text])),
      },
      ['service_code', 'description'],
    ),
  ],
  [`POST ${v2}/tokens/{token}`]: [
    post(
      `${v2}/tokens/{token}.{format}`,
      'Beside the standard: confirm the phone with the code that was sent there',
      [inPath('token')],
      { code: { type: 'string', pattern: '^\\d{6}$' } },
      ['code'],
    ),
  ],
};
