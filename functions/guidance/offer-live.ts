/** “视频”, “语音”, “连线”: says how many wait before and opens the page; with nobody on duty, what can be done instead. */
import { liveWords } from '../../models/phrasebook/live-words.ts';
import type { Asked } from '../../models/live/ladder.ts';
import { openingAt } from '../../models/office/opening.ts';
import { sayOpening } from './say-days.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

export async function offerLive(scene: Scene, how: Asked): Promise<Said> {
  const { p, around, conversation, language, office, now } = scene;
  const words = liveWords(language);
  const page = (label: string, asked: Asked) => ({ label, open: around.live.link(asked), look: 'main' as const });
  const callBack = offer(p.buttons.callBack, 'command:call-back');
  const stands = conversation.live?.at;
  if (stands === 'live' || stands === 'invited')
    return said({ say: words.live, offers: [page(words.back, conversation.live?.asked ?? how)] });
  if (stands === 'asked')
    return said({ say: words.already, offers: [page(words.back, conversation.live?.asked ?? how)] });
  const line = await around.live.line();
  if (line === null) {
    const closed = !openingAt(office, now).open;
    return said({
      say: closed ? words.closed(sayOpening(office, now, p)) : words.nobody,
      offers: [callBack, offer(p.buttons.message, 'command:message')],
    });
  }
  const other = how === 'video' ? 'voice' : 'video';
  return said({
    say: words.offer(line.ahead, line.minutes),
    offers: [
      page(words.open[how], how),
      { label: words.open[other], open: around.live.link(other), look: 'plain' },
      callBack,
    ],
  });
}
