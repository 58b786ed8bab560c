/** Joins the filing room, the gateways and the duties; the only file that knows all of them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createHmac } from 'node:crypto';
import { ulid } from 'ulid';
import type { Deps } from '../functions/deps.ts';
import type { Bot } from '../models/conversation/bot.ts';
import type { PhotoStore } from '../models/conversation/attachment.ts';
import type { Wire } from '../models/conversation/conversations.ts';
import type { RelayServers } from '../models/room/rooms.ts';
import { keeperFromEnvironment } from './gateways/key-keeper.ts';
import { onFirstUse } from './on-first-use.ts';
import { smsFromEnvironment } from './gateways/sms.ts';
import type { Poster } from '../models/webhook/delivery.ts';
import type { Sms } from '../models/access/sms.ts';
import { done, type Outcome } from '../models/outcome.ts';
import type { EvidenceObjects } from '../models/release/evidence-objects.ts';
import type { HeldRelease, HeldReleases } from '../models/release/evidence-records.ts';
import type { Release } from '../models/release/release.ts';
import { openSigner, type Signer } from '../models/signing.ts';
import { openRateLimits, openSessionStore, openStaffStore } from '../models/store/access-store.ts';
import { openKeyRing, type KeyKeeper } from '../models/store/key-ring.ts';
import { openPhoneCodeStore } from '../models/store/phone-code-store.ts';
import { openSealer } from '../models/store/sealing.ts';
import { openTable, type Table } from '../models/store/table.ts';
import { instantOf } from '../models/time.ts';
import type { WeChatAccount } from '../models/wechat/account.ts';

export type Wired = { deps: Deps; signer: Signer; table: Table };

/** What differs between the functions and between cloud and tests: most need no bot, no photo store and no socket. */
export type Parts = {
  keeper: KeyKeeper;
  bot?: (deps: Omit<Deps, 'bot'>) => Bot;
  photos?: PhotoStore;
  wire?: Wire;
  relays?: RelayServers;
  sms?: Sms;
  poster?: Poster;
  weChat?: (deps: Omit<Deps, 'bot' | 'weChat'>) => WeChatAccount;
  evidenceObjects?: EvidenceObjects;
  heldReleases?: HeldReleases;
  now?: () => number;
};

