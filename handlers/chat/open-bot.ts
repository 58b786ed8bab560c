/** Opens the assistant with the answers officers have published, and sees to it that a turn always settles. */
import type { Deps } from '../../functions/deps.ts';
import type { Bot, BotTurn } from '../../models/conversation/bot.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import { apology } from '../../models/phrasebook/apology.ts';
import { MINUTE } from '../../models/time.ts';
import { count, errorCode, log } from '../log.ts';
import { openBot } from './bot.ts';

/** What officers publish reaches every instance within this time; a chat turn never waits for it. */
const FRESH_MS = MINUTE / 2;

export function openBotFromKnowledge(deps: Omit<Deps, 'bot'>): Bot {
  let answers: readonly PublishedAnswer[] = [];
  let readAt = 0;
  const published = (): readonly PublishedAnswer[] => {
    if (Date.now() - readAt > FRESH_MS) {
      readAt = Date.now();
      deps.answers.inState('published', 500).then(
        (found) => (answers = found),
        // The answers of half a minute ago go on serving; the next turn asks again.
        () => (readAt = 0),
      );
    }
    return answers;
  };
  return settled(openBot({ newId: () => deps.newId(), knowledge: { published } }));
}

/** A dialog that throws becomes an apology; the citizen's words are kept and an alarm is raised. */
export function settled(bot: Bot): Bot {
  const guard = async (c: Conversation, work: Promise<BotTurn>): Promise<BotTurn> => {
    try {
      return await work;
    } catch (error) {
      log('turn-failed', { conversation: c.id, error: errorCode(error) });
      count('TurnFailed');
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
  };
}
