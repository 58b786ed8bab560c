/** Whether a message belongs to the report being written, and what it means there. */
import { lenderIn, tellsTrouble, visitsIn, wantedIn, whenIn, whereIn } from '../../models/complaint/told.ts';
import type { Command } from '../../models/guidance/answers/commands.ts';
import type { Scene } from './talk.ts';

const PUTS_ASIDE = /^(先不|不登记|不报了|算了|先放|等会|等一下|回头|以后再说|下次|not now|later|leave it)/u;
const SKIPS = /^(跳过|不知道|不清楚|记不清|记不得|忘了|说不准|不好说|没有|不说了?|skip|don'?t know|not sure)/u;
const ATTACHES = /附上|附记录|记录附|带上记录|一起交|都带上|都附|^附|attach|with the (talk|chat)/u;
const LEAVES_OUT = /不附|别附|不要附|不带记录|不用附|without the (talk|chat)|don'?t attach|do not attach/u;
const AGREES =
  /^(提交|交|就这样|这样|对|没错|没问题|可以|行|好|是|嗯|写得对|都对)+(的|吧|了|啊|呀|就行|提交)*$|^(ok|yes|submit|right|correct)( please)?$/u;
const CHANGES = /改|不对|写错|错了|更正|不是|wrong|change|correct it/u;
const NONE_CAME = /收不到|没收到|没短信|没来|重发|重新发|再发|发一遍|resend|send again|did(n't| not) (get|arrive)/u;
const OTHER_PHONE = /换.{0,4}(手机)?号|号.{0,4}(错|不对)|另一个号|other (number|phone)|wrong number/u;
export const GOES_ON = /^(接着|继续)(登记|填|写|办)?|^(那就)?(接着|继续)登记|^(continue|go on)( the report)?$/u;

const BARE =
  /^(好的?|行吧?|那|嗯|对|是的?|可以|我|就|要|想|请|帮|给|直接|一下|吧|啊|呀|了|个|去|来|登记|投诉|反映|举报|告|你们|办不成事|窗口|情况|问题|填|写|单子?|i|want|to|a|an|the|please|yes|ok|file|report|complain|complaint|it|register|about|this|make|would|like)+$/u;

export function reportAnswer(scene: Scene, command: Command | undefined): string | undefined {
  const { heard, talk } = scene;
  const { draft } = talk;
  if (draft === undefined) return undefined;
  const { plain } = heard;
  if (command === 'cancel' || PUTS_ASIDE.test(plain)) return 'pause';
  if (GOES_ON.test(plain)) return 'continue';
  const phone = bringsPhone(scene);
  const digits = /^[\d\s０-９.。,，-]+$/u.test(heard.text.trim());
  if (phone && draft.at !== 'code') return 'phone';
  switch (draft.at) {
    case 'what':
      return command !== undefined && command !== 'unsolved' && command !== 'done' ? undefined : telling(scene);
    case 'whose':
    case 'writer':
      return command === undefined && !heard.asks ? 'words' : undefined;
    case 'service':
      if (SKIPS.test(plain) || BARE.test(plain)) return 'skip';
      return consentIn(plain) ?? (heard.asks && heard.facets.length > 0 ? undefined : 'words');
    case 'account':
      return SKIPS.test(plain) || BARE.test(plain) ? 'skip' : (consentIn(plain) ?? telling(scene));
    case 'check':
      return atCheck(scene, command, digits);
    case 'edit':
      if (/^(重写|全部重写|重新写|都不要|write it again|start over)/u.test(plain)) return 'rewrite';
      return consentIn(plain) ?? telling(scene);
    case 'phone':
      if (command === 'no-phone' || /^(不留|匿名|不想留)/u.test(plain)) return 'nameless';
      return digits && heard.text.trim().length >= 6 ? 'unclear' : consentIn(plain);
    case 'code':
      if (phone) return 'phone';
      if (digits) return 'code';
      if (NONE_CAME.test(plain)) return 'resend';
      if (OTHER_PHONE.test(plain)) return 'other-phone';
      return /^(改一下|改|修改|change)$/u.test(plain) ? 'edit' : consentIn(plain);
    case 'same':
      if (/另|不是|不一样|新的|单独|different|another|new/u.test(plain)) return 'not-same';
      return /接着|那件|那一件|同一|是的?$|对|same|follow/u.test(plain) ? 'same' : undefined;
  }
}

/** The message tells something besides the wish to report. */
export const saysMore = ({ heard, talk }: Scene): boolean =>
  !Object.hasOwn(talk.offers, heard.text.trim()) &&
  heard.plain.length >= 6 &&
  !BARE.test(heard.plain.replaceAll(' ', ''));

/** A number and hardly anything else; within a story it is taken from there. */
function bringsPhone({ heard }: Scene): boolean {
  const phone = heard.entities.find((e) => e.kind === 'phone' && /^1[3-9]\d{9}$/.test(e.value));
  return phone !== undefined && heard.text.length - phone.text.length <= 14;
}

function atCheck(scene: Scene, command: Command | undefined, digits: boolean): string | undefined {
  const { heard } = scene;
  const { plain } = heard;
  const consent = consentIn(plain);
  if (consent !== undefined) return consent;
  if (command === 'no-phone' || /^(不留|匿名)/u.test(plain)) return 'nameless';
  if (digits || SKIPS.test(plain) || NONE_CAME.test(plain) || BARE.test(plain)) return 'submit';
  if (OTHER_PHONE.test(plain)) return 'other-phone';
  if (AGREES.test(plain)) return 'submit';
  if (CHANGES.test(plain)) return plain.length > 5 ? 'words' : 'edit';
  return command === undefined && adds(heard.text) ? telling(scene) : undefined;
}

/** Something that belongs into the file, rather than a remark. */
const adds = (text: string): boolean =>
  text.length >= 14 ||
  tellsTrouble(text) ||
  [visitsIn(text), whereIn(text), whenIn(text), wantedIn(text), lenderIn(text)].some((fact) => fact !== undefined);

export const consentIn = (plain: string): string | undefined =>
  LEAVES_OUT.test(plain) ? 'plain' : ATTACHES.test(plain) ? 'attach' : undefined;

/** Words for the report, unless they ask about something else: that is answered first, and the report waits. */
function telling({ heard, open }: Scene): string | undefined {
  const asksElse =
    heard.asks && !tellsTrouble(heard.text) && (heard.facets.length > 0 || heard.understood.decision === 'answer');
  const another = heard.understood.refusal?.kind === 'another-persons-data';
  return asksElse || another || open?.name !== 'report' ? undefined : 'words';
}
