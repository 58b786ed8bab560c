/** One question of a radio script (空中电波) with the answer that the speaker reads: published text, its rule, and nothing of any person. */
import * as z from 'zod';
import { findEntities } from '../guidance/understanding/entities.ts';

/** What the editor has to settle before the item may go on the air; the draft marks it, only a person takes the mark away. */
export const toSettle = ['question', 'source', 'papers', 'fee', 'time'] as const;
export const ToSettle = z.enum(toSettle);
export type ToSettle = z.infer<typeof ToSettle>;

const words = (most: number) => z.string().trim().max(most);
export const BroadcastItem = z.strictObject({
  /** The guide or small answer that was asked for, as talks are counted by it. */
  topic: z.string().max(60),
  /** In how many talks of the week. */
  asked: z.int().nonnegative(),
  question: words(120),
  answer: words(600),
  papers: z.array(words(80).min(1)).max(15),
  fee: words(160),
  time: words(160),
  /** Rule with article and date. */
  source: words(400),
  checkedOn: z.string().max(10).optional(),
  toSettle: z.array(ToSettle).max(toSettle.length),
});
export type BroadcastItem = z.infer<typeof BroadcastItem>;

/** 停顿一句 for each sentence. Radio speakers read about so many signs a minute: a rule of thumb, to be set by the station. */
export const speaking = { signsAMinute: 240, pauseSeconds: 0.6, example: true } as const;

export type SpokenPart = { of: 'question' | 'answer' | 'papers' | 'fee' | 'time' | 'source'; text: string };
/** What the speaker says, part by part; what is empty is not said. */
export const spokenParts = (item: BroadcastItem): SpokenPart[] =>
  (
    [
      { of: 'question', text: item.question },
      { of: 'answer', text: item.answer },
      { of: 'papers', text: item.papers.join('、') },
      { of: 'fee', text: item.fee },
      { of: 'time', text: item.time },
      { of: 'source', text: item.source },
    ] satisfies SpokenPart[]
  ).filter(({ text }) => text !== '');

/** Whole seconds: each sign that is spoken, and a breath at each mark that ends something. */
export function spokenSeconds(item: BroadcastItem): number {
  const text = spokenParts(item)
    .map((part) => part.text)
    .join('。');
  const signs = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const pauses = (text.match(/[。？！；，、：]/gu) ?? []).length;
  return Math.round((signs * 60) / speaking.signsAMinute + pauses * speaking.pauseSeconds);
}

const personal = new Set(['plate', 'id-number', 'phone', 'vin', 'credit-code']);
/** A mobile number, a plate, an identity or frame number; the office's public lines are shorter than any of them. */
export const holdsNumber = (text: string): boolean => findEntities(text).some(({ kind }) => personal.has(kind));
export const namesSomebody = (item: BroadcastItem): boolean =>
  [item.question, item.answer, ...item.papers, item.fee, item.time, item.source].some(holdsNumber);

/** Ready for the air: nothing left to settle, and a rule behind it. */
export const isReady = (item: BroadcastItem): boolean =>
  item.toSettle.length === 0 && item.question !== '' && item.answer !== '' && item.source !== '';
