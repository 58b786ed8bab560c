/** Counts what a person ran into: in this talk whatever the matter, in all their talks for the one matter. */
import { obstaclesIn } from '../../models/guidance/answers/commands.ts';
import { metWith, stillKept } from '../../models/conversation/obstacles.ts';
import type { Scene } from './talk.ts';

/** With what this message tells. */
export const obstaclesMet = ({ conversation, heard, now }: Scene, service: string | undefined): number => {
  const told = obstaclesIn(heard.plain);
  const here = stillKept(conversation.lastAt, now) ? conversation.obstacles : 0;
  return Math.max(here + told, metWith(conversation, service, told, now));
};
