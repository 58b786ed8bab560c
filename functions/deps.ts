/** Everything a duty may ask for; handed in as the first argument, joined in handlers/wiring.ts. */
import type { AuditLines, Figures } from '../models/aftermath/audit.ts';
import type { RateLimits, Sessions, StaffRecords } from '../models/access/records.ts';
import type { Attachments, PhotoStore } from '../models/conversation/attachment.ts';
import type { Bot } from '../models/conversation/bot.ts';
import type { Conversations, Desks, Sockets, Wire } from '../models/conversation/conversations.ts';
import type { Answers, CannedReplies, ServicePoints } from '../models/guidance/knowledge-records.ts';
import type { Instant } from '../models/time.ts';

export type Deps = {
  now(): Instant;
  newId(): string;
  conversations: Conversations;
  desks: Desks;
  sockets: Sockets;
  wire: Wire;
  attachments: Attachments;
  photos: PhotoStore;
  staff: StaffRecords;
  sessions: Sessions;
  limits: RateLimits;
  canned: CannedReplies;
  answers: Answers;
  points: ServicePoints;
  audit: AuditLines;
  figures: Figures;
  bot: Bot;
};
