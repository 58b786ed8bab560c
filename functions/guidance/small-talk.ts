/** Greetings, thanks, anger, marks and stars: one honest clause, then help. */
import { type Grade, grades, isLow } from '../../models/conversation/rating.ts';
import { optional } from './card-parts.ts';
import { type Offer, type Said, type Scene, offer, said, topicOf } from './talk.ts';

/** `officerFree`: somebody could take over now. */
export function answerMood(scene: Scene, mood: string, officerFree = false): Said {
  const { p, elder, talk } = scene;
  const person = offer(p.buttons.person, 'command:person');
  const marks: Offer[] =
    topicOf(scene) === undefined ? [person] : [offer(p.buttons.unsolved, 'command:unsolved'), person];
  switch (mood) {
    case 'insult':
      // With the window on the table: what it is good for, and a person.
      if (talk.offered === true)
        return said({
          say: p.matters.machine(officerFree),
          offers: [
            offer(p.matters.buttons.register, 'report:begin'),
            offer(p.matters.buttons.officerNow, 'command:person'),
          ],
        });
      return said({
        say: p.insult,
        offers: [offer(p.buttons.officer, 'command:person'), offer(p.buttons.complaint, 'command:complaint')],
      });
    case 'praise':
      return said({ say: p.praise, offers: [offer(p.buttons.rate, 'command:rate'), person] });
    case 'thanks':
      return said({ say: p.thanks, offers: marks });
    case 'bye':
      return said({ say: p.bye, offers: talk.last === undefined ? [person] : [offer(p.buttons.rate, 'command:rate')] });
    case 'tell':
      return said({ say: p.notForMe, offers: [person] });
    case 'ack':
      return said({
        say: elder ? p.ackShort : p.ack,
        offers: [offer(p.buttons.solved, 'command:solved'), offer(p.buttons.unsolved, 'command:unsolved')],
      });
    default:
      return said({ say: elder ? p.greetingShort : p.greeting, offers: [person] });
  }
}

/** It is remembered, so that a report can take it along. */
export function answerPhoto({ p, conversation, talk }: Scene, attachment: string): Said {
  const waiting = conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live';
  return said(
    {
      say: waiting ? p.notedPhoto : p.photo,
      offers: [waiting ? offer(p.buttons.cancel, 'command:cancel') : offer(p.buttons.officer, 'command:person')],
    },
    { talk: { photos: [...(talk.photos ?? []), attachment].slice(-12) } },
  );
}

/** Only an officer sees pictures. */
export function answerPointed({ p, conversation: { state } }: Scene): Said {
  return state.name === 'waiting-for-officer' && state.kind === 'live'
    ? said({ say: p.showing.pointedNoted, offers: [offer(p.buttons.cancel, 'command:cancel')] })
    : said({
        say: p.showing.pointed,
        offers: [offer(p.buttons.officer, 'command:person'), offer(p.buttons.callBack, 'command:call-back')],
      });
}

export function readAloud({ p }: Scene): Said {
  return said({
    say: p.readAloud,
    offers: [{ label: p.buttons.readAloud, do: 'read-aloud' }, offer(p.buttons.callMe, 'command:call-back')],
  });
}

/** The five official grades, alike in size, none proposed. */
const gradeOffers = ({ p }: Pick<Scene, 'p'>): Offer[] =>
  grades.map((grade) => offer(p.grades[grade], `grade:${grade}`));

export function askRating(scene: Scene): Said {
  const { p } = scene;
  return said({ say: p.rateAsk, card: { type: 'rating', title: p.rateTitle, items: [] }, offers: gradeOffers(scene) });
}

export function takeGrade(scene: Scene, grade: Grade): Said {
  const { p, talk } = scene;
  return said(
    {
      say: isLow(grade) ? p.ratedLow : p.rated,
      offers: isLow(grade)
        ? [offer(p.buttons.officer, 'command:person'), offer(p.buttons.callBack, 'command:call-back')]
        : [offer(p.buttons.another, 'mood:tell'), offer(p.buttons.nothing, 'mood:bye')],
    },
    { effects: [{ do: 'rate', grade, of: talk.afterOfficer === true ? 'officer' : 'bot' }] },
  );
}

export function markSolved(scene: Scene): Said {
  const about = scene.talk.last ?? scene.conversation.topic;
  return { ...answerMood(scene, 'thanks'), effects: [{ do: 'mark-solved', ...optional('about', about) }] };
}

export function markUnsolved(scene: Scene): Said {
  const { p, talk, conversation } = scene;
  return said(
    {
      say: p.unsolved,
      offers: [
        offer(p.buttons.officer, 'command:person'),
        offer(p.buttons.callBack, 'command:call-back'),
        offer(p.buttons.complaint, 'command:complaint'),
      ],
    },
    { effects: [{ do: 'mark-unsolved', ...optional('about', talk.last ?? conversation.topic) }] },
  );
}
