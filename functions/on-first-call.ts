/** A counter that is opened only when a talk comes to it: its calls wait for the opening, every one of them answers later anyway. */
import type { Conversation } from '../models/conversation/conversation.ts';

export function onFirstCall<Counter extends object>(
  opening: () => Promise<(c: Conversation) => Counter>,
): (c: Conversation) => Counter {
  let opened: Promise<(c: Conversation) => Counter> | undefined;
  return (c) =>
    new Proxy({} as Counter, {
      get:
        (_none, call) =>
        async (...given: unknown[]): Promise<unknown> => {
          opened ??= opening();
          const counter = (await opened)(c);
          return (counter[call as keyof Counter] as (...args: unknown[]) => Promise<unknown>)(...given);
        },
    });
}
