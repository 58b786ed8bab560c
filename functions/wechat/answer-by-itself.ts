/** What the office says in WeChat without asking the assistant: a greeting, and a kind word for what it cannot take in. */
import type { Button, Reply } from '../../models/conversation/content.ts';
import { openConversation, type Conversation } from '../../models/conversation/conversation.ts';
import { OfficeId, type DeliveryId } from '../../models/ids.ts';
import { offices, officeOf } from '../../models/office/offices.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { phrasesIn } from '../../models/phrasebook/phrases.ts';
import { weChatWords } from '../../models/phrasebook/wechat-words.ts';
import { changeConversation, type Change, type Changed, type Draft } from '../conversation/change-conversation.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';

/** One line of the person's and one of the office's, once per message; a talk that is not there yet begins with them. */
export const speakIn = (
  deps: Deps,
  { conversation: id, ...from }: Visitor,
  delivery: DeliveryId,
  rule: (c: Conversation) => Change,
): Promise<Outcome<Changed>> =>
  changeConversation(deps, id, (c) => done(rule(c)), {
    delivery,
    open: (now) => openConversation(id, { ...from, channel: 'wechat' }, now),
  });

export const botSays = (say: string, buttons: Button[] = []): Draft => ({
  from: 'bot',
  content: { type: 'reply', say, buttons } satisfies Reply,
});

/** An officer who has the talk sees that something came; the person is told how it can be sent instead. */
export function sayOnly(
  deps: Deps,
  visitor: Visitor,
  delivery: DeliveryId,
  what: 'voice' | 'picture' | 'other',
): Promise<Outcome<Changed>> {
  const words = weChatWords(visitor.language);
  const say = { voice: words.noVoice, picture: words.noPicture, other: words.noOther }[what];
  const person = phrasesIn(visitor.language).buttons.person;
  return speakIn(deps, visitor, delivery, (c) => ({
    conversation: c,
    lines: [
      { from: 'citizen', delivery, content: { type: 'text', text: words.sent[what] } },
      botSays(say, [{ label: person, send: person }]),
    ],
  }));
}

/** A sign at an office's door carries that office; who comes without one may choose another. */
export function greet(
  deps: Deps,
  visitor: Visitor,
  delivery: DeliveryId,
  scene: string | undefined,
): Promise<Outcome<Changed>> {
  const here = OfficeId.safeParse(scene?.replace(/^office-/u, ''));
  const words = weChatWords(visitor.language);
  const person = phrasesIn(visitor.language).buttons.person;
  return speakIn(deps, visitor, delivery, (c) => {
    const free = c.state.name === 'with-bot' || c.state.name === 'closed';
    const office = here.success && free ? here.data : c.office;
    const greeting = c.lastSeq === 0 ? words.greeting : words.greetingAgain;
    const others = offices.filter(({ id }) => id !== office).map((o) => otherOffice(o, visitor.language));
    return {
      conversation: { ...c, office },
      lines: [botSays(greeting(nameOf(office, visitor.language)), [...others, { label: person, send: person }])],
    };
  });
}

type Named = Pick<(typeof offices)[number], 'shortZh' | 'nameEn'>;
const otherOffice = ({ shortZh, nameEn }: Named, language: 'zh' | 'en'): Button => {
  const say = weChatWords(language).otherOffice(language === 'en' ? nameEn : shortZh);
  return { label: say, send: say };
};

export const nameOf = (office: OfficeId, language: 'zh' | 'en'): string =>
  language === 'en' ? officeOf(office).nameEn : officeOf(office).nameZh;
