/** Live guidance as a talk sees it, without an office behind it. */
import type { Surroundings } from '../../models/conversation/bot.ts';

export const quietLive = (line: { ahead: number; minutes: number } | null): Surroundings['live'] => ({
  line: () => Promise.resolve(line),
  link: (how) => `/live?how=${how}`,
});
