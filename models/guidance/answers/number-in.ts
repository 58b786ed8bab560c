/** The number that somebody says as an answer: 六十八, 68岁, 七十多了. */
import { numberOf } from '../understanding/chinese-numbers.ts';
import type { Entity } from '../understanding/understand.ts';

export function numberIn(text: string, entities: readonly Entity[]): number | undefined {
  const age = entities.find((e) => e.kind === 'age');
  if (age !== undefined) return Number(age.value);
  const digits = /(?<!\d)(\d{1,3})(?!\d)/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const words = /[零一二三四五六七八九十百]{2,5}/.exec(text)?.[0];
  return words === undefined ? undefined : numberOf(words);
}