export async function join(parts: Parts, tableName: string): Promise<Wired> {
  const now = parts.now ?? Date.now;
  const table = openTable(new DynamoDBClient({}), tableName);
  const ring = openKeyRing(table, parts.keeper, instantOf(now()).slice(0, 7));
  const sealer = await openSealer(ring);
  const signingKey = createHmac('sha256', await ring.digestKey())
    .update('signing')
    .digest();
  // A drawer that answers later is opened when it is first asked for: no function asks for all of them.
  const audit = onFirstUse(async () => (await import('../models/store/audit-store.ts')).openAuditStore(table));
  const smsTemplates = onFirstUse(async () =>
    (await import('../models/store/sms-template-store.ts')).openSmsTemplateStore(table),
  );
  const signer = openSigner(signingKey);
  const deps: Omit<Deps, 'bot' | 'weChat'> = {
    signer,
    now: () => instantOf(now()),
    newId: () => ulid(now()),
    origin: process.env['PAGES_ORIGIN'] ?? '',
    conversations: onFirstUse(async () =>
      (await import('../models/store/conversation-store.ts')).openConversationStore(table, sealer, now),
    ),
    complaints: onFirstUse(async () =>
      (await import('../models/store/complaint-store.ts')).openComplaintStore(table, sealer),
    ),
    rooms: onFirstUse(async () => (await import('../models/store/room-store.ts')).openRoomStore(table, sealer)),
    live: onFirstUse(async () => (await import('../models/store/live-store.ts')).openLiveStore(table, sealer)),
    relays: parts.relays ?? missing('relays'),
    drafts: onFirstUse(async () =>
      (await import('../models/store/report-draft-store.ts')).openReportDraftStore(table, sealer),
    ),
    releases: onFirstUse(async () =>
      (await import('../models/store/release-store.ts')).openReleaseStore(table, sealer),
    ),
    applicationDrafts: onFirstUse(async () =>
      (await import('../models/store/application-draft-store.ts')).openApplicationDraftStore(table, sealer),
    ),
    desks: onFirstUse(async () => (await import('../models/store/socket-store.ts')).openDeskStore(table)),
    mentions: onFirstUse(async () => (await import('../models/store/mention-store.ts')).openMentionStore(table)),
    sockets: onFirstUse(async () => (await import('../models/store/socket-store.ts')).openSocketStore(table, now)),
    wire: parts.wire ?? missing('wire'),
    attachments: onFirstUse(async () =>
      (await import('../models/store/attachment-store.ts')).openAttachmentStore(table),
    ),
    photos: parts.photos ?? missing('photos'),
    staff: openStaffStore(table, sealer),
    sessions: openSessionStore(table),
    apiKeys: onFirstUse(async () => (await import('../models/store/api-key-store.ts')).openApiKeyStore(table)),
    lenders: onFirstUse(async () => (await import('../models/store/lender-store.ts')).openLenderStore(table, sealer)),
    releaseRows: onFirstUse(async () =>
      (await import('../models/store/lender-store.ts')).openReleaseRowStore(table, sealer),
    ),
    limits: openRateLimits(table),
    codes: openPhoneCodeStore(table, sealer),
    sms: parts.sms ?? smsFromEnvironment(smsTemplates, parts.keeper),
    smsTemplates,
    weChatTokens: onFirstUse(async () =>
      (await import('../models/store/wechat-token-store.ts')).openWeChatTokenStore(table, sealer),
    ),
    followers: onFirstUse(async () =>
      (await import('../models/store/follower-store.ts')).openFollowerStore(table, sealer, now),
    ),
    canned: onFirstUse(async () => (await import('../models/store/knowledge-store.ts')).openCannedStore(table)),
    answers: onFirstUse(async () => (await import('../models/store/knowledge-store.ts')).openAnswerStore(table)),
    stepCards: onFirstUse(async () => (await import('../models/store/knowledge-store.ts')).openStepCardStore(table)),
    macros: onFirstUse(async () => (await import('../models/store/macro-store.ts')).openMacroStore(table)),
    bookings: onFirstUse(async () => (await import('../models/store/booking-store.ts')).openBookingStore(table)),
    queue: onFirstUse(async () => (await import('../models/store/queue-store.ts')).openQueueStore(table)),
    calendars: onFirstUse(async () =>
      (await import('../models/store/booking-calendar-store.ts')).openCalendarStore(table),
    ),
    sheets: onFirstUse(async () => (await import('../models/store/sheet-store.ts')).openSheetStore(table, sealer)),
    unknownWords: onFirstUse(async () =>
      (await import('../models/store/unknown-word-store.ts')).openUnknownWordStore(table, sealer),
    ),
    broadcasts: onFirstUse(async () =>
      (await import('../models/store/broadcast-store.ts')).openBroadcastStore(table, sealer),
    ),
    points: onFirstUse(async () => (await import('../models/store/point-store.ts')).openPointStore(table)),
    audit,
    notices: onFirstUse(async () => (await import('../models/store/notice-store.ts')).openNoticeStore(table)),
    webhooks: onFirstUse(async () =>
      (await import('../models/store/webhook-store.ts')).openWebhookStore(table, sealer),
    ),
    deliveries: onFirstUse(async () => (await import('../models/store/webhook-store.ts')).openDeliveryStore(table)),
    poster: parts.poster ?? missing('poster'),
    digests: audit,
    figures: onFirstUse(async () => (await import('../models/store/figure-store.ts')).openFigureStore(table)),
    exports: onFirstUse(async () =>
      (await import('../models/store/ledger-export-store.ts')).openLedgerExportStore(table),
    ),
    reviews: onFirstUse(async () => (await import('../models/store/review-store.ts')).openReviewStore(table, sealer)),
    samples: onFirstUse(async () => (await import('../models/store/sample-store.ts')).openSampleStore(table)),
    evidence: onFirstUse(async () =>
      (await import('../models/store/evidence-store.ts')).openEvidenceStore(table, sealer),
    ),
    evidenceFiles: onFirstUse(async () =>
      (await import('../models/store/evidence-file-store.ts')).openEvidenceFileStore(table, sealer),
    ),
    evidenceCopies: onFirstUse(async () =>
      (await import('../models/store/evidence-copy-store.ts')).openEvidenceCopyStore(table),
    ),
    evidenceKeys: onFirstUse(async () =>
      (await import('../models/store/evidence-key-store.ts')).openEvidenceKeyStore(table, parts.keeper),
    ),
    evidenceObjects: parts.evidenceObjects ?? missing('evidenceObjects'),
    rewatches: onFirstUse(async () => (await import('../models/store/rewatch-store.ts')).openRewatchStore(table)),
    // The one place where evidence meets the record of the release.
    heldReleases: parts.heldReleases ?? { find: async (id) => heldOf(await deps.releases.find(id)) },
    software: `bancheng ${process.env['APP_VERSION'] ?? '0'}`,
  };
  const reaching = { ...deps, weChat: parts.weChat?.(deps) ?? missing('weChat') };
  return { table, signer, deps: { ...reaching, bot: parts.bot?.(reaching) ?? missing('bot') } };
}

/** A duty that asks for a part its function was not given is a fault in the wiring, and says so. */
function missing(part: string): never {
  return new Proxy(
    {},
    {
      get() {
        throw new Error(`this function was wired without its ${part}`);
      },
    },
  ) as never;
}

const heldOf = (found: Outcome<Release>): Outcome<HeldRelease> => {
  if (!found.ok) return found;
  const { id, office, state, officer } = found.value;
  return done({ id, office, state: state.name, ...(officer === undefined ? {} : { officer: officer.id }) });
};

let joined: Promise<Wired> | undefined;
const makers: { [part in keyof Parts]?: () => Parts[part] } = {};

/** Called by each entry file with the parts its windows need; nothing is made before the first request. */
export function wireWith(makes: typeof makers): void {
  Object.assign(makers, makes);
  // Where several entries share one process (tests), a later one brings parts that an earlier joining lacked.
  joined = undefined;
}

/** Joined on the first request and kept; a failed joining is tried again. */
export function wired(): Promise<Wired> {
  joined ??= join(makeParts(), process.env['TABLE_NAME'] ?? 'bancheng');
  joined.catch(() => (joined = undefined));
  return joined;
}

function makeParts(): Parts {
  const made = Object.entries(makers).map(([part, make]) => [part, make()] as const);
  return { keeper: keeperFromEnvironment(), ...clockFromEnvironment(), ...Object.fromEntries(made) };
}

/** `CLOCK_AHEAD_MS` moves every function's clock by the same span; tests of opening hours set it, no template does. */
function clockFromEnvironment(): Pick<Parts, 'now'> {
  const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? '0');
  return ahead === 0 ? {} : { now: () => Date.now() + ahead };
}
