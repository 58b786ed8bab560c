/** Describes every deployed route in OpenAPI 3.1, from the schemas by which the windows check what comes in. */
import * as z from 'zod';
import { readService } from '../local/service.ts';
import { answers } from './answers.ts';
import { open311Operations } from './open311-operations.ts';
import { operationId, schemaOf } from './schema-of.ts';

type Audience = { who: 'anyone' | 'citizen' | 'staff'; permission?: string };
type Described = { audience: Audience; input: z.ZodType };
type Window = { handler?: { routes?: Record<string, Described> } };
type Json = Record<string, unknown>;
export type Operation = Json & { 'x-route': string };
export type OpenApi = {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Operation>>;
  components: Json;
};

/** Every one of our windows' errors. */
const Problem = z.strictObject({
  kind: z.enum(['bad-input', 'not-allowed', 'not-found', 'wrong-state', 'stale', 'too-many', 'broken']),
  /** For the person, in their language. */
  sentence: z.string(),
  fields: z.array(z.string()).optional(),
});

export async function openApiDocument(version: string): Promise<OpenApi> {
  const paths: OpenApi['paths'] = {};
  for (const [name, { handler, events, description = '' }] of Object.entries(readService().functions)) {
    const routes = events.flatMap((event) => (typeof event['httpApi'] === 'string' ? [event['httpApi']] : []));
    if (routes.length === 0) continue;
    const file = `../../${handler.split('.')[0] ?? ''}.ts`;
    const window = (await import(file)) as Window;
    for (const route of routes) {
      for (const { method, path, operation } of described(route, window.handler?.routes?.[route], name, description))
        paths[path] = { ...paths[path], [method]: operation };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bancheng 办成', version, description: 'Guidance, conversations and matters of a vehicle office.' },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        citizen: { type: 'apiKey', in: 'cookie', name: 'bc_visit' },
        staff: { type: 'apiKey', in: 'cookie', name: 'bc_staff' },
      },
    },
  };
}

type Place = { method: string; path: string; operation: Operation };

function described(route: string, window: Described | undefined, tag: string, description: string): Place[] {
  const open311 = open311Operations[route];
  if (open311 !== undefined)
    return open311.map(({ method, path, operation }) => ({
      method,
      path,
      operation: { ...operation, tags: [tag], 'x-route': route },
    }));
  const [verb = '', address = ''] = route.split(' ');
  const method = verb.toLowerCase();
  // A greedy part may hold slashes; the standard has no sign for that.
  const path = address.replaceAll('+}', '}');
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const common = {
    operationId: operationId(method, path),
    tags: [tag],
    summary: description,
    'x-route': route,
  };
  if (window === undefined) {
    const operation = { ...common, parameters: names.map((name) => pathParameter(name, { type: 'string' })) };
    const body = method === 'post' ? { requestBody: { content: { 'application/x-www-form-urlencoded': {} } } } : {};
    const responses = { '200': { description: 'A page or a file.' } };
    return [{ method, path, operation: { ...operation, ...body, responses } }];
  }
  const { properties, required, rest } = inputOf(window.input, names);
  const query = method === 'get' ? rest : {};
  const body = method === 'get' ? {} : rest;
  const { who, permission } = window.audience;
  const answer = answers[route];
  const operation: Operation = {
    ...common,
    'x-audience': permission ?? who,
    parameters: [
      ...names.map((name) => pathParameter(name, properties[name] ?? { type: 'string' })),
      ...Object.entries(query).map(([name, schema]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
      })),
      ...(method === 'get'
        ? []
        : [{ name: 'x-bancheng', in: 'header', required: true, schema: { const: '1' }, description: ONLY_OURS }]),
    ],
    ...(method === 'get' || Object.keys(body).length === 0
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: body,
                  required: required.filter((name) => name in body),
                  additionalProperties: false,
                },
              },
            },
          },
        }),
    responses: {
      '200': {
        description: answer === undefined ? 'Done.' : 'Done, with the record as it stands now.',
        ...(answer === undefined ? {} : { content: { 'application/json': { schema: schemaOf(answer, 'output') } } }),
      },
      default: {
        description: 'Refused, with one sentence for the person.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(who === 'anyone' ? {} : { security: [{ [who]: [] }] }),
  };
  return [{ method, path, operation }];
}

const ONLY_OURS = 'Says that the request comes from our own page: other pages cannot send it.';

const pathParameter = (name: string, schema: unknown): Json => ({ name, in: 'path', required: true, schema });

/** What a route takes, as one object of named parts; the path's parts stand apart. */
function inputOf(
  input: z.ZodType,
  names: readonly string[],
): { properties: Json; required: readonly string[]; rest: Json } {
  const schema = schemaOf(input, 'input');
  const kinds = (schema['oneOf'] ?? schema['anyOf']) as Json[] | undefined;
  // One of several kinds: together they name every part; what each of them asks for is asked for.
  const parts: Json[] = kinds ?? [schema];
  if (parts.some((part) => part['type'] !== 'object')) throw new Error('a route takes an object of named parts');
  const properties = Object.assign({}, ...parts.map((part) => part['properties'] ?? {})) as Json;
  const required = parts
    .map((part) => (part['required'] ?? []) as string[])
    .reduce((all, own) => all.filter((name) => own.includes(name)));
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
  return { properties, required, rest };
}
