/** A line as an officer sees it: a citizen's own phone and identity number stand masked, also when they typed it into the talk. */
import type { Line } from '../../models/conversation/line.ts';
import { maskName } from '../../models/conversation/masking.ts';
import { maskPersonal } from '../guidance/mask-numbers.ts';

/** The helper's name stands masked, as every name does. */
export const forStaff = (line: Line): Line =>
  withoutNumbers(line.writer === undefined ? line : { ...line, writer: maskWriter(line.writer) });

const maskWriter = (writer: string): string => {
  const [, name = writer, relation = ''] = /^(.*?)(（.*）)?$/u.exec(writer) ?? [];
  return `${maskName(name)}${relation}`;
};

function withoutNumbers(line: Line): Line {
  const { from, content } = line;
  if (content.type === 'happening' && (content.what === 'helper-joined' || content.what === 'helper-left'))
    return { ...line, content: { ...content, who: maskWriter(content.who ?? '') } };
  if (from === 'citizen' && content.type === 'text')
    return { ...line, content: { ...content, text: maskPersonal(content.text) } };
  if (content.type !== 'reply' || content.card === undefined) return line;
  const { link, ...card } = content.card;
  const items = card.items.filter(({ secret }) => secret !== true);
  // The link to a sheet opens it as its person: it is theirs alone.
  const shown = link === undefined || card.sheet !== undefined ? {} : { link };
  return { ...line, content: { ...content, card: { ...card, items, ...shown } } };
}
