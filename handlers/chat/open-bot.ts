/** Opens the assistant with the answers officers have published, and sees to it that a turn always settles. */
import type { Deps } from '../../functions/deps.ts';
import type { Bot, BotTurn } from '../../models/conversation/bot.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { examplePoints } from '../../models/guidance/example-points.ts';
import { cardsInForce, type OfficeCard } from '../../models/guidance/step-cards/office-card.ts';
import type { ServicePoint } from '../../models/guidance/point.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import { officeOf } from '../../models/office/offices.ts';
import { apology } from '../../models/phrasebook/apology.ts';
import { MINUTE } from '../../models/time.ts';
import { count, errorCode, log } from '../log.ts';
import { openBot } from './bot.ts';

/** What officers publish and operators import reaches every instance within this time; a chat turn never waits for it. */
const FRESH_MS = MINUTE / 2;

export function openBotFromKnowledge(deps: Omit<Deps, 'bot'>): Bot {
  const published = kept<readonly PublishedAnswer[]>([], () => deps.answers.inState('published', 500));
  const imported = kept<readonly ServicePoint[]>([], () => deps.points.all());
  const ownCards = kept<readonly OfficeCard[]>([], () => deps.stepCards.inState('published', 500));
  return settled(
    openBot({
      newId: () => deps.newId(),
      // Until an office has imported its own points, the shipped examples show, marked as such.
      knowledge: { published },
      points: () => (imported().length > 0 ? imported() : examplePoints),
      steps: () => cardsInForce(ownCards()),
      office: officeOf,
    }),
  );
}

/** The last known value; asks for a newer one beside the turn when it has grown old. */
function kept<T>(first: T, load: () => Promise<T>): () => T {
  let value = first;
  let readAt = 0;
  return () => {
    if (Date.now() - readAt > FRESH_MS) {
      readAt = Date.now();
      load().then(
        (found) => (value = found),
        // What was known goes on serving; the next turn asks again.
        () => (readAt = 0),
      );
    }
    return value;
  };
}

/** A dialog that throws becomes an apology; the citizen's words are kept and an alarm is raised. */
export function settled(bot: Bot): Bot {
  const guard = async (c: Conversation, work: Promise<BotTurn>): Promise<BotTurn> => {
    try {
      return await work;
    } catch (error) {
      log('turn-failed', { conversation: c.id, error: errorCode(error) });
      await count('TurnFailed');
      return {
        replies: [apology(c.id.slice(-4), c.language)],
        change: { dialog: '' },
        effects: [{ do: 'turn-failed' }],
      };
    }
  };
  return {
    hear: (c, content, now, around) => guard(c, (async () => bot.hear(c, content, now, around))()),
    welcomeBack: (c, name, said, now) => guard(c, (async () => bot.welcomeBack(c, name, said, now))()),
    afterLive: (c, end) => guard(c, (async () => bot.afterLive(c, end))()),
    tell: (c, matter, news, now, words) => guard(c, (async () => bot.tell(c, matter, news, now, words))()),
  };
}
