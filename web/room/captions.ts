/** What stands under the video: the script's step in words for the one who reads it. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import type { Party } from '../../models/release/parties.ts';
import type { RoomView } from '../../models/room/views.ts';
import type { Step } from '../../models/release/steps.ts';

export type Caption = {
  text: string;
  /** What the reader has to do at this moment; nothing while it is another's turn. */
  mine?: { step: Step; n: number; of: number };
};

/** `steps`: what this party has to do, in order. */
export function captionFor(
  room: Pick<RoomView, 'step' | 'seats'>,
  me: Party,
  steps: readonly Step[],
  words: RoomWords,
): Caption | undefined {
  const { step } = room;
  if (step === undefined) return undefined;
  // A helper follows what the one beside them does.
  const mine = step.party === me || (me === 'helper' && step.party === 'owner');
  if (mine) {
    const n = steps.indexOf(step.step) + 1;
    return {
      text: words.captions[step.step],
      mine: { step: step.step, n: Math.max(1, n), of: Math.max(n, steps.length) },
    };
  }
  if (step.party === 'case') return { text: words.captions[step.step] };
  const other = room.seats.find((seat) => seat.party === step.party);
  return { text: words.turn(other === undefined || other.name === '' ? words.parties[step.party] : other.name) };
}

/** How much of a text has darkened after so long: as fast as somebody reads who takes their time. */
export const readSoFar = (text: string, ms: number, perSecond = 3.2): number =>
  Math.min(Array.from(text).length, Math.floor((ms / 1000) * perSecond));
