/** Everything a duty may ask for; handed in as the first argument, joined in handlers/wiring.ts. */
import type { AuditLines } from '../models/aftermath/audit.ts';
import type { Notices } from '../models/aftermath/notices.ts';
import type { Digests, Figures } from '../models/aftermath/figures.ts';
import type { LedgerExports } from '../models/aftermath/ledger-export.ts';
import type { Reviews, Samples } from '../models/aftermath/oversight-records.ts';
import type { ApiKeys } from '../models/access/api-key.ts';
import type { PhoneCodes } from '../models/access/phone-codes.ts';
import type { RateLimits, Sessions, StaffRecords } from '../models/access/records.ts';
import type { Sms } from '../models/access/sms.ts';
import type { SmsTemplates } from '../models/access/sms-templates.ts';
import type { ReportDrafts } from '../models/complaint/report-draft.ts';
import type { Complaints } from '../models/complaint/complaints.ts';
import type { Bookings, Calendars, Queue } from '../models/appointment/bookings.ts';
import type { Macros } from '../models/complaint/macros.ts';
import type { Attachments, PhotoStore } from '../models/conversation/attachment.ts';
import type { Bot } from '../models/conversation/bot.ts';
import type { Lenders, ReleaseRows } from '../models/release/lenders.ts';
import type { Conversations, Desks, Sockets, Wire } from '../models/conversation/conversations.ts';
import type { Mentions } from '../models/conversation/mention.ts';
import type { Answers, CannedReplies, ServicePoints } from '../models/guidance/knowledge-records.ts';
import type { Broadcasts } from '../models/broadcast/broadcasts.ts';
import type { UnknownWords } from '../models/guidance/unknown-words.ts';
import type { StepCards } from '../models/guidance/step-cards/office-card.ts';
import type { ApplicationDrafts } from '../models/release/application-draft.ts';
import type { Releases } from '../models/release/releases.ts';
import type { LiveSessions } from '../models/live/live-sessions.ts';
import type { RelayServers, Rooms } from '../models/room/rooms.ts';
import type { Sheets } from '../models/sheet/sheets.ts';
import type { EvidenceCopies } from '../models/release/evidence-copy.ts';
import type { EvidenceObjects } from '../models/release/evidence-objects.ts';
import type {
  EvidenceFiles,
  EvidenceKeys,
  EvidenceRecords,
  HeldReleases,
  Rewatches,
} from '../models/release/evidence-records.ts';
import type { Deliveries, Poster } from '../models/webhook/delivery.ts';
import type { Webhooks } from '../models/webhook/webhook.ts';
import type { Signer } from '../models/signing.ts';
import type { Instant } from '../models/time.ts';
import type { AccessTokens, WeChatAccount } from '../models/wechat/account.ts';
import type { Followers } from '../models/wechat/followers.ts';

export type Deps = {
  now(): Instant;
  newId(): string;
  /** Signs the links that are sent to people. */
  signer: Signer;
  /** Where the pages are, for links in messages: `https://…` without a slash behind it. */
  origin: string;
  conversations: Conversations;
  complaints: Complaints;
  drafts: ReportDrafts;
  macros: Macros;
  releases: Releases;
  applicationDrafts: ApplicationDrafts;
  sheets: Sheets;
  bookings: Bookings;
  queue: Queue;
  calendars: Calendars;
  rooms: Rooms;
  live: LiveSessions;
  relays: RelayServers;
  desks: Desks;
  mentions: Mentions;
  sockets: Sockets;
  wire: Wire;
  attachments: Attachments;
  photos: PhotoStore;
  staff: StaffRecords;
  sessions: Sessions;
  apiKeys: ApiKeys;
  lenders: Lenders;
  releaseRows: ReleaseRows;
  limits: RateLimits;
  codes: PhoneCodes;
  sms: Sms;
  smsTemplates: SmsTemplates;
  weChat: WeChatAccount;
  weChatTokens: AccessTokens;
  followers: Followers;
  canned: CannedReplies;
  answers: Answers;
  stepCards: StepCards;
  points: ServicePoints;
  unknownWords: UnknownWords;
  broadcasts: Broadcasts;
  audit: AuditLines;
  notices: Notices;
  webhooks: Webhooks;
  deliveries: Deliveries;
  /** Out to other systems. */
  poster: Poster;
  figures: Figures;
  digests: Digests;
  exports: LedgerExports;
  reviews: Reviews;
  samples: Samples;
  evidence: EvidenceRecords;
  evidenceFiles: EvidenceFiles;
  evidenceCopies: EvidenceCopies;
  evidenceKeys: EvidenceKeys;
  evidenceObjects: EvidenceObjects;
  rewatches: Rewatches;
  /** Whose release it is: what decides who may touch its evidence. */
  heldReleases: HeldReleases;
  /** Name and version of the running program, for what has to say who made it. */
  software: string;
  bot: Bot;
};
