/** The assistant for windows that mostly do other things: opening a page, reading on, the desk. */
import type { Deps } from '../../functions/deps.ts';
import type { Bot } from '../../models/conversation/bot.ts';
import { onFirstUse } from '../on-first-use.ts';

export const botOnFirstUse = (deps: Omit<Deps, 'bot'>): Bot =>
  onFirstUse<Bot>(async () => (await import('./open-bot.ts')).openBotFromKnowledge(deps));
