/** Tells a citizen what befell their live guidance: in their talk, and by short message when no page of theirs is open and it cannot wait. */
import type { AboutA } from '../../../models/aftermath/notice-about.ts';
import type { Notice } from '../../../models/aftermath/notice.ts';
import type { Conversation } from '../../../models/conversation/conversation.ts';
import type { LiveSession } from '../../../models/live/live-session.ts';
import { done, refused } from '../../../models/outcome.ts';
import { liveMessage, liveTemplate, saidOfLive } from '../../../models/phrasebook/live-words.ts';
import { msOf } from '../../../models/time.ts';
import type { Deps } from '../../deps.ts';
import { liveLink, liveLinkFromOutside } from '../../live/live-link.ts';
import { sheetLink } from '../../sheet/sheet-links.ts';
import { carriedOn, sayInTalk, sendToPhone, type Said } from './hand-over.ts';
import type { Teller, Tried } from './tellers.ts';

type LiveNotice = Notice & { about: AboutA<'live'> };

export const tellLive: Teller<'live'> = async (deps, notice) => {
  const found = await deps.live.find(notice.about.id);
  if (!found.ok || isOld(notice, found.value)) return 'dropped';
  const talk = await deps.conversations.look(found.value.conversation);
  if (talk.conversation === undefined) return 'no-talk';
  const session = found.value;
  const said = saidFor(deps, notice, session, talk.conversation);
  const told =
    notice.about.news === 'ended' ? await sumUp(deps, notice, session, said) : await sayInTalk(deps, notice, said);
  const pageIsOpen = talk.listeners.some((listener) => listener.startsWith('c:'));
  if (told !== 'sent' || !notice.urgent || pageIsOpen || talk.conversation.follower !== undefined) return told;
  // Nobody looks at the talk: where a number is known it rings; without one the line in the talk is what there is.
  const rang = await said.phone();
  return rang === 'no-phone' ? 'sent' : rang;
};

function saidFor(deps: Deps, notice: LiveNotice, s: LiveSession, c: Conversation): Said {
  const { news } = notice.about;
  const officer = s.officer?.name ?? '';
  const { say, see } = saidOfLive(news, c.language, officer);
  const link = liveLink(deps, c, s.asked);
  return {
    reply: { type: 'reply', say, buttons: [{ label: see, open: link, look: 'main' }] },
    template: { name: liveTemplate(news), values: { officer } },
    phone: () =>
      sendToPhone(
        deps,
        notice,
        c.confirmed ?? c.phone,
        liveMessage(news, c.language, { officer, link: liveLinkFromOutside(deps, c, s.asked) }),
      ),
  };
}

/** The assistant's line with what was done, the rating, and the window when it could not be done. */
const sumUp = (deps: Deps, notice: LiveNotice, s: LiveSession, said: Said): Promise<Tried> =>
  carriedOn(deps, notice, said, async (c) => {
    if (s.state.name !== 'ended') return refused('wrong-state', 'it has not ended');
    const sheet = (await deps.sheets.ofTalk(c.id)).at(-1);
    const turn = await deps.bot.afterLive(c, {
      officer: s.officer?.name ?? '',
      outcome: s.state.outcome,
      minutes: Math.round((msOf(s.state.at) - msOf(s.state.since)) / 60_000),
      ways: [s.asked, ...s.steps.map(({ to }) => to)],
      link: liveLink(deps, c, s.asked),
      ...(sheet === undefined ? {} : { checklist: sheetLink(deps, sheet.id) }),
      ...(s.service === undefined ? {} : { service: s.service }),
    });
    if (turn.effects.some((effect) => effect.do === 'turn-failed'))
      return refused('wrong-state', 'the assistant could not word it');
    return done({
      conversation: { ...c, ...turn.change },
      lines: turn.replies.map((content) => ({ from: 'bot' as const, content })),
    });
  });

/** Things went on before the word went out: the page shows how it stands. */
function isOld({ about: { news } }: LiveNotice, { state }: LiveSession): boolean {
  if (news === 'invited') return state.name !== 'invited';
  if (news === 'answered') return state.name !== 'live';
  return news === 'ended' ? state.name !== 'ended' : state.name !== 'missed';
}
