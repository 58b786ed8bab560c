/** The dialogs: a question about a matter, a need said back, a message for an officer, a report to the window, one's own matter, a release to be arranged, a call-back. Botkit keeps where each one stands. */
import { BotkitConversation, type BotkitMessage } from 'botkit';
import { followMatter } from '../../functions/guidance/follow-matter.ts';
import { planCallBack } from '../../functions/guidance/call-back.ts';
import { nameOwnHelper } from '../../functions/guidance/name-helper.ts';
import { planRelease } from '../../functions/guidance/plan-release.ts';
import { registerMatter } from '../../functions/guidance/register-matter.ts';
import { settleQuestion, settleRestated } from '../../functions/guidance/settle-question.ts';
import type { OpenDialog, Said } from '../../functions/guidance/talk.ts';
import { continueMessage } from '../../functions/guidance/take-message.ts';
import type { SafeBotkit } from './safe-botkit.ts';
import type { Turn } from './turn.ts';

const names = [
  'question',
  'restate',
  'message',
  'report',
  'own',
  'release',
  'call-back',
  'helper',
] as const satisfies readonly OpenDialog['name'][];

/** An answer either ends the dialog or leads to the next step of it; an error in it rejects the whole turn. */
export function addDialogs(controller: SafeBotkit): void {
  for (const name of names) {
    const dialog = new BotkitConversation(name, controller);
    // The words of the question are the turn's own reply; the prompt itself is empty, so that no template is rendered from them.
    dialog.ask(
      { text: [''] },
      async (_answer, convo, bot, message) => {
        const turn = (message as BotkitMessage & { turn: Turn }).turn;
        const answer = await stepOf(turn);
        turn.take(answer);
        if (typeof answer.dialog !== 'object') return;
        if (answer.dialog.name !== name) {
          await bot.replaceDialog(answer.dialog.name, answer.dialog);
          return;
        }
        for (const [key, value] of Object.entries(answer.dialog)) convo.setVar(key, value);
        await convo.repeat();
      },
      'heard',
    );
    controller.addDialog(dialog);
  }
}

async function stepOf({ scene, move }: Turn): Promise<Said> {
  const { open } = scene;
  if (open === undefined || move.kind !== 'settle') throw new Error('a dialog went on without an answer to it');
  if (open.name === 'question') return settleQuestion(scene, open, move.value);
  if (open.name === 'restate') return settleRestated(scene, open.label, move.value);
  if (open.name === 'report') return registerMatter(scene, move.value);
  if (open.name === 'own') return followMatter(scene, move.value);
  if (open.name === 'release') return planRelease(scene, move.value);
  if (open.name === 'helper') return nameOwnHelper(scene, move.value);
  if (open.name === 'call-back') return planCallBack(scene, move.value);
  return continueMessage(scene, open, move.value);
}

type Stack = { dialogState?: { dialogStack?: { id: string; state?: { values?: Record<string, unknown> } }[] } };

/** Which of ours is open, from what Botkit wrote down. */
export function openDialogIn(state: Stack | undefined): OpenDialog | undefined {
  const frame = state?.dialogState?.dialogStack?.findLast((f) => (names as readonly string[]).includes(f.id));
  const values = frame?.state?.values;
  return values === undefined ? undefined : (values as unknown as OpenDialog);
}
