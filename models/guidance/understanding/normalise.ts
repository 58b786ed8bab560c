/** Brings a message into one plain form: half width, simplified, lower case, plain words, numbers in digits; remembers where each sign came from. */
import { colloquial } from './colloquial.ts';
import type { CharacterTables } from './character-tables.ts';
import { numberOf } from './chinese-numbers.ts';

/** `from[i]` to `to[i]` is the stretch of the original message that the i-th sign of `text` stands for. */
export type Normalised = { text: string; from: number[]; to: number[] };

const WORD_SIGN = /[\p{Script=Han}\p{L}\p{N}*]/u;
/** 十二分, 六十三岁, 二十天: what is counted decides that it is a number and not a word like 十分. */
const COUNTED =
  /(?:[一二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九])(?=周?岁|分|[来多]岁|天|年|块|元|个|座|号|日|万|公里|吨)|十(?=周?岁|年|万|天|块|来岁|多岁)/g;
const SUBJECT = /(?<=科目?)[1-4](?!\d)/g;

export function normalise(message: string, tables: CharacterTables): Normalised {
  return inDigits(inPlainWords(signs(withoutMarker(message), tables)));
}

/** “(语音)” in front only says how the message was given. Blanks in its place keep the offsets. */
const withoutMarker = (message: string): string =>
  message.replace(/^\s*[（(【[]语音[）)】\]](?=.*\S)/su, (marker) => ' '.repeat(marker.length));

function signs(message: string, tables: CharacterTables): Normalised {
  const out: Normalised = { text: '', from: [], to: [] };
  let offset = 0;
  for (const original of message) {
    const end = offset + original.length;
    const code = original.charCodeAt(0);
    const plain = code < 0x3400 || code > 0x9fff ? original.normalize('NFKC').toLowerCase() : original;
    let written = '';
    for (const sign of plain) {
      const simple = sign.length === 1 ? (tables.simplified[sign.charCodeAt(0)] ?? 0) : 0;
      if (simple > 0) written += String.fromCharCode(simple);
      else written += WORD_SIGN.test(sign) ? sign : ' ';
    }
    if (written.trim() !== '' || !(out.text === '' || out.text.endsWith(' '))) push(out, written, offset, end);
    offset = end;
  }
  return out;
}

function push(out: Normalised, written: string, from: number, to: number): void {
  out.text += written;
  for (let i = 0; i < written.length; i++) {
    out.from.push(from);
    out.to.push(to);
  }
}

/** Copies one sign of `source`, or a whole stretch as `words`. */
function copy(out: Normalised, source: Normalised, start: number, end: number, words?: string): void {
  if (words === undefined) for (let i = start; i < end; i++) copy(out, source, i, i + 1, source.text.charAt(i));
  else push(out, words, source.from[start] ?? 0, source.to[end - 1] ?? 0);
}

function inPlainWords(source: Normalised): Normalised {
  const out: Normalised = { text: '', from: [], to: [] };
  for (let i = 0; i < source.text.length;) {
    const at = i;
    const hit = colloquial.get(source.text.charAt(i))?.find(([from]) => source.text.startsWith(from, at));
    const end = i + (hit?.[0].length ?? 1);
    copy(out, source, i, end, hit?.[1] ?? source.text.charAt(i));
    i = end;
  }
  return out;
}

function inDigits(source: Normalised): Normalised {
  const hits = [
    ...[...source.text.matchAll(COUNTED)].map((m) => ({
      start: m.index,
      length: m[0].length,
      words: String(numberOf(m[0]) ?? m[0]),
    })),
    ...[...source.text.matchAll(SUBJECT)].map((m) => ({
      start: m.index,
      length: 1,
      words: '一二三四'.charAt(Number(m[0]) - 1),
    })),
  ].sort((a, b) => a.start - b.start);
  if (hits.length === 0) return source;
  const out: Normalised = { text: '', from: [], to: [] };
  let done = 0;
  for (const hit of hits) {
    copy(out, source, done, hit.start);
    copy(out, source, hit.start, hit.start + hit.length, hit.words);
    done = hit.start + hit.length;
  }
  copy(out, source, done, source.text.length);
  return out;
}
