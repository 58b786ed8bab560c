/** What befell a talk, with what only the whole history tells: how long somebody waited, how long it lasted, what was the first of its kind. */
import { isLow, type Grade } from '../conversation/rating.ts';
import { msOf, MINUTE } from '../time.ts';
import type { AuditLine } from './audit.ts';

type Happened = AuditLine['happened'][number];

/**
 * `waited`: whole minutes from the hand-over to the officer's first word, not for messages left for later. `lasted`: from taking to
 * closing. `first`: for the first time in this talk. `failed`: the guide that was asked last did not help, counted once a guide and talk.
 */
export function talkHappened(history: readonly Happened[]): Happened[] {
  let [handed, claimed]: (Happened | undefined)[] = [];
  let [left, asked] = [false, false];
  const seen = new Set<string>();
  const first = (what: string): number => (seen.has(what) ? 0 : (seen.add(what), 1));
  return history.map((happened) => {
    const amounts: Record<string, number> = {};
    const { what } = happened;
    if (what === 'asked') asked = true;
    if (what === 'handed-over') {
      amounts['first'] = first(what);
      [handed, left] = [happened, false];
    }
    if (what === 'message-left') left = true;
    if (what === 'claimed') {
      amounts['first'] = first(what);
      claimed = happened;
    }
    if (what === 'first-reply' && handed !== undefined) {
      if (!left) amounts['waited'] = minutesBetween(handed, happened);
      handed = undefined;
    }
    if ((what === 'closed' || what === 'back-to-bot') && claimed !== undefined) {
      amounts['lasted'] = minutesBetween(claimed, happened);
      claimed = undefined;
    }
    if (asked && tellsOfFailure(happened)) {
      amounts['failed'] = 1;
      asked = false;
    }
    const counted = Object.fromEntries(Object.entries(amounts).filter(([name, n]) => n > 0 || name === 'waited'));
    return Object.keys(counted).length === 0 ? happened : { ...happened, amounts: counted };
  });
}

const minutesBetween = (from: Happened, to: Happened): number => Math.floor((msOf(to.at) - msOf(from.at)) / MINUTE);

const tellsOfFailure = ({ what, reason }: Happened): boolean =>
  what === 'handed-over' || what === 'unsolved' || (what === 'rated' && isLow(reason as Grade));
