/** What cannot be answered: one clause, and the lawful way or the right place; the second time without a lecture. */
import { agencyInWords } from '../../models/guidance/understanding/agencies.ts';
import { type Offer, type Said, type Scene, offer, said } from './talk.ts';

export function decline(scene: Scene, of: string, agency: string | undefined): Said {
  const { talk, heard } = scene;
  const again = talk.refused === of && talk.refusals > 0;
  const talkAfter = { refused: of, refusals: again ? talk.refusals + 1 : 1 };
  return said({ say: words(of, agency, again, heard.plain, scene), offers: ways(of, scene) }, { talk: talkAfter });
}

function words(of: string, agency: string | undefined, again: boolean, plain: string, { p, language }: Scene): string {
  const { refuse } = p;
  switch (of) {
    case 'another-persons-data':
      return again ? refuse['another-persons-data-again'] : refuse['another-persons-data'];
    case 'unlawful':
      if (/分/.test(plain) && !again) return refuse.points;
      return again ? refuse['unlawful-again'] : refuse.unlawful;
    case 'other-agency': {
      const known = agency === undefined ? undefined : agencyInWords(agency, language);
      return known === undefined ? refuse['other-agency-unknown'] : refuse['other-agency'](known);
    }
    case 'traffic-knowledge':
      return refuse['traffic-knowledge'];
    case 'report':
      return p.report122;
    case 'blocked':
      return p.blockedCar;
    default:
      return refuse['chit-chat'];
  }
}

function ways(of: string, { p }: Scene): Offer[] {
  const person = offer(p.buttons.officer, 'command:person');
  if (of === 'another-persons-data')
    return [offer(p.refuseButtons.report, 'decline:report'), offer(p.refuseButtons.blocked, 'decline:blocked'), person];
  if (of === 'unlawful') return [offer(p.refuseButtons.reduce, 'label:points-reduction'), person];
  return [person];
}
