/** How the office files live guidances: what can be asked of the filing room and what it promises. */
import type { ConversationId, LiveId, OfficeId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { LiveSession } from './live-session.ts';

export interface LiveSessions {
  find(id: LiveId): Promise<Outcome<LiveSession>>;
  /** The newest of a talk. */
  ofTalk(conversation: ConversationId): Promise<LiveSession | undefined>;
  /** Files a new one, if `before` is still the newest of its talk: of two that are asked for at once there is one. */
  open(session: LiveSession, before: LiveId | undefined): Promise<'done' | 'stale'>;
  /** Over the version that was read. */
  save(session: LiveSession): Promise<'done' | 'stale'>;
  /** Who waits, in the order of the line: by the time of asking, with the head start of the green lane. */
  waiting(office: OfficeId, limit: number): Promise<LiveSession[]>;
  countAhead(session: Pick<LiveSession, 'office' | 'first' | 'askedAt'>): Promise<number>;
  /** What the sweep has to look at; costs what is due, not what exists. */
  due(now: Instant, limit: number): Promise<LiveSession[]>;
  lookAgain(id: LiveId, at: Instant): Promise<void>;
}
