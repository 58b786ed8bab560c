/** Wishes that are no matter of the catalogue: hours and places, a complaint, progress, guidance, a booking. Nothing is pretended. */
import { saysMore } from '../../models/guidance/answers/commands.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';
import type { Service } from '../../models/guidance/service.ts';
import { callOfficer } from './call-officer.ts';
import { optional } from './card-parts.ts';
import { findNearby, placeHeard } from './find-nearby.ts';
import { followMatter } from './follow-matter.ts';
import { registerMatter } from './register-matter.ts';
import { guideCard } from './show-guide.ts';
import { answerMood, askRating } from './small-talk.ts';
import { type Said, type Scene, offer, said, topicOf, withTopic } from './talk.ts';
import { hoursFor, tellHours } from './tell-hours.ts';
import { tellReadyDate } from './tell-ready-date.ts';

const VIDEO = 'mortgage-release-video';

export async function answerIntent(scene: Scene, intent: string): Promise<Said> {
  const { p, conversation, heard } = scene;
  switch (intent) {
    case 'intent:talk-to-human':
      return callOfficer(scene, 'asked', saysMore(heard.plain, heard.english) ? heard.text : undefined);
    case 'intent:find-office':
    case 'intent:nearby':
      return place(scene, intent === 'intent:nearby');
    case 'intent:file-complaint':
    case 'cannot-do-window':
      return registerMatter(scene, 'begin');
    case 'intent:track-case': {
      const named = readyMatter(scene);
      if (named !== undefined) return tellReadyDate(scene, named);
      return followMatter(scene, 'progress');
    }
    case 'intent:live-guidance':
      return said({
        say: p.guidanceOffer,
        offers: [offer(p.buttons.officer, 'command:person'), offer(p.buttons.tellNow, 'mood:tell')],
      });
    case 'intent:book':
      return said(
        {
          say: p.bookOffer(hoursFor(scene)),
          offers: [offer(p.buttons.hours, 'facet:hours'), offer(p.buttons.officer, 'command:person')],
        },
        {},
      );
    case 'intent:book-mortgage-video':
      return said(
        {
          say: p.bookVideoOffer,
          ...optional('card', guideCard(VIDEO, [], scene)),
          offers: [offer(p.buttons.officer, 'command:person'), offer(p.buttons.callBack, 'command:call-back')],
        },
        { talk: { topics: withTopic(scene, VIDEO), last: VIDEO }, change: { topic: VIDEO } },
      );
    case 'intent:rate-service':
      return conversation.history.some((h) => h.what === 'back-to-bot') || topicOf(scene) !== undefined
        ? askRating(scene)
        : answerMood(scene, 'praise');
    default:
      return answerMood(
        scene,
        /谢|thank/.test(heard.plain) ? 'thanks' : /再见|拜|bye/.test(heard.plain) ? 'bye' : 'greeting',
      );
  }
}

/** 哪儿能办: near the place that was named; otherwise when and where the office is open. */
function place(scene: Scene, nearby: boolean): Said {
  const id = topicOf(scene);
  const service = id === undefined ? undefined : serviceById(id);
  const wantsNear = nearby || scene.heard.facets.includes('nearby') || placeHeard(scene) !== undefined;
  if (service !== undefined && wantsNear && !scene.heard.facets.includes('hours')) return findNearby(scene, service);
  if (nearby) return said({ say: scene.p.whichMatter, offers: [offer(scene.p.buttons.person, 'command:person')] });
  return tellHours(scene, scene.heard.facets.includes('hours') ? undefined : service);
}

/** 过户今天受理的哪天能好: a date can be counted, nothing has to be looked up. */
function readyMatter(scene: Scene): Service | undefined {
  if (!scene.heard.facets.includes('ready')) return undefined;
  const [named] = searchServices(scene.heard.plain);
  const candidate = scene.heard.understood.candidates.map((c) => serviceById(c.label)).find((s) => s !== undefined);
  const topic = serviceById(topicOf(scene) ?? '');
  return named !== undefined && named.score >= 0.7 ? named.service : (topic ?? candidate);
}
