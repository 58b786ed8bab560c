/** Ready phrases: finding them after a slash and filling in what stands in braces. */
import type { CannedReply } from '../../models/conversation/requests.ts';

export type Variables = Record<'称呼' | '我' | '单位' | '编号', string | undefined>;
export type Piece = { text: string; variable?: string; filled: boolean };

/** `undefined` means unknown and stays visible in its braces; a person nobody named is simply not addressed by name. */
export function piecesOf(text: string, variables: Variables): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\{(称呼|我|单位|编号)\}/gu)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), filled: true });
    const variable = match[1] as keyof Variables;
    const value = variables[variable];
    pieces.push({ text: value ?? match[0], variable, filled: value !== undefined });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), filled: true });
  return pieces;
}

/** Without a name “，您好” loses its comma too. */
export const fill = (text: string, variables: Variables): string =>
  piecesOf(text, variables)
    .map((piece) => piece.text)
    .join('')
    .replace(/^[，,]\s*/u, '');

export const unfilledIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(?:称呼|我|单位|编号)\}/gu)].map((match) => match[0])),
];

/** The word being typed after a slash, or after @; nothing inside addresses such as https://. */
export function wordBefore(text: string, caret: number, sign: '/' | '@'): { from: number; word: string } | undefined {
  const before = text.slice(0, caret);
  const found = (sign === '/' ? /(?<![A-Za-z0-9:/])\/([^\s/]{0,20})$/u : /(?<![A-Za-z0-9])@([^\s@]{0,20})$/u).exec(
    before,
  );
  return found === null ? undefined : { from: found.index, word: found[1] ?? '' };
}

/** Codes that begin with the word first, then codes and titles that contain it. */
export function matching<R extends CannedReply>(replies: readonly R[], word: string): R[] {
  const w = word.toLowerCase();
  const rank = ({ code, title }: CannedReply): number =>
    code.toLowerCase().startsWith(w) ? 0 : code.toLowerCase().includes(w) ? 1 : title.toLowerCase().includes(w) ? 2 : 3;
  return replies
    .map((reply) => ({ reply, order: rank(reply) }))
    .filter(({ order }) => order < 3)
    .sort((a, b) => a.order - b.order)
    .map(({ reply }) => reply);
}
