/** A macro: steps that officers often take one after the other, written down once, with gaps that are filled in for each matter. */
import * as z from 'zod';
import { DeliveryId, ComplaintId, StaffId } from '../ids.ts';
import { WaitingFor, type Complaint } from './complaint.ts';
import type { StaffAct } from './requests.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/**
 * What a macro may do. Answers and declines are not among it: each needs its own reasons, and nobody writes those for several
 * matters at once.
 */
export const MacroStep = z.discriminatedUnion('act', [
  /** Taken on as it was proposed or sorted; `take` by the one who runs it. */
  z.strictObject({ act: z.literal('accept'), take: z.boolean() }),
  z.strictObject({ act: z.literal('claim') }),
  z.strictObject({
    act: z.literal('contact'),
    how: z.enum(['call', 'visit']),
    reached: z.boolean(),
    words: words(2000),
  }),
  z.strictObject({ act: z.literal('message'), text: words(2000) }),
  z.strictObject({ act: z.literal('ask'), for: WaitingFor, text: words(2000) }),
  z.strictObject({ act: z.literal('resume'), reason: words(500) }),
  z.strictObject({ act: z.literal('transfer'), to: StaffId.optional(), reason: words(500) }),
  z.strictObject({ act: z.literal('raise'), reason: words(500) }),
  z.strictObject({ act: z.literal('list-add'), texts: z.array(words(120)).min(1).max(12) }),
  /** The papers that the law names for the matter's service. */
  z.strictObject({ act: z.literal('list-papers') }),
]);
export type MacroStep = z.infer<typeof MacroStep>;

export const MacroCode = z
  .string()
  .trim()
  .regex(/^[^\s/#]{1,20}$/u);
export const Macro = z.strictObject({
  code: MacroCode,
  /** What it does, for whoever chooses it. */
  title: words(60),
  steps: z.array(MacroStep).min(1).max(8),
});
export type Macro = z.infer<typeof Macro>;

/** What one office filed under a code: its own steps, or that it does without the shipped macro. */
export const OwnMacro = z.union([Macro, z.strictObject({ code: MacroCode, removed: z.literal(true) })]);
export type OwnMacro = z.infer<typeof OwnMacro>;

export const RunMacro = z.strictObject({
  code: MacroCode,
  matters: z
    .array(z.strictObject({ id: ComplaintId, seen: z.int().nonnegative() }))
    .min(1)
    .max(50),
  /** Only says what would happen. */
  dry: z.boolean(),
  /** Chosen with the press of the button: pressing twice runs it once. */
  run: DeliveryId.refine((id) => id.length <= 40),
});
export type RunMacro = z.infer<typeof RunMacro>;

export const macroVariables = ['编号', '事项', '我', '单位'] as const;
export type MacroVariables = Record<(typeof macroVariables)[number], string>;
export const fillIn = (text: string, variables: MacroVariables): string =>
  text.replaceAll(/\{(编号|事项|我|单位)\}/gu, (_whole, name: keyof MacroVariables) => variables[name]);

/** The step as a deed on this one matter. Undefined where there is nothing to do: its service has no papers. */
export function deedOf(
  step: MacroStep,
  c: Complaint,
  variables: MacroVariables,
  papers: readonly string[],
): Exclude<StaffAct, { act: 'merge' | 'unmerge' }> | undefined {
  const say = (text: string): string => fillIn(text, variables);
  switch (step.act) {
    case 'accept':
      return {
        act: 'accept',
        take: step.take,
        problem: c.problem,
        urgency: c.urgency,
        ...(c.cause === undefined ? {} : { cause: c.cause }),
        ...(c.service === undefined ? {} : { service: c.service }),
      };
    case 'contact':
      return { ...step, words: say(step.words) };
    case 'message':
    case 'ask':
      return { ...step, text: say(step.text) };
    case 'resume':
    case 'raise':
    case 'transfer':
      return { ...step, reason: say(step.reason) };
    case 'list-papers': {
      const there = new Set(c.checklist.map((item) => item.text));
      const missing = papers.filter((paper) => !there.has(paper)).slice(0, 12);
      return missing.length === 0 ? undefined : { act: 'list-add', texts: missing };
    }
    default:
      return step;
  }
}

/** What came of one step, or would: `left-out` when an earlier one was refused. */
export const StepReport = z.strictObject({
  act: z.string(),
  result: z.enum(['done', 'nothing', 'refused', 'left-out']),
  /** The words as they would be written for this matter. */
  words: z.string().optional(),
  /** Why not. */
  sentence: z.string().optional(),
});
export type StepReport = z.infer<typeof StepReport>;
export const MacroReport = z.strictObject({
  id: ComplaintId,
  number: z.string(),
  title: z.string(),
  steps: z.array(StepReport),
});
export type MacroReport = z.infer<typeof MacroReport>;
