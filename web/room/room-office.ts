/** What the citizen's room page asks of the office; how that is fetched is joined from outside. */
import type { Findings } from '../../models/room/findings.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import type { Still } from './snapshot.ts';

export type Invitation = RoomInvitation;
export type Told = { ok: true } | { ok: false; sentence: string };

export interface RoomOffice {
  /** Asked at the start, and again whenever a new socket needs a fresh ticket. */
  invite(): Promise<Invitation>;
  agree(version: string): Promise<Told>;
  tellCheck(check: Findings): Promise<Told>;
  enterCode(code: string): Promise<Told>;
  /** The party says that they have read their statement. */
  readStatement(): Promise<Told>;
  sendPaper(still: Still): Promise<Told>;
  /** Something small, to measure the way. */
  ping(): Promise<unknown>;
}
