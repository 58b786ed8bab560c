/** The ladder of live guidance: picture, voice, single photos, writing; down when the way is poor, up again when it is good. */
import * as z from 'zod';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant } from '../time.ts';

/** From the top down. On every rung what is written stays in the talk. */
export const rungs = ['video', 'voice', 'photos', 'text'] as const;
export const Rung = z.enum(rungs);
export type Rung = z.infer<typeof Rung>;
/** What one may ask for. */
export const Asked = Rung.exclude(['photos', 'text']);
export type Asked = z.infer<typeof Asked>;

/** `weak`: measured, one rung down. `lost`: no line at all, what is left is writing. `better`: measured, one rung up. `wish`: somebody pressed it. */
export const stepReasons = ['weak', 'lost', 'better', 'wish'] as const;
export const StepReason = z.enum(stepReasons);
export type StepReason = z.infer<typeof StepReason>;

export const LiveStep = z.strictObject({
  at: Instant,
  from: Rung,
  to: Rung,
  why: StepReason,
  by: z.enum(['citizen', 'officer']),
});
export type LiveStep = z.infer<typeof LiveStep>;

const depth = (rung: Rung): number => rungs.indexOf(rung);

/** Whether one may go from here to there; nobody is carried above what was asked for by a measurement. */
export function mayStep(from: Rung, to: Rung, why: StepReason, asked: Asked): Outcome<void> {
  const down = depth(to) - depth(from);
  switch (why) {
    case 'wish':
      return done(undefined);
    case 'weak':
      return down === 1 ? done(undefined) : refused('wrong-state', 'a weak way leads one rung down');
    case 'lost':
      return to === 'text' ? done(undefined) : refused('wrong-state', 'without a line only writing is left');
    case 'better':
      return down === -1 && depth(to) >= depth(asked)
        ? done(undefined)
        : refused('wrong-state', 'a better way leads one rung up, to what was asked for');
  }
}

/** Where a page tries next when the way is better; undefined at the top of what was asked for. */
export const rungAbove = (rung: Rung, asked: Asked): Rung | undefined =>
  depth(rung) <= depth(asked) ? undefined : rungs[depth(rung) - 1];
export const rungBelow = (rung: Rung): Rung | undefined => rungs[depth(rung) + 1];
/** Sound goes between the two. */
export const isHeard = (rung: Rung): boolean => rung === 'video' || rung === 'voice';
