/** A line written beside the video: kept with the room, numbered, the same for all who are in it. */
import * as z from 'zod';
import { DeliveryId, RoomId } from '../ids.ts';
import { Instant } from '../time.ts';
import { RoomParty } from './subject.ts';

export const RoomLine = z.strictObject({
  room: RoomId,
  seq: z.int().positive(),
  at: Instant,
  from: RoomParty,
  text: z.string().min(1).max(1000),
  delivery: DeliveryId,
});
export type RoomLine = z.infer<typeof RoomLine>;
