/** Somebody says that they should come first (绿色通道): the answer goes on as it would, one line before it says so. */
import type { Effect } from '../../models/conversation/bot.ts';
import { type Draft, type Said, type Scene, offer, said } from './talk.ts';

/** Adds what follows from the wish to whatever was answered. */
export async function withLane(scene: Scene, answer: Said): Promise<Said> {
  if (scene.lane === undefined) return answer;
  const effect: Effect = { do: 'green-lane', on: scene.lane === 'on' };
  const effects = [effect, ...(answer.effects ?? [])];
  if (scene.lane === 'off') return { ...answer, effects };
  return { ...answer, effects, replies: [await given(scene, answer), ...answer.replies] };
}

/** The wish alone was said: where it is new, the line before it is the whole answer. */
export function answerLane({ p, lane, first }: Scene): Said {
  if (lane === 'on') return { replies: [] };
  return first
    ? said({ say: p.laneNoted, offers: [offer(p.buttons.laneOff, 'lane:off')] })
    : said({ say: p.laneEnded, offers: [offer(p.buttons.laneOn, 'lane:on')] });
}

async function given(scene: Scene, answer: Said): Promise<Draft> {
  const { p, conversation, around } = scene;
  const offers = [offer(p.buttons.laneOff, 'lane:off')];
  const joins = (answer.effects ?? []).some((one) => one.do === 'hand-over' && one.kind === 'live');
  const waits = conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live';
  // Whoever joins the line just now is told the place by the answer itself.
  const place = waits ? await around.line(true) : null;
  if (place !== null) return { say: p.laneGivenPlace(place.ahead, place.minutes), offers };
  return { say: joins ? p.laneGiven : p.laneNoted, offers };
}
