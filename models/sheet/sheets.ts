/** How the office files its guidance sheets: what can be asked of the filing room and what it promises. */
import type { ConversationId, OfficeId, SheetId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Day, Instant } from '../time.ts';
import type { GuidanceSheet } from './sheet.ts';

export interface Sheets {
  find(id: SheetId): Promise<Outcome<GuidanceSheet>>;
  /** All of one talk, oldest first. */
  ofTalk(conversation: ConversationId): Promise<GuidanceSheet[]>;
  /** The one that is open in this talk for this service. */
  openFor(conversation: ConversationId, service: string): Promise<SheetId | undefined>;
  /**
   * Writes the record if it is still the one that was read. `stale`: somebody else wrote first, the code is somebody else's, or there is
   * an open sheet of this talk and service already.
   */
  commit(before: GuidanceSheet | undefined, after: GuidanceSheet): Promise<'done' | 'stale'>;
  /** By the code, within one office. */
  byCode(office: OfficeId, code: string): Promise<GuidanceSheet | undefined>;
  /** With photos that nobody has judged yet, those that wait longest first. */
  toJudge(office: OfficeId, limit: number): Promise<GuidanceSheet[]>;
  /** Whose next step by the clock has come, of all offices: costs what is due, not what exists. */
  due(now: Instant, limit: number): Promise<GuidanceSheet[]>;
  nextNumber(office: OfficeId, day: Day): Promise<number>;
}
