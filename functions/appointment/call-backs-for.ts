/** Call-backs for one message; most messages never come to them, so what stands behind them is loaded when one does. */
import type { CallBackDesk } from '../../models/appointment/call-back-desk.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import { onFirstCall } from '../on-first-call.ts';

export const callBacksFor = (deps: Deps, delivery: DeliveryId): ((c: Conversation) => CallBackDesk) =>
  onFirstCall(async () => (await import('./call-back-in-talk.ts')).openCallBacksFor(deps, delivery));
