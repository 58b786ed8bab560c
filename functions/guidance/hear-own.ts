/** Whether a message speaks of one's own matter: its number, its progress, or an answer to what was asked about it. */
import { tellsTrouble } from '../../models/complaint/told.ts';
import type { Command } from '../../models/guidance/answers/commands.ts';
import { grades } from '../../models/conversation/rating.ts';
import type { OwnTalk, Scene } from './talk.ts';

const NUMBER = /(?<![A-Z0-9])(YC|YN|PL|ZN)[-—–－_ ]?(\d{4})[-—–－_ ]?(\d{3,5})(?!\d)/iu;
/** ZN-1109-003, also without its strokes. */
export function numberIn(text: string): string | undefined {
  const [, office, day, running] = NUMBER.exec(text.normalize('NFKC')) ?? [];
  return office === undefined ? undefined : `${office.toUpperCase()}-${day ?? ''}-${running ?? ''}`;
}

const PROGRESS =
  /(反映|投诉|登记)(过|了)?的?(那个|那件|这个|这件|那)?(事|情况|问题|单子)?.{0,6}(咋样|怎么样|怎样|进度|进展|有信|有结果|结果|有消息|没消息|到哪|处理|办到|办得|没人理|没人管)|(我的|那个)?(单子|登记单|反映)的?进度|(how|what).{0,20}(my )?(complaint|report)|progress of my (complaint|report)/u;
