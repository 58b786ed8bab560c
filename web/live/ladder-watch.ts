/** Watches how well the way carries, and says when to step down the ladder or up again; slow to rise, so that nothing flaps. */
import { rungAbove, rungBelow, type Asked, type Rung, type StepReason } from '../../models/live/ladder.ts';

export type Look = {
  /** The line to the office is up. */
  line: boolean;
  /** Sound and picture flow between the two. */
  connected: boolean;
  /** A picture may be sent. */
  picture: boolean;
};
export type Standing = { rung: Rung; asked: Asked; why?: StepReason | undefined };
/** `rose`: it stands where it stands because the way seemed better. */
export type LadderCourse = { bad: number; good: number; patience: number; rose: boolean };
export const atStart: LadderCourse = { bad: 0, good: 0, patience: 6, rose: false };

/** Looks are two seconds apart. Whoever has just begun is given time to connect. */
const WEAK_AFTER = 5;
const LOST_AFTER = 3;
const MOST_PATIENT = 48;
/** Photos ask nothing of the way: as soon as there is a line again. */
const PHOTOS_AFTER = 2;

export type Wish = { to: Rung; why: StepReason } | undefined;

export function nextLook(course: LadderCourse, at: Standing, look: Look): { course: LadderCourse; wish: Wish } {
  const { rung, asked, why } = at;
  const bad = course.bad + 1;
  const stay = { course: { ...course, bad, good: 0 }, wish: undefined };
  const down = (to: Rung, reason: StepReason) => ({
    // Whoever rose too early is more patient the next time.
    course: {
      bad: 0,
      good: 0,
      rose: false,
      patience: course.rose ? Math.min(MOST_PATIENT, course.patience * 2) : course.patience,
    },
    wish: { to, why: reason },
  });
  if (!look.line) return rung !== 'text' && bad >= LOST_AFTER ? down('text', 'lost') : stay;
  const below = rungBelow(rung);
  const carries = rung === 'video' ? look.connected && look.picture : rung === 'voice' ? look.connected : true;
  if (!carries) return below !== undefined && bad >= WEAK_AFTER ? down(below, 'weak') : stay;
  const above = rungAbove(rung, asked);
  const good = course.good + 1;
  const rises =
    above !== undefined &&
    why !== 'wish' &&
    wouldCarry(above, look) &&
    good >= (above === 'photos' ? PHOTOS_AFTER : course.patience);
  return rises
    ? { course: { ...course, bad: 0, good: 0, rose: true }, wish: { to: above, why: 'better' } }
    : { course: { ...course, bad: 0, good }, wish: undefined };
}

const wouldCarry = (rung: Rung, { connected, picture }: Look): boolean =>
  rung === 'photos' || (connected && (rung !== 'video' || picture));
