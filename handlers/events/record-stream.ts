/** The table's stream: for each change of a record, what follows from it. Each record's changes come in order; repeats change nothing. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { projectChange, type Image } from '../../functions/aftermath/project-change.ts';
import type { BookingWays } from '../../models/aftermath/booking-words.ts';
import type { SheetWays } from '../../models/aftermath/sheet-words.ts';
import type { LiveWays } from '../../models/aftermath/live-words.ts';
import type { MatterWays } from '../../models/aftermath/matter-words.ts';
import type { ReleaseWays } from '../../models/aftermath/release-words.ts';
import type { Deps } from '../../functions/deps.ts';
import { talkHappened } from '../../models/aftermath/talk-happened.ts';
import type { OpenFields } from '../../models/aftermath/matter-facts.ts';
import { DeliveryId, FollowerId, OfficeId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import { ARRIVED } from '../../models/wechat/followers.ts';
import { count, errorCode, log } from '../log.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { weChatOnFirstUse } from '../gateways/wechat-on-first-use.ts';
import { wired, wireWith } from '../wiring.ts';

wireWith({
  wire: wireFromEnvironment,
  bot: () => botOnFirstUse,
  photos: photosFromEnvironment,
  weChat: () => weChatOnFirstUse,
});

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { deps } = await wired();
  for (const record of event.Records) {
    try {
      await endLate(deps, record.dynamodb?.NewImage);
      const after = await imageOf(record.dynamodb?.NewImage);
      if (after !== undefined) await projectChange(deps, await imageOf(record.dynamodb?.OldImage), after);
    } catch (error) {
      log('stream-failed', { record: record.eventID ?? '', error: errorCode(error) });
      await count('StreamFailed');
      // Everything from here on comes again; what is already done is recognised.
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  log('stream-projected', { count: event.Records.length });
  return { batchItemFailures: [] };
};

type NewImage = NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>['NewImage'];

/** A message from WeChat whose answer was put off: nobody else is at work on it any more. */
async function endLate(deps: Deps, image: NewImage): Promise<void> {
  // Filed for the first time: what is tried again waits for the sweep.
  if (image?.['kind']?.S !== 'wechat-late' || image['tries']?.N !== '0' || image['gsi1pk'] === undefined) return;
  const { endLateTurn } = await import('../../functions/wechat/late-turns.ts');
  const follower = image['pk']?.S?.split('#')[1];
  const [, delivery, attempt = ''] = image['sk']?.S?.split('#') ?? [];
  // Somebody is at work on what just arrived.
  if (attempt === ARRIVED) return;
  const turn = await deps.followers.findLate(FollowerId.parse(follower), DeliveryId.parse(delivery), attempt);
  if (turn !== undefined && !(await endLateTurn(deps, turn))) await count('TurnFailed');
}

/** Records with a history of their own are followed. */
async function imageOf(image: NewImage): Promise<Image | undefined> {
  // Most of what is written are lines and marks: those are not even opened.
  if (image === undefined || followed[image['kind']?.S ?? ''] === undefined) return undefined;
  const item = unmarshall(image as Record<string, AttributeValue>);
  const record = item['record'] as Record<string, unknown> | undefined;
  const shown = record === undefined ? undefined : await followed[String(item['kind'])]?.(record, item);
  if (record === undefined || shown === undefined) return undefined;
  return {
    key: item['pk'] as string,
    kind: item['kind'] as string,
    version: record['version'] as number,
    office: OfficeId.parse(record['office']),
    happened: (record['history'] ?? []) as Image['happened'],
    ...shown,
  };
}

type Shown = Pick<Image, 'at' | 'state' | 'facts' | 'tells' | 'read'> & Partial<Pick<Image, 'happened'>>;
const followed: Record<
  string,
  (record: Record<string, unknown>, item: Record<string, unknown>) => Shown | Promise<Shown>
> = {
  conversation: ({ lastAt, state, follower, lastSeq, topic, channel, history }, { reached }) => ({
    at: lastAt as Instant,
    state: (state as { name: string }).name,
    facts: { service: typeof topic === 'string' ? topic : 'none', channel: String(channel) },
    happened: talkHappened((history ?? []) as Image['happened']),
    // Said in WeChat with the turn itself: nothing is left to bring there.
    ...(follower === undefined || reached === lastSeq
      ? {}
      : { read: { follower: follower as FollowerId, lastSeq: lastSeq as number } }),
  }),
  complaint: async (record) => {
    // Knows the whole catalogue: loaded with the first matter.
    const { matterFacts } = await import('../../models/aftermath/matter-facts.ts');
    const open = record as OpenFields & MatterWays & { lastAt: Instant };
    return {
      at: open.lastAt,
      state: open.state.name,
      facts: matterFacts(open),
      tells: { kind: 'matter', matter: open },
    };
  },
  release: (record) => ({
    at: record['lastAt'] as Instant,
    state: (record['state'] as { name: string }).name,
    tells: { kind: 'release', release: record as ReleaseWays },
  }),
  'ledger-export': ({ at, from, to, offices }) => ({
    at: at as Instant,
    state: 'exported',
    facts: { from: String(from), to: String(to), offices: (offices as string[]).join(' ') },
  }),
  review: (record) => ({ at: record['lastAt'] as Instant, state: record['state'] as string }),
  booking: (record) => ({
    at: record['lastAt'] as Instant,
    state: (record['state'] as { name: string }).name,
    tells: { kind: 'booking', booking: record as BookingWays },
  }),
  sheet: (record) => ({
    at: record['lastAt'] as Instant,
    state: (record['state'] as { name: string }).name,
    facts: { state: (record['state'] as { name: string }).name, service: record['service'] as string },
    tells: { kind: 'sheet', sheet: record as SheetWays },
  }),
  live: async (record) => {
    const { liveFacts } = await import('../../models/aftermath/live-words.ts');
    const live = record as LiveWays;
    return { at: live.lastAt, state: live.state.name, facts: liveFacts(live), tells: { kind: 'live', live } };
  },
  'queue-ticket': (record) => ({
    at: record['lastAt'] as Instant,
    state: (record['state'] as { name: string }).name,
  }),
  // An account has no state that a desk is told of; when something happened stands in its history.
  staff: () => ({ at: '' as Instant, state: 'account' }),
  // Who came, was let in and went stands in its history.
  room: () => ({ at: '' as Instant, state: 'room' }),
  'api-key': () => ({ at: '' as Instant, state: 'key' }),
  broadcast: ({ lastAt, state }) => ({
    at: lastAt as Instant,
    state: state as string,
    tells: { kind: 'broadcast' },
  }),
  'evidence-key': () => ({ at: '' as Instant, state: 'key' }),
  webhook: ({ state }) => ({ at: '' as Instant, state: state as string }),
  lender: (record) => ({ at: record['lastAt'] as Instant, state: (record['state'] as { name: string }).name }),
  evidence: (record) => ({ at: record['lastAt'] as Instant, state: record['state'] as string }),
};