const NOT_DONE = /^(没有?|还没|不行|不是|不对|没办成|没成|没解决|没弄好|根本|又不行|还不行|no\b|not\b)/u;
const IS_DONE = /^(办成|办好|办妥|成了|好了|解决|搞定|弄好|是的?|对|嗯|有|可以了|yes|done|solved)/u;
const REOPENS = /重新打开|再打开|打开吧|接着办|^(打开|好的?|行|可以|嗯|对|yes|ok)$|reopen/u;
const LEAVES = /^(先不|不用|算了|不打开|不了|等等|再说|not now|no)/u;
const WITHDRAWS = /^(我?(要|想)?(撤回|撤销|撤了)|不反映了|不投诉了|withdraw)/u;
const NEWS_WANTED = /^(催一下|催催|催办|怎么还没|咋还没|还没人联系)|没人(给我)?(打电话|联系)|any news/u;
const HIGHER = /^(我?(要|想)?找?(上一级|上级|你们领导|领导|所领导))|somebody higher/u;
const ADDS = /^(补充|我?(要|想)?补(充)?(材料|照片|两句|一句)|add (papers|words|something))/u;
const LOST =
  /查询码.{0,8}(丢|忘|没了|没有了|找不|不见|记不|不记得|删|弄没|搞没|没存|看不到|没保存)|(丢|忘|找不到|找不着|记不住|记不得|没存|弄丢|补|找回|重发|再发).{0,8}查询码|(lost|forgot|forgotten|missing|can'?t find|cannot find).{0,16}(query |tracking )?code\b(?!.*sms)/u;
const NO_WHY = /^(不说|不想说|没啥|没有|跳过|skip|nothing)/u;

/** What it means for the matter, as a value of the move `own`. */
export function ownAnswer(scene: Scene, command: Command | undefined): string | undefined {
  const { heard, talk, open, conversation } = scene;
  const { plain } = heard;
  const number = numberIn(heard.text);
  const own = talk.own;
  const lost = LOST.test(plain);
  if (number !== undefined) return lost || own?.at.startsWith('lost') === true ? `lost ${number}` : `named ${number}`;
  if (lost) return 'lost';
  const waits = own !== undefined && (open?.name === 'own' || (open === undefined && own.told === true));
  const answer = waits ? atStage(scene, own, command) : undefined;
  if (answer !== undefined) return answer;
  if (own !== undefined && own.at.endsWith('code') && isDigits(heard.text)) return 'digits';
  const grade = grades.find((g) => scene.p.grades[g] === heard.text.trim());
  if (own !== undefined && grade !== undefined && ['rate', 'why', 'when'].includes(own.at)) return `grade ${grade}`;
  const known = own?.id !== undefined || (conversation.matters ?? []).length > 0;
  if (known && /^(没办成|没弄成|还不行|又不行了|not done)/u.test(plain)) return 'not-done';
  if (known && own?.at === 'solved' && /^(办成|办好)/u.test(plain)) return 'done';
  if (known && WITHDRAWS.test(plain)) return 'withdraw';
  if (known && NEWS_WANTED.test(plain) && plain.length <= 16) return 'press';
  if (known && HIGHER.test(plain) && plain.length <= 12) return 'higher';
  if (known && ADDS.test(plain) && plain.length <= 14) return 'add';
  // Six digits once more, after they have done their work.
  if (known && own !== undefined && /^\d{6}$/.test(heard.text.normalize('NFKC').trim())) return 'progress';
  return PROGRESS.test(plain) && !heard.facets.includes('ready') ? 'progress' : undefined;
}

const isDigits = (text: string): boolean => /^[\d\s０-９.。,，-]{4,}$/u.test(text.trim());

function atStage({ heard, p }: Scene, own: OwnTalk, command: Command | undefined): string | undefined {
  const { plain, text } = heard;
  const bare = text.trim();
  const phone = heard.entities.some((e) => e.kind === 'phone' && /^1[3-9]\d{9}$/.test(e.value));
  switch (own.at) {
    case 'number':
      return phone ? 'phone' : undefined;
    case 'lost-number':
      if (phone) return 'phone';
      return /忘|不记得|记不|没有|没了|找不|不知道|forgot|lost|don'?t know/u.test(plain) && plain.length <= 14
        ? 'lost-number-too'
        : undefined;
    case 'lost-phone':
      if (phone) return 'lost-phone';
      return /没留|没有留|没填|匿名|没(有)?手机|no phone|anonymous/u.test(plain) ? 'lost-nameless' : undefined;
    case 'receipt-code':
      return /^[a-z0-9]{8}$/i.test(bare.replace(/[\s-]/g, '')) ? 'receipt-code' : undefined;
    case 'code':
    case 'phone-code':
    case 'lost-code':
      if (phone && own.at !== 'code') return own.at === 'phone-code' ? 'phone' : 'lost-phone';
      if (isDigits(text)) return 'digits';
      if (/换.{0,4}号|号.{0,4}(不用|没用|停了)|number changed/u.test(plain)) return 'phone-changed';
      return /收不到|没收到|重发|重新发|再发|没短信|resend|send again/u.test(plain) ? 'resend' : undefined;
    case 'solved':
      if (IS_DONE.test(plain) && plain.length <= 8) return 'done';
      return NOT_DONE.test(plain) || (tellsTrouble(text) && !heard.asks) ? 'not-done' : undefined;
    case 'check-back':
      if (/^(好用|好着|没事|没问题|挺好|好|是|行|yes|fine)/u.test(plain) && plain.length <= 10) return 'holds';
      return NOT_DONE.test(plain) || tellsTrouble(text) ? 'holds-not' : undefined;
    case 'reopen':
      if (REOPENS.test(plain)) return 'reopen';
      if (LEAVES.test(plain)) return 'leave';
      return command === undefined && (!heard.asks || tellsTrouble(text)) ? 'words' : undefined;
    case 'add':
      if (command === 'done' || command === 'cancel' || command === 'solved') return 'leave';
      return command === undefined && !(heard.asks && heard.facets.length > 0) ? 'words' : undefined;
    case 'rate': {
      const grade = grades.find((g) => p.grades[g] === bare);
      return grade === undefined ? undefined : `grade ${grade}`;
    }
    case 'why':
      if (NO_WHY.test(plain) && plain.length <= 6) return 'no-why';
      return command === undefined && !(heard.asks && heard.facets.length > 0) ? 'why' : undefined;
    case 'when':
      return command === 'cancel' || hasTime(plain) ? 'wish' : undefined;
    case 'withdraw':
      if (/^(撤回|撤|是|对|好|确定|yes|withdraw)/u.test(plain)) return 'withdraw-yes';
      return LEAVES.test(plain) || /^(不撤|别)/u.test(plain) ? 'keep' : undefined;
    default:
      return undefined;
  }
}

export const hasTime = (plain: string): boolean =>
  /上午|下午|早上|早晨|中午|晚上|随时|都行|都可以|[点:：]|不用打|别打|不打|不用|morning|afternoon|any ?time|o'?clock|\d ?(am|pm)|no call/u.test(
    plain,
  );
