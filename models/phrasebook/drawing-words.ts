/** A drawing in words: read aloud, for screen readers, and where no picture can be shown. */
import type { At, Mark } from '../conversation/drawing.ts';
import type { Language } from './phrases.ts';

const zh = {
  places: [
    ['左上角', '上边', '右上角'],
    ['左边', '中间', '右边'],
    ['左下角', '下边', '右下角'],
  ],
  tap: '点这里',
  stuck: '这里不会',
  point: (n: number, says: string, where: string) => `${String(n)} ${says}（${where}）`,
  arrow: (where: string) => `箭头指着${where}`,
  box: (where: string) => `${where}框了出来`,
  circle: (where: string) => `${where}圈了出来`,
  line: (where: string) => `${where}划了一道`,
  text: (says: string, where: string) => `${where}写着“${says}”`,
} as const;

type Words = Record<'tap' | 'stuck', string> &
  Record<'arrow' | 'box' | 'circle' | 'line', (where: string) => string> & {
    places: readonly (readonly string[])[];
    point: (n: number, says: string, where: string) => string;
    text: (says: string, where: string) => string;
  };
const en: Words = {
  places: [
    ['top left', 'top', 'top right'],
    ['left', 'middle', 'right'],
    ['bottom left', 'bottom', 'bottom right'],
  ],
  tap: 'Tap here',
  stuck: 'I am stuck here',
  point: (n, says, where) => `${String(n)} ${says} (${where})`,
  arrow: (where) => `An arrow to the ${where}`,
  box: (where) => `A frame at the ${where}`,
  circle: (where) => `A circle at the ${where}`,
  line: (where) => `A stroke at the ${where}`,
  text: (says, where) => `“${says}” is written at the ${where}`,
};
const books: Record<Language, Words> = { zh, en };

/** A citizen's point says where they are stuck, an officer's where to tap. */
export function drawingInWords(marks: readonly Mark[], language: Language, by: 'citizen' | 'officer'): string[] {
  const words = books[language];
  let point = 0;
  return marks.map((mark) => {
    switch (mark.kind) {
      case 'point':
        point += 1;
        return words.point(point, mark.says ?? (by === 'citizen' ? words.stuck : words.tap), placeOf(mark.at, words));
      case 'text':
        return words.text(mark.says, placeOf(mark.at, words));
      case 'arrow':
        return words.arrow(placeOf(mark.to, words));
      case 'box':
      case 'circle':
        return words[mark.kind](placeOf(middle([mark.from, mark.to]), words));
      case 'line':
        return words.line(placeOf(middle(mark.through), words));
    }
  });
}

const third = (share: number): number => Math.min(2, Math.floor(share * 3));
const placeOf = ([x, y]: At, { places }: Words): string => places[third(y)]?.[third(x)] ?? '';
function middle(through: readonly At[]): At {
  const between = (of: readonly number[]): number => (Math.min(...of) + Math.max(...of)) / 2;
  return [between(through.map(([x]) => x)), between(through.map(([, y]) => y))];
}
