/** The assistant as Botkit runs it: one controller for the life of the process, one turn at a time, nothing kept besides the record. */
import type { BotkitMessage, BotWorker } from 'botkit';
import { afterLive } from '../../functions/guidance/after-live.ts';
import { answerMessage } from '../../functions/guidance/answer-message.ts';
import { chooseMove } from '../../functions/guidance/choose-move.ts';
import { photoMove } from '../../functions/guidance/hear-window.ts';
import { tellNews } from '../../functions/guidance/tell-news.ts';
import { withLane } from '../../functions/guidance/green-lane.ts';
import { takesHelperBack } from '../../functions/guidance/name-helper.ts';
import { finishTurn } from '../../functions/guidance/finish-turn.ts';
import { correctionsIn, hearMessage, languageOf } from '../../functions/guidance/hear-message.ts';
import type { Move } from '../../functions/guidance/move.ts';
import type { Knowledge, Scene } from '../../functions/guidance/talk.ts';
import { welcomeBack } from '../../functions/guidance/welcome-back.ts';
import type { Bot, BotTurn, Surroundings } from '../../models/conversation/bot.ts';
import { textOf, type CitizenContent } from '../../models/conversation/content.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { comesFirst } from '../../models/conversation/green-lane.ts';
import { laneWishIn, type LaneWish } from '../../models/guidance/answers/lane-words.ts';
import { examplePoints } from '../../models/guidance/example-points.ts';
import type { ServicePoint } from '../../models/guidance/point.ts';
import { readyCards } from '../../models/guidance/step-cards/office-card.ts';
import type { StepCard } from '../../models/guidance/step-cards/step-card.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import type { OfficeId } from '../../models/ids.ts';
import type { Office } from '../../models/office/office.ts';
import { officeOf } from '../../models/office/offices.ts';
import { phrasesIn } from '../../models/phrasebook/phrases.ts';
import type { Instant } from '../../models/time.ts';
import { addDialogs, openDialogIn } from './dialogs.ts';
import { SafeBotkit } from './safe-botkit.ts';
import { readMemory, writeMemory } from './talk-memory.ts';
import { TurnAdapter, type DialogMemory } from './turn-adapter.ts';
import { Turn } from './turn.ts';

type BotDeps = {
  newId(): string;
  knowledge: { published(): readonly PublishedAnswer[] };
  points?: () => readonly ServicePoint[];
  steps?: () => readonly StepCard[];
  office?: (id: OfficeId) => Office;
};

type Spoken = BotkitMessage & { turn: Turn };
type Reader = (
  conversation: Conversation,
  content: CitizenContent,
  now: Instant,
  around: Surroundings,
) => Promise<BotTurn>;

export function openBot(deps: BotDeps): Bot {
  const adapter = new TurnAdapter();
  const controller = openController(adapter);
  const knowledge: Knowledge = {
    published: () => deps.knowledge.published(),
    points: () => deps.points?.() ?? examplePoints,
    steps: () => deps.steps?.() ?? readyCards,
  };
  const office = deps.office ?? officeOf;

  const hear: Reader = async (conversation, content, now, around) => {
    const { talk, dialogs } = readMemory(conversation.dialog);
    const text = textOf(content);
    const language = content.type === 'text' ? languageOf(text, conversation.language) : conversation.language;
    const heard = hearMessage(text, correctionsIn(knowledge.published()), language === 'en');
    if (conversation.state.name === 'with-officer') {
      const out = !around.helperSpeaks && takesHelperBack(conversation, heard.plain);
      return { replies: [], change: {}, effects: out ? [{ do: 'remove-helper' }] : [] };
    }
    const memory: DialogMemory = { state: dialogs };
    const lane = newWish(conversation, content);
    const scene: Scene = {
      conversation,
      talk,
      heard,
      now,
      office: office(conversation.office),
      around,
      language,
      elder: conversation.elder || lane === 'on',
      first: lane === undefined ? comesFirst(conversation) : lane === 'on',
      ...(lane === undefined ? {} : { lane }),
      open: openDialogIn(memory.state),
      knowledge,
      p: phrasesIn(language),
    };
    const turn = new Turn(scene, moveFor(scene, content));
    await adapter.hear(text === '' ? content.type : text, { turn }, memory, (context) =>
      controller.handleTurn(context),
    );
    const finished = finishTurn(scene, await withLane(scene, turn.answer));
    return {
      replies: finished.replies,
      effects: finished.effects,
      change: { ...finished.change, dialog: writeMemory({ talk: finished.talk, dialogs: memory.state }) },
    };
  };

  return {
    hear,
    welcomeBack: (conversation, officerName, officerSaid) => {
      const { talk, dialogs } = readMemory(conversation.dialog);
      const { turn, offers } = welcomeBack(conversation, officerName, officerSaid);
      const dialog = writeMemory({ talk: { ...talk, offers, afterOfficer: true }, dialogs });
      return Promise.resolve({ ...turn, change: { ...turn.change, dialog } });
    },
    afterLive: (conversation, end) => {
      const { talk, dialogs } = readMemory(conversation.dialog);
      const { turn, offers } = afterLive(conversation, end);
      const dialog = writeMemory({ talk: { ...talk, offers, afterOfficer: true }, dialogs });
      return Promise.resolve({ ...turn, change: { ...turn.change, dialog } });
    },
    tell: (conversation, matter, news, now, words) => {
      const { talk, dialogs } = readMemory(conversation.dialog);
      const { turn, talk: after } = tellNews(conversation, talk, matter, news, now, words);
      const dialog = writeMemory({ talk: after, dialogs });
      return Promise.resolve({ ...turn, change: { ...turn.change, dialog } });
    },
  };
}

/** What is so already needs no second word. */
function newWish(c: Conversation, content: CitizenContent): LaneWish | undefined {
  const text = textOf(content);
  const wish = laneWishIn(text, languageOf(text, c.language) === 'en');
  return wish === undefined || c.greenLane === (wish === 'on') ? undefined : wish;
}

function moveFor(scene: Scene, content: CitizenContent): Move {
  if (content.type === 'photo') return photoMove(scene, content.attachment);
  if (content.type === 'drawing') return { kind: 'pointed' };
  if (content.type === 'place') return { kind: 'place', lat: content.lat, lon: content.lon };
  return chooseMove(scene);
}

/**
 * Everything but an answer to the open question interrupts; the question stays open meanwhile. Only `interrupts` and dialogs are
 * used: `controller.on` swallows what its handlers throw into the console, where a citizen's words have no business.
 */
function openController(adapter: TurnAdapter): SafeBotkit {
  const controller = new SafeBotkit({ adapter, storage: adapter, disable_webserver: true, disable_console: true });
  addDialogs(controller);
  const interrupts = (message: BotkitMessage): Promise<boolean> =>
    Promise.resolve((message as Spoken).turn.move.kind !== 'settle');
  controller.interrupts(interrupts, 'message', async (bot: BotWorker, message) => {
    const { turn } = message as Spoken;
    const answer = await answerMessage(turn.scene, turn.move);
    turn.take(answer);
    if (answer.dialog !== undefined) await bot.cancelAllDialogs();
    if (typeof answer.dialog === 'object') await bot.beginDialog(answer.dialog.name, answer.dialog);
  });
  return controller;
}
