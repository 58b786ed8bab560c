/** How small the type of a notice must be so that everything stands on one A4 page. */
import type { Checklist } from '../../../models/guidance/checklist.ts';
import { fullCitations } from '../../../models/guidance/citations.ts';
import type { Lang } from './words.ts';

/** Lines that a text of so many narrow characters needs in a column; a Chinese character is two wide. */
const linesOf = (text: string, width: number): number =>
  Math.max(1, Math.ceil((text.length + text.replace(/[\u0000-\u2e7f]/g, '').length) / width));

/** `said`: what an officer wrote to the papers. More lines get smaller type, so that one page is enough: found by measuring every notice in both languages. */
export function density(list: Checklist, lang: Lang, signed: boolean, said = 0): '' | ' dense' | ' tight' {
  const [service] = list.services;
  const table = list.items.reduce((sum, item) => {
    const name = lang === 'zh' ? item.nameZh : item.nameEn + item.nameZh;
    const note = (item.note?.[lang] ?? '') + (item.onlyIf?.[lang] ?? '');
    return sum + 0.6 + Math.max(linesOf(name, lang === 'zh' ? 18 : 24), linesOf(note, 44));
  }, 0);
  const left = [list.fee.text, list.fee.note, ...list.before, ...list.where].reduce(
    (sum, t) => sum + (t === undefined ? 0 : linesOf(t[lang], 34)),
    3,
  );
  const right = [...(service.refusals?.cases ?? service.conditions.slice(0, 4)), ...fullCitations([service])].reduce(
    (sum, t) => sum + linesOf(t[lang], 40),
    3,
  );
  const sum = table + Math.max(left, right) + (signed ? 2.5 : 0) + said;
  return sum > 33 ? ' tight' : sum > 19 ? ' dense' : '';
}
