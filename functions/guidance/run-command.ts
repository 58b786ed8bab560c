/** Carries out a command: a person, a message, stop, solved or not. */
import { saysMore } from '../../models/guidance/answers/commands.ts';
import { callStands } from './call-back.ts';
import { callOfficer, cancelWaiting } from './call-officer.ts';
import { followMatter } from './follow-matter.ts';
import { offerLive } from './offer-live.ts';
import type { Move } from './move.ts';
import { registerMatter } from './register-matter.ts';
import { answerMood, askRating, markSolved, markUnsolved, readAloud } from './small-talk.ts';
import { finishMessage, startMessage } from './take-message.ts';
import type { Said, Scene } from './talk.ts';

export async function command(scene: Scene, name: Extract<Move, { kind: 'command' }>['command']): Promise<Said> {
  const { conversation, heard, talk } = scene;
  switch (name) {
    case 'person':
      return callOfficer(
        scene,
        talk.last !== undefined && conversation.failedTurns >= 2 ? 'two-failed-turns' : 'asked',
        saysMore(heard.plain, heard.english) && !Object.hasOwn(talk.offers, heard.text.trim()) ? heard.text : undefined,
      );
    case 'live-video':
    case 'live-voice':
      return offerLive(scene, name === 'live-video' ? 'video' : 'voice');
    case 'call-back':
    case 'message': {
      const phone = heard.entities.find((e) => e.kind === 'phone')?.value;
      const stands = name === 'call-back' && phone === undefined ? await callStands(scene) : undefined;
      if (stands !== undefined) return stands;
      if (phone !== undefined) return finishMessage(scene, { name: 'message', stage: 'phone', callBack: true }, phone);
      const started = startMessage(scene, { callBack: name === 'call-back' });
      if (started.replies.length > 0 || typeof started.dialog !== 'object' || started.dialog.name !== 'message')
        return started;
      return finishMessage(scene, started.dialog, conversation.confirmed ?? conversation.phone);
    }
    case 'complaint':
      return registerMatter(scene, 'begin');
    case 'cancel':
      return cancelWaiting(scene);
    case 'no-phone':
      return answerMood(scene, 'ack');
    case 'solved':
      return markSolved(scene);
    case 'unsolved':
      return markUnsolved(scene);
    case 'rate':
      return askRating(scene);
    case 'read-aloud':
      return readAloud(scene);
    case 'track':
      return followMatter(scene, 'progress');
  }
}
