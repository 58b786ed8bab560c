import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument, type OpenApi } from '../../scripts/openapi/document.ts';
import { readService } from '../../scripts/local/service.ts';

let document: OpenApi;
beforeAll(async () => {
  document = await openApiDocument('0.0.0');
});
const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path));

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe('3.1');
});

test('every deployed route appears, and nothing that is not deployed', () => {
  const deployed = Object.values(readService().functions).flatMap(({ events }) =>
    events.flatMap((event) => (typeof event['httpApi'] === 'string' ? [event['httpApi']] : [])),
  );
  expect([...new Set(operations().map((o) => o['x-route']))].sort()).toEqual(deployed.sort());
});

test('operations have names of their own, and each part of a path is described', () => {
  const ids = operations().map((o) => o['operationId']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, methods] of Object.entries(document.paths)) {
    const parts = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();
    for (const operation of Object.values(methods)) {
      const described = (operation['parameters'] as { name: string; in: string }[]).filter((p) => p.in === 'path');
      expect([path, described.map(({ name }) => name).sort()]).toEqual([path, parts]);
    }
  }
});

test('what an officer does is described deed by deed, and who may do it', () => {
  const operation = document.paths['/api/matters/{id}/acts']?.['post'];
  expect(operation).toMatchObject({ 'x-audience': 'work-matters', security: [{ staff: [] }] });
  const text = JSON.stringify(operation?.['requestBody']);
  for (const deed of ['accept', 'ask-decline', 'answer', 'ask-extension']) expect(text).toContain(`"${deed}"`);
});

test('no description points to something that is not there', () => {
  const text = JSON.stringify(document);
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/gu)].map(([, ref]) => ref);
  expect([...new Set(refs)]).toEqual(['#/components/schemas/Problem']);
});
