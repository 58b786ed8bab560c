/** Whether a message belongs to the “办不成事” window: an answer to it, a matter's number, or the wish to report. */
import type { Command } from '../../models/guidance/answers/commands.ts';
import { obstaclesMet } from './count-obstacles.ts';
import { ownAnswer } from './hear-own.ts';
import { releaseMove } from './hear-release.ts';
import { GOES_ON, reportAnswer } from './hear-report.ts';
import type { Move } from './move.ts';
import { type Scene, topicOf } from './talk.ts';

/** 行吧，登记: taken up after it was offered; by itself 登记 is a word of many matters. */
const TAKES_UP =
  /^(行吧?|好的?|那就?|嗯|可以|成|中|那行|赶紧|快|给我|帮我|我要)*(登记|登记吧|登记一下|反映|给我登记|登记上|填单子?|投诉)(吧|一下|上|了|呗|办不成事)*$|^(yes )?(register|report)( it)?( please)?$/u;
const WANTS =
  /登记.{0,2}办不成事|反映.{0,4}办不成|办不成事.{0,4}(窗口|登记|反映)|(我|想|要|来|给我|帮我).{0,4}(投诉|反映).{0,12}(你们|窗口|车管所|态度|警官|没办|不给|办不成)|(替|帮|代)我?[^，。！？]{1,4}(反映|投诉|登记).{0,8}(办不成|没办成|不给|跑了|窗口)/u;

export function windowMove(scene: Scene, command: Command | undefined): Move | undefined {
  const { heard, talk, open, conversation } = scene;
  const { plain } = heard;
  const waiting = conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live';
  if (talk.draft !== undefined && GOES_ON.test(plain)) return { kind: 'report', value: 'continue' };
  if (open?.name === 'report') {
    const value = reportAnswer(scene, command);
    if (value !== undefined) return { kind: 'settle', value };
  }
  // In line everything is a note for the officer; the report waits.
  if (waiting) return undefined;
  const release = releaseMove(scene, command);
  if (release !== undefined) return release;
  // The digits are recognised whatever came in between.
  if (talk.draft?.at === 'code' && open?.name !== 'report' && /^\d{6}$/.test(heard.text.normalize('NFKC').trim()))
    return { kind: 'report', value: 'code' };
  const own = ownAnswer(scene, command);
  if (own !== undefined) return open?.name === 'own' ? { kind: 'settle', value: own } : { kind: 'own', value: own };
  const near = talk.offered === true || talk.draft !== undefined || obstaclesMet(scene, topicOf(scene)) >= 2;
  if (near && TAKES_UP.test(plain)) return { kind: 'report', value: 'begin' };
  return WANTS.test(plain) ? { kind: 'report', value: 'begin' } : undefined;
}

/** A photo goes to the report being written or to the matter it was asked for; else it is only kept in mind. */
export function photoMove({ talk, open }: Scene, attachment: string): Move {
  if (talk.own?.at === 'add' && open?.name === 'own') return { kind: 'own', value: `photo:${attachment} ` };
  if (talk.draft !== undefined && open?.name === 'report') return { kind: 'report', value: `photo:${attachment}` };
  return { kind: 'photo', attachment };
}
