/** A record's schema as OpenAPI writes it, and a route's name there. */
import * as z from 'zod';

/** Without the dialect's name: the document says it once for all. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return plain;
}

/** `getApiMattersId`: one name for each route. */
export const operationId = (method: string, path: string): string =>
  `${method}${path.replaceAll(/[^A-Za-z0-9]+(\w?)/gu, (_, letter: string) => letter.toUpperCase())}`;
