/** Messages as the platform writes them, and replies as it reads them. */
import { XMLParser } from 'fast-xml-parser';

export type Fields = { [name: string]: string | number | bigint | Fields | undefined };

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Numbers stand bare, words in CDATA, as in every published example. */
export const writeXml = (fields: Fields): string => `<xml>${inner(fields)}</xml>`;

const inner = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => {
      if (value === undefined) return '';
      const body = typeof value === 'string' ? cdata(value) : typeof value === 'object' ? inner(value) : String(value);
      return `<${name}>${body}</${name}>`;
    })
    .join('');

export type Read = { [name: string]: string | Read | Read[] };

const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: false });

/** What is inside `<xml>`; nothing when it is none. */
export function readXml(text: string): Read | undefined {
  try {
    const { xml } = parser.parse(text) as { xml?: Read };
    return typeof xml === 'object' ? xml : undefined;
  } catch {
    return undefined;
  }
}

export const wordsIn = (read: Read, name: string): string => {
  const value = read[name];
  return typeof value === 'string' ? value : '';
};
