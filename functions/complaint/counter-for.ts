/** The “办不成事” counter for one message; most messages never come to it, so what stands behind it is loaded when one does. */
import type { MatterWindow } from '../../models/complaint/window.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import type { Device } from './act-on-own.ts';

export function counterFor(deps: Deps, delivery: DeliveryId, device: Device): (c: Conversation) => MatterWindow {
  let opened: Promise<(c: Conversation) => MatterWindow> | undefined;
  const open = (): Promise<(c: Conversation) => MatterWindow> =>
    (opened ??= import('./window-in-talk.ts').then(({ openWindowFor }) => openWindowFor(deps, delivery, device)));
  return (c) =>
    new Proxy({} as MatterWindow, {
      get:
        (_none, call: keyof MatterWindow) =>
        async (...given: unknown[]): Promise<unknown> => {
          const window = (await open())(c);
          return (window[call] as (...args: unknown[]) => Promise<unknown>)(...given);
        },
    });
}
