/** Offers the “办不成事” window unasked where trouble shows, and keeps a report that was begun one tap away whatever is talked about. */
import { visitsIn } from '../../models/complaint/told.ts';
import { comesAgain } from '../../models/conversation/obstacles.ts';
import { obstaclesMet } from './count-obstacles.ts';
import { type Draft, type Offer, type Said, type Scene, offer, topicOf } from './talk.ts';

export const opensWindow: ReadonlySet<string> = new Set(['report:begin', 'command:complaint']);

/** So many obstacles (visits, refused photos, failed bookings) open the window; a second visit is enough to name it. */
const TROUBLE = 3;
const SECOND_VISIT = 2;

export function keepWindowNear(scene: Scene, answer: Said): Said {
  const { talk, conversation, p } = scene;
  const reply = answer.replies.at(-1);
  const waiting = conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live';
  const windowsOwn = answer.talk !== undefined && ('draft' in answer.talk || 'own' in answer.talk);
  if (reply === undefined || windowsOwn || waiting || (answer.effects ?? []).some((e) => e.do === 'hand-over'))
    return answer;
  if (talk.draft !== undefined) return withOffers(answer, [offer(p.matters.buttons.goOn, 'report:continue')], 'last');
  if (talk.offered === true) return isGap(answer) ? askAlong(scene, answer, reply) : answer;
  const about = matterOf(scene, answer);
  const met = obstaclesMet(scene, about ?? topicOf(scene));
  const again = about !== undefined && comesAgain(conversation, about, scene.now);
  const second = again || met >= SECOND_VISIT || (visitsIn(scene.heard.text) ?? 0) >= SECOND_VISIT;
  const offered = (reply.offers ?? []).some((one) => 'code' in one && opensWindow.has(one.code));
  if (!second || offered || answer.change?.failedTurns !== undefined) return answer;
  // A question that was just asked is answered first, and what leads to a list is not parted from it: only the button stands there.
  const asks = typeof answer.dialog === 'object';
  if (asks || /[：:]$/u.test(reply.say))
    return withOffers(answer, [offer(p.matters.buttons.register, 'report:begin')], 'last');
  const words = scene.elder
    ? ''
    : met >= TROUBLE
      ? p.matters.offerToo
      : again
        ? p.matters.offerAgain
        : p.matters.offerShort;
  return withOffers(
    saying(answer, reply, [reply.say, words], p.matters.gap),
    [offer(p.matters.buttons.register, 'report:begin')],
    'first',
  );
}

/** What this very answer is about; thanks and greetings are about nothing. */
const matterOf = ({ open }: Scene, { change, talk }: Said): string | undefined =>
  change?.topic ?? talk?.topics?.at(-1) ?? (open?.name === 'question' ? open.service : undefined);

const isGap = (answer: Said): boolean => (answer.effects ?? []).some((effect) => effect.do === 'note-gap');

/** What nobody has verified is asked of the office along with the report. */
function askAlong(scene: Scene, answer: Said, reply: Draft): Said {
  const { talk, p, heard } = scene;
  const { buttons } = p.matters;
  const asked = saying(answer, reply, [reply.say, p.matters.askAlong], p.matters.gap);
  return {
    ...withOffers(
      asked,
      [offer(buttons.registerYes, 'report:begin'), offer(buttons.askOfficerFirst, 'command:person')],
      'instead',
    ),
    talk: { ...answer.talk, unanswered: [...(talk.unanswered ?? []), heard.text.slice(0, 200)].slice(-3) },
  };
}

function saying(answer: Said, reply: Draft, parts: readonly string[], gap: string): Said {
  const say = parts.filter((part) => part !== '').join(gap);
  return { ...answer, replies: [...answer.replies.slice(0, -1), { ...reply, say }] };
}

const MOST = 6;
function withOffers(answer: Said, more: readonly Offer[], where: 'first' | 'last' | 'instead'): Said {
  const reply = answer.replies.at(-1);
  if (reply === undefined) return answer;
  const before = reply.offers ?? [];
  const offers =
    where === 'instead'
      ? more
      : where === 'first'
        ? [...more, ...before].slice(0, MOST)
        : [...before.slice(0, MOST - more.length), ...more];
  return { ...answer, replies: [...answer.replies.slice(0, -1), { ...reply, offers }] };
}
