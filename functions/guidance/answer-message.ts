/** Carries out what was decided for one message; every kind of move has its duty. */
import { serviceById } from '../../models/guidance/catalogue.ts';
import { openingAt } from '../../models/office/opening.ts';
import { answerClerk } from './answer-clerk.ts';
import { answerFacet } from './answer-facet.ts';
import { answerFact } from './answer-fact.ts';
import { needOrNearby } from './answer-first.ts';
import { answerIntent } from './answer-intent.ts';
import { choose, miss, trouble } from './ask-back.ts';
import { planCallBack } from './call-back.ts';
import { noteWhileWaiting } from './call-officer.ts';
import { chooseNotices } from './choose-notices.ts';
import { decline } from './decline.ts';
import { findNearby } from './find-nearby.ts';
import { followMatter } from './follow-matter.ts';
import { answerLane } from './green-lane.ts';
import type { Move } from './move.ts';
import { nameOwnHelper } from './name-helper.ts';
import { mayPlan, planRelease } from './plan-release.ts';
import { registerMatter } from './register-matter.ts';
import { guessNeed } from './restate-need.ts';
import { command } from './run-command.ts';
import { settleQuestion, settleRestated } from './settle-question.ts';
import { helpWithStep, showSteps, withSteps } from './show-steps.ts';
import { answerMood, answerPhoto, answerPointed, takeGrade } from './small-talk.ts';
import { continueMessage } from './take-message.ts';
import { type Said, type Scene, offer, said, topicOf } from './talk.ts';

export async function answerMessage(scene: Scene, move: Move): Promise<Said> {
  const answer = await carryOut(scene, move);
  return aboutAMatter.has(move.kind) ? withSteps(scene, answer) : answer;
}

const aboutAMatter = new Set<Move['kind']>(['need', 'fact', 'facet']);

async function carryOut(scene: Scene, move: Move): Promise<Said> {
  switch (move.kind) {
    case 'silent':
      return { replies: [] };
    case 'note-while-waiting':
      return noteWhileWaiting(scene);
    case 'photo':
      return answerPhoto(scene, move.attachment);
    case 'pointed':
      return answerPointed(scene);
    case 'steps':
      return showSteps(scene, move.card);
    case 'stuck':
      return helpWithStep(scene, move.step);
    case 'place': {
      const service = serviceById(topicOf(scene) ?? '');
      if (scene.conversation.state.name === 'waiting-for-officer' && scene.conversation.state.kind === 'live')
        return said({ say: scene.p.notedPlace, offers: [offer(scene.p.buttons.cancel, 'command:cancel')] });
      return service === undefined
        ? said({ say: scene.p.whichMatter, offers: [offer(scene.p.buttons.person, 'command:person')] })
        : findNearby(scene, service, move);
    }
    case 'settle':
      return settle(scene, move.value);
    case 'command':
      return command(scene, move.command);
    case 'grade':
      return takeGrade(scene, move.grade);
    case 'mood':
      return answerMood(scene, move.mood, await officerFree(scene, move.mood));
    case 'trouble':
      return trouble(scene, move.service);
    case 'report':
      return registerMatter(scene, move.value);
    case 'clerk':
      return answerClerk(scene, move.value);
    case 'release':
      return planRelease(scene, move.value);
    case 'notices':
      return chooseNotices(scene, move.value);
    case 'own':
      return followMatter(scene, move.value);
    case 'helper':
      return nameOwnHelper(scene, move.value);
    case 'call-back':
      return planCallBack(scene, move.value);
    case 'lane':
      return answerLane(scene);
    case 'decline':
      return decline(scene, move.of, move.agency);
    case 'fact':
      if (move.fact.id === 'video-how' && (await mayPlan(scene))) return planRelease(scene, 'begin');
      return answerFact(scene, move.fact, move.service);
    case 'facet':
      return answerFacet(scene, move.facet, move.services);
    case 'need':
      if (wishesVideo(move) && (await mayPlan(scene))) return planRelease(scene, 'begin');
      return needOrNearby(scene, move);
    case 'intent':
      if (move.intent === 'intent:book-mortgage-video' && (await mayPlan(scene))) return planRelease(scene, 'begin');
      return answerIntent(scene, move.intent);
    case 'guess':
      return guessNeed(scene, move.service);
    case 'choose':
      return choose(scene, move.labels, move.missed);
    case 'miss':
      return miss(scene);
  }
}

/** Looked up only where the answer says so. */
async function officerFree(scene: Scene, mood: string): Promise<boolean> {
  if (mood !== 'insult' || scene.talk.offered !== true || !openingAt(scene.office, scene.now).open) return false;
  return ((await scene.around.line())?.ahead ?? 1) === 0;
}

/** The video and nothing else, for sure. */
const wishesVideo = (move: Extract<Move, { kind: 'need' }>): boolean =>
  move.service === 'mortgage-release-video' && move.second === undefined;

async function settle(scene: Scene, value: string): Promise<Said> {
  const { open } = scene;
  if (open === undefined) throw new Error('no question is open');
  if (open.name === 'question') return settleQuestion(scene, open, value);
  if (open.name === 'restate') return settleRestated(scene, open.label, value);
  if (open.name === 'report') return registerMatter(scene, value);
  if (open.name === 'own') return followMatter(scene, value);
  if (open.name === 'release') return planRelease(scene, value);
  if (open.name === 'helper') return nameOwnHelper(scene, value);
  if (open.name === 'call-back') return planCallBack(scene, value);
  return continueMessage(scene, open, value);
}
