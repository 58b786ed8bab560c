/** The “办不成事” counter for one message; most messages never come to it, so what stands behind it is loaded when one does. */
import type { MatterWindow } from '../../models/complaint/window.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import { onFirstCall } from '../on-first-call.ts';
import type { Device } from './act-on-own.ts';

export const counterFor = (deps: Deps, delivery: DeliveryId, device: Device): ((c: Conversation) => MatterWindow) =>
  onFirstCall(async () => (await import('./window-in-talk.ts')).openWindowFor(deps, delivery, device));
