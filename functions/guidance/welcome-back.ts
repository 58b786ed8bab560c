/** An officer hands the talk back: one line of what they said, so that it can be found again, and the offer to rate. Nothing is added. */
import type { BotTurn } from '../../models/conversation/bot.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { phrasesIn, type Phrases } from '../../models/phrasebook/phrases.ts';
import { fit } from './finish-turn.ts';
import { maskNumbers } from './mask-numbers.ts';

const MOST = 120;

export function welcomeBack(
  conversation: Conversation,
  officerName: string,
  officerSaid: readonly string[],
): { turn: BotTurn; offers: Record<string, string> } {
  const p = phrasesIn(conversation.language);
  const gist = gistOf(officerSaid, p);
  const whole = gist === '' ? p.welcomeBackShort(officerName) : p.welcomeBack(officerName, gist);
  const { say, rest } = fit(maskNumbers(whole), conversation.elder ? MOST / 2 : MOST, conversation.language);
  const offers: Record<string, string> = {
    [p.buttons.rate]: 'command:rate',
    [p.buttons.another]: 'mood:tell',
    [p.buttons.nothing]: 'mood:bye',
  };
  return {
    turn: {
      replies: [
        {
          type: 'reply',
          say,
          buttons: Object.keys(offers).map((label) => ({ label, send: label })),
          ...(rest === '' ? {} : { card: { type: 'summary' as const, items: [{ text: rest.slice(0, 300) }] } }),
        },
      ],
      change: { failedTurns: 0 },
      effects: [],
    },
    offers,
  };
}

/** The officer's own sentences without greetings, questions and goodbyes: nothing is rephrased, so nothing can be twisted. */
function gistOf(officerSaid: readonly string[], p: Phrases): string {
  const sentences = officerSaid
    .flatMap((text) => text.split(/(?<=[。！？!?；;])|\n/))
    .map((s) => s.trim())
    .filter(
      (s) =>
        s.length > 3 &&
        !/[？?]$/.test(s) &&
        !/^(您好|你好|好的?|不客气|请稍等|稍等|再见|没关系|谢谢|我是.{0,4}警官|我转回|转回|hello|hi|you are welcome|goodbye)/i.test(
          s,
        ),
    );
  return sentences
    .map((s) => s.replace(/^好。/, '').replace(/[。！!]$/, ''))
    .join(p.semicolon)
    .slice(0, 260);
}
