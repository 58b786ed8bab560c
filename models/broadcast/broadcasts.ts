/** How the office files its radio scripts. */
import type { OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Broadcast } from './broadcast.ts';
import type { BroadcastId } from './broadcast-id.ts';

export interface Broadcasts {
  find(id: BroadcastId): Promise<Outcome<Broadcast>>;
  /** Refuses as `stale` when somebody else saved first. */
  save(broadcast: Broadcast): Promise<Outcome<Broadcast>>;
  /** Newest week first. `start` is the `next` of the page before. */
  ofOffice(office: OfficeId, limit: number, start?: string): Promise<{ broadcasts: Broadcast[]; next?: string }>;
  /** Only what may be read by anybody, newest week first. */
  published(office: OfficeId, limit: number): Promise<Broadcast[]>;
}
