/** The table's stream: for each change of a record, what follows from it. Each record's changes come in order; repeats change nothing. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { projectChange, type Image } from '../../functions/aftermath/project-change.ts';
import { OfficeId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import { count, errorCode, log } from '../log.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { wired, wireWith } from '../wiring.ts';

wireWith({ wire: wireFromEnvironment });

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { deps } = await wired();
  for (const record of event.Records) {
    try {
      const after = imageOf(record.dynamodb?.NewImage);
      if (after !== undefined) await projectChange(deps, imageOf(record.dynamodb?.OldImage), after);
    } catch (error) {
      log('stream-failed', { record: record.eventID ?? '', error: errorCode(error) });
      count('StreamFailed');
      // Everything from here on comes again; what is already done is recognised.
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  log('stream-projected', { count: event.Records.length });
  return { batchItemFailures: [] };
};

/** Only records with a history of their own are followed: conversations so far. */
function imageOf(
  image: NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>['NewImage'],
): Image | undefined {
  if (image === undefined) return undefined;
  const item = unmarshall(image as Record<string, AttributeValue>);
  const record = item['record'] as Record<string, unknown> | undefined;
  if (item['kind'] !== 'conversation' || record === undefined) return undefined;
  return {
    key: item['pk'] as string,
    kind: 'conversation',
    version: record['version'] as number,
    office: OfficeId.parse(record['office']),
    at: record['lastAt'] as Instant,
    state: (record['state'] as { name: string }).name,
    happened: record['history'] as Image['happened'],
  };
}
