/** Whether a message belongs to the call-back that is being settled or stands. */
import { callTimeIn } from './call-time.ts';
import { digitsOnly, timeMeant } from './hear-release.ts';
import type { Move } from './move.ts';
import type { Scene } from './talk.ts';

const NONE_CAME = /收不到|没收到|没短信|没来|重发|再发|发一遍|resend|send again|no code/u;
const CHANGES = /(换|改)个?.{0,3}(时间|钟点)|改期|(晚|早)点(再)?打|another time|reschedule|call (me )?(later|earlier)/u;
const CALLS_OFF = /(取消|不用|不要|别)(给我)?(回电|打电话|打了|回拨)|cancel the call/u;

export function callBackMove({ heard, talk, open }: Scene): Move | undefined {
  const plan = talk.callBack;
  if (plan === undefined) return undefined;
  const { plain, text } = heard;
  if (CALLS_OFF.test(plain)) return { kind: 'call-back', value: 'cancel' };
  const digits = digitsOnly(text);
  // The digits are recognised whatever came in between.
  if (plan.at === 'code' && digits.length === 6 && digits.length === text.trim().length)
    return { kind: 'call-back', value: 'code' };
  const start = open?.name === 'call-back' ? timeMeant(text, plan.times ?? []) : undefined;
  if (start !== undefined) return { kind: 'call-back', value: `at:${start}` };
  if (CHANGES.test(plain)) return { kind: 'call-back', value: 'move' };
  if (open?.name !== 'call-back') return undefined;
  if (plan.at === 'code' && NONE_CAME.test(plain)) return { kind: 'call-back', value: 'resend' };
  if (plan.at === 'code' && digits !== '' && digits.length === text.trim().length && digits.length < 11)
    return { kind: 'call-back', value: 'code' };
  const time = plan.times === undefined || plain.length > 12 ? undefined : callTimeIn(plain);
  return time === undefined ? undefined : { kind: 'call-back', value: time.wish === 'none' ? 'cancel' : 'move' };
}
