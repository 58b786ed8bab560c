/** A line as an officer sees it: a citizen's own phone and identity number stand masked, also when they typed it into the talk. */
import type { Line } from '../../models/conversation/line.ts';
import { maskPersonal } from '../guidance/mask-numbers.ts';

export const forStaff = (line: Line): Line =>
  line.from === 'citizen' && line.content.type === 'text'
    ? { ...line, content: { ...line.content, text: maskPersonal(line.content.text) } }
    : line;
