/** How the office files the words that are to go out to people. */
import type { DeliveryId, OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { Notice } from './notice.ts';

export interface Notices {
  /** The first of all repeats files it; `known` for every other. */
  add(notice: Notice): Promise<'added' | 'known'>;
  find(id: DeliveryId): Promise<Outcome<Notice>>;
  /** Over the revision that was read; false when somebody else wrote first. */
  save(notice: Notice): Promise<boolean>;
  /** Its carrier is just getting it; false when the claim ran out and somebody else took over. */
  hand(notice: Notice): Promise<boolean>;
  /** Those whose time has come, of all offices: costs what is due, not what exists. */
  due(now: Instant, limit: number): Promise<Notice[]>;
  /** Those that were given up, oldest first; `next` continues the list. */
  failed(office: OfficeId, limit: number, start?: string): Promise<{ notices: Notice[]; next?: string }>;
}
