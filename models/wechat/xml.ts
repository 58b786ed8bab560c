/** WeChat writes in XML: read strictly, without document types and entities of its own; written with every word wrapped. */
import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { done, refused, type Outcome } from '../outcome.ts';

/** The fields of one message; nested ones are objects again. */
export type Fields = Record<string, unknown>;

/** A message holds 2,048 bytes of words; the longest report of the platform has a few thousand. */
export const XML_BYTES = 64 * 1024;

// A document type can only stand before the first element, so nothing but the declaration may.
const start = /^\s*(?:<\?xml[^<>]*\?>\s*)?<xml>/u;
const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreAttributes: true });
const builder = new XMLBuilder({ cdataPropName: 'wrapped' });

export function readXml(text: string): Outcome<Fields> {
  if (Buffer.byteLength(text) > XML_BYTES) return refused('bad-input', 'too long for a message');
  if (!start.test(text)) return refused('bad-input', 'not a message, or one with a document type');
  const { xml } = parsed(text);
  return typeof xml === 'object' && xml !== null && !Array.isArray(xml)
    ? done(xml as Fields)
    : refused('bad-input', 'not one well-formed message');
}

/** Both throw: the one at what is not well-formed, the other at names that are meant to do harm. */
function parsed(text: string): { xml?: unknown } {
  try {
    SyntaxValidator.validate(text);
    return parser.parse(text) as { xml?: unknown };
  } catch {
    return {};
  }
}

/** Words are wrapped (CDATA), numbers stand as they are. */
export const writeXml = (fields: Record<string, string | number>): string =>
  builder.build({
    xml: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : { wrapped: sayable(value) },
      ]),
    ),
  });

/** Without the signs that XML 1.0 cannot hold. */
const sayable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
