/** The five questions that one model answers about a letter, and where each one's answers stand in the row of scores. */
import { causeCodes, problemKinds, urgencies } from '../kinds.ts';
import { topics } from './doors.ts';

export const heads = {
  office: ['yes', 'no'],
  topic: topics,
  problem: problemKinds,
  cause: causeCodes,
  urgency: urgencies,
} as const;
export type Head = keyof typeof heads;
export const headNames = Object.keys(heads) as Head[];

/** All answers in one row, each with its question in front: `problem:overdue`. */
export const allAnswers: readonly string[] = headNames.flatMap((head) => heads[head].map((one) => `${head}:${one}`));

/** Where a head's answers begin in that row. */
export const startOf = (head: Head): number =>
  headNames.slice(0, headNames.indexOf(head)).reduce((sum, one) => sum + heads[one].length, 0);

/** The chances of one head's answers, in their order; they add up to one. */
export function chancesOf(head: Head, scores: Float32Array): Float32Array {
  const own = scores.subarray(startOf(head), startOf(head) + heads[head].length);
  const most = own.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = own.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
