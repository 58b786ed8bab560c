/** Decides what to do with a message: commands first, then the open question, refusals, the matter, and at last a miss. */
import { grades } from '../../models/conversation/rating.ts';
import {
  asksForPerson,
  commandIn,
  moodIn,
  obstaclesIn,
  takesIt,
  wantsBooking,
  wantsCall,
} from '../../models/guidance/answers/commands.ts';
import { laneAlone } from '../../models/guidance/answers/lane-words.ts';
import { pleads } from '../../models/guidance/answers/listening.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { aboutTheMatter } from './about-the-matter.ts';
import { clerkMove } from './answer-clerk.ts';
import { answerToOpenDialog } from './answer-to-open-dialog.ts';
import { callBackMove } from './hear-call-back.ts';
import { obstaclesMet } from './count-obstacles.ts';
import { commandMove, moveOfCode } from './move-of-code.ts';
import { windowMove } from './hear-window.ts';
import { helperMove } from './name-helper.ts';
import { stepsMove } from './show-steps.ts';
import type { Move } from './move.ts';
import { type Scene, topicOf } from './talk.ts';

/** Below this a reading is not even worth a question. */
const WORTH_ASKING = 0.07;

/** Who only says how old they are has said nothing that could be missed. */
export function chooseMove(scene: Scene): Move {
  const { heard, lane } = scene;
  if (laneAlone(heard.text, heard.english) !== undefined) return { kind: 'lane' };
  const move = moveOf(scene);
  return lane === 'on' && ['miss', 'guess', 'choose'].includes(move.kind) ? { kind: 'lane' } : move;
}

function moveOf(scene: Scene): Move {
  const { heard, talk, conversation, p } = scene;
  const { plain, understood } = heard;

  const said = heard.text.trim();
  const offered = Object.hasOwn(talk.offers, said) ? talk.offers[said] : undefined;
  if (offered !== undefined) {
    const move = moveOfCode(offered, scene);
    if (move !== undefined) return move;
  }
  const helper = helperMove(scene);
  if (helper !== undefined) return helper;
  const call = callBackMove(scene);
  if (call !== undefined) return call;
  const command = commandIn(plain, heard.english);
  // Whoever wants to hear less is not asked anything else first.
  if (command === 'unsubscribe' || command === 'resubscribe') return commandMove(command, scene);
  const window = command === 'person' ? undefined : windowMove(scene, command);
  if (window !== undefined) return window;
  const clerk = command === 'person' ? undefined : clerkMove(scene);
  if (clerk !== undefined) return { kind: 'clerk', value: clerk };
  const grade = grades.find((g) => p.grades[g] === heard.text.trim());
  if (grade !== undefined) return { kind: 'grade', grade };

  // 不等了，给我回电 and the like: the two commands that must work before anything else is weighed.
  if (command === 'person' || command === 'call-back') return { kind: 'command', command };
  if (wantsCall(plain, heard.english) && scene.open?.name !== 'own') return { kind: 'command', command: 'call-back' };

  // A story of several trips is no answer to a small question that happens to be open.
  const obstacles = obstaclesIn(plain);
  const met = obstaclesMet(scene, matterOf(scene));
  if (obstacles >= 3 && plain.length >= 10 && !heard.asks && scene.open?.name === 'question') return troubled(scene);

  const settled = answerToOpenDialog(scene, command);
  // In line everything is a note, except the number for a call-back that was just asked for.
  if (settled !== undefined && scene.open?.name === 'message') return { kind: 'settle', value: settled };
  if (conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live')
    return command === 'cancel' || command === 'live-video' || command === 'live-voice'
      ? { kind: 'command', command }
      : { kind: 'note-while-waiting' };
  const steps = stepsMove(scene);
  if (steps !== undefined) return steps;
  if (settled !== undefined) return { kind: 'settle', value: settled };
  if (command !== undefined && !(command === 'done' && moodIn(plain)?.mood === 'thanks'))
    return commandMove(command, scene);

  if (heard.entities.some((e) => e.kind === 'phone') && /^[\d\s+()-]+$/.test(heard.text.trim()))
    return { kind: 'command', command: 'call-back' };

  const refusal = understood.refusal;
  if (repeatsRefusedWish(scene)) return { kind: 'decline', of: talk.refused ?? 'unlawful' };
  if (refusal !== undefined && (refusal.kind === 'unlawful' || refusal.kind === 'another-persons-data'))
    return { kind: 'decline', of: refusal.kind };
  if (asksForPerson(plain, heard.english)) return { kind: 'command', command: 'person' };

  const mood = moodIn(plain);
  if (mood?.short === true && mood.mood !== 'tired') return { kind: 'mood', mood: mood.mood };
  if (takesIt(plain) && !heard.asks && !wantsBooking(plain, heard.english)) return { kind: 'mood', mood: 'ack' };

  if (obstacles > 0 && met >= 3 && !heard.asks) return troubled(scene);

  const matter = aboutTheMatter(scene);
  if (matter !== undefined) return matter;
  if (obstacles > 0 && met >= 3) return troubled(scene);
  if (mood?.mood === 'insult') return { kind: 'mood', mood: 'insult' };
  if (takesIt(plain)) return { kind: 'mood', mood: 'ack' };
  return notUnderstood(scene);
}

/** The matter that the words name, or the one that the talk is about. */
const matterOf = (scene: Scene): string | undefined =>
  scene.heard.understood.candidates.find((c) => serviceById(c.label) !== undefined && c.score > 0.3)?.label ??
  topicOf(scene);

function troubled(scene: Scene): Move {
  const service = matterOf(scene);
  return { kind: 'trouble', ...(service === undefined ? {} : { service }) };
}

/** After a refusal: the same wish in other words, a bribe, a plea. */
function repeatsRefusedWish({ heard, talk }: Scene): boolean {
  if (talk.refused !== 'another-persons-data' && talk.refused !== 'unlawful') return false;
  if (heard.understood.decision === 'answer') return false;
  return pleads.test(heard.plain);
}

/** First a guess said back or a short choice, then a person: never more than two failed turns. */
function notUnderstood(scene: Scene): Move {
  const { heard, conversation } = scene;
  const { candidates, decision, refusal } = heard.understood;
  const labels = candidates.filter((c) => c.label !== 'none' && c.score >= WORTH_ASKING);
  const [best, next] = labels;
  if (best === undefined || heard.plain.length <= 2) return { kind: 'miss' };
  const alone = best.score >= 2.5 * (next?.score ?? 0) && serviceById(best.label) !== undefined;
  if (alone && conversation.failedTurns === 0 && (decision === 'choose' || refusal?.kind === 'unclear'))
    return { kind: 'guess', service: best.label };
  if (decision === 'choose')
    return { kind: 'choose', labels: labels.map((c) => c.label), missed: conversation.failedTurns > 0 };
  return labels.length > 1 && conversation.failedTurns === 0
    ? { kind: 'choose', labels: labels.map((c) => c.label), missed: true }
    : { kind: 'miss' };
}
