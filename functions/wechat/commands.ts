/** The few words that the office itself obeys in WeChat: another desk, and no longer together with the talk of the page. */
import type { ConversationId, DeliveryId, OfficeId } from '../../models/ids.ts';
import { offices } from '../../models/office/offices.ts';
import type { Outcome } from '../../models/outcome.ts';
import { weChatWords } from '../../models/phrasebook/wechat-words.ts';
import type { Follower } from '../../models/wechat/follower.ts';
import type { Changed } from '../conversation/change-conversation.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';
import { botSays, nameOf, speakIn } from './answer-by-itself.ts';
import { partFromWeChat } from './join-wechat.ts';

export type Command = { do: 'office'; office: OfficeId } | { do: 'unlink' };

export function commandIn(said: string, language: 'zh' | 'en'): Command | undefined {
  const words = weChatWords(language);
  const plain = said.replaceAll(/[\s。.!！“”"]/gu, '');
  if (plain === words.unlink) return { do: 'unlink' };
  const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');
  const office = offices.find((o) => squeezed(words.otherOffice(language === 'en' ? o.nameEn : o.shortZh)) === plain);
  return office === undefined ? undefined : { do: 'office', office: office.id };
}

export function obey(
  deps: Deps,
  follower: Follower,
  visitor: Visitor,
  delivery: DeliveryId,
  command: Command,
  said: string,
): Promise<Outcome<Changed>> {
  return command.do === 'office'
    ? changeDesk(deps, visitor, delivery, command.office, said)
    : unlink(deps, follower, visitor, delivery, said);
}

/** An office that has taken the case keeps it. */
function changeDesk(deps: Deps, visitor: Visitor, delivery: DeliveryId, office: OfficeId, said: string) {
  const words = weChatWords(visitor.language);
  return speakIn(deps, visitor, delivery, (c) => {
    const free = c.state.name === 'with-bot' || c.state.name === 'closed';
    const name = nameOf(free ? office : c.office, visitor.language);
    return {
      conversation: { ...c, office: free ? office : c.office },
      lines: [
        { from: 'citizen', delivery, content: { type: 'text', text: said } },
        botSays(free ? words.officeChanged(name) : words.officeKept(name)),
      ],
    };
  });
}

/** The page keeps its talk, without WeChat; here the next talk begins with the word that they are parted. */
async function unlink(
  deps: Deps,
  f: Follower,
  visitor: Visitor,
  delivery: DeliveryId,
  said: string,
): Promise<Outcome<Changed>> {
  const words = weChatWords(visitor.language);
  const { conversation: talk } = await deps.conversations.look(f.conversation);
  const answer = (conversation: ConversationId, text: string): Promise<Outcome<Changed>> =>
    speakIn(deps, { ...visitor, conversation }, delivery, (c) => ({
      conversation: c,
      lines: [{ from: 'citizen', delivery, content: { type: 'text', text: said } }, botSays(text)],
    }));
  if (talk?.channel === 'wechat') return answer(talk.id, words.nothingLinked);
  // Nobody spoke in the new talk yet: a repeat of the same message finds them parted already.
  if (talk === undefined) return answer(f.conversation, words.unlinked);
  return answer(await partFromWeChat(deps, f.id, talk.id), words.unlinked);
}
