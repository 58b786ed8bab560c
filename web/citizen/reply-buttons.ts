/** Which of an answer's buttons stand inside it and which under it. */
import type { Button, Reply } from '../../models/conversation/content.ts';
import { phrasebook } from './phrases.ts';

/** These stand under a rateable answer anyway. */
const feedback = new Set(
  Object.values(phrasebook).flatMap(({ helpful, unsolved }) => [
    helpful.send,
    unsolved.send,
    helpful.label,
    unsolved.label,
  ]),
);
const grades = new Set(Object.values(phrasebook).flatMap((phrases) => phrases.grades.map((parts) => parts.join(''))));

export function sortButtons({ buttons, card, rateable }: Reply, current: boolean): { acts: Button[]; chips: Button[] } {
  const sends = ({ label, send }: Button): string => send ?? label;
  const shown = buttons.filter((button) => {
    // What was said since is the answer to the questions above; what leads somewhere stays.
    if (!current && button.open === undefined && button.do !== 'read-aloud') return false;
    if (rateable === true && feedback.has(sends(button))) return false;
    return !(card?.type === 'rating' && grades.has(sends(button)));
  });
  const inside = ({ look, open }: Button): boolean => look !== undefined || open !== undefined;
  return { acts: shown.filter(inside), chips: shown.filter((button) => !inside(button)) };
}
