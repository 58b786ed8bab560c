/** An officer sends numbered steps as a card: from the knowledge, changed for this person, or written anew. */
import type { Officer } from '../../models/access/staff.ts';
import type { Reply } from '../../models/conversation/content.ts';
import type { SendSteps } from '../../models/conversation/requests.ts';
import { cardsInForce } from '../../models/guidance/step-cards/office-card.ts';
import { stepsIn, type StepCard } from '../../models/guidance/step-cards/step-card.ts';
import { phrasesIn, type Language } from '../../models/phrasebook/phrases.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { cautionOf } from '../guidance/show-steps.ts';
import type { Crossed } from './answer-crossed.ts';
import type { Changed } from './change-conversation.ts';
import { officerSays } from './officer-says.ts';

export const sendSteps = (
  deps: Deps,
  by: Officer,
  { id, delivery, seen, ...steps }: SendSteps,
): Promise<Outcome<Changed> | Crossed> =>
  officerSays(deps, by, { id, delivery, seen }, async ({ language }) =>
    done(replyWith(steps, steps.card === undefined ? undefined : await cardOf(deps, steps.card), language)),
  );

const cardOf = async (deps: Deps, id: string): Promise<StepCard | undefined> =>
  cardsInForce(await deps.stepCards.inState('published', 200)).find((card) => card.id === id);

/** Only steps that stand as somebody verified them go out without a caution. */
function replyWith(
  { title, steps, where }: Pick<SendSteps, 'title' | 'steps' | 'where'>,
  known: StepCard | undefined,
  language: Language,
): Reply {
  const p = phrasesIn(language);
  const asVerified =
    known?.verified === true && known.where === where && stepsIn(known, language).join('\n') === steps.join('\n');
  return {
    type: 'reply',
    say: p.showing.here,
    buttons: [],
    card: {
      type: 'steps',
      title,
      items: steps.map((text) => ({ text })),
      ...(asVerified ? { source: known.source } : { caution: cautionOf(where, p) }),
    },
  };
}
