/** The table's stream once more, for copies of records alone: each that is asked for is packed here, however long the call was. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { packCopy } from '../../functions/release/evidence-copies.ts';
import { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { evidenceObjectsFromEnvironment } from '../gateways/evidence-objects-on-first-use.ts';
import { putExport } from '../gateways/evidence-store.ts';
import { zipOf } from '../gateways/evidence-zip.ts';
import { count, errorCode, log } from '../log.ts';
import { wired, wireWith } from '../wiring.ts';

wireWith({ evidenceObjects: evidenceObjectsFromEnvironment });

/** What fails comes twice more; the page of whoever asked says when nothing came of it. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { deps } = await wired();
  for (const { dynamodb } of event.Records) {
    const [, release] = dynamodb?.Keys?.['pk']?.S?.split('#') ?? [];
    const [, copy] = dynamodb?.Keys?.['sk']?.S?.split('#') ?? [];
    try {
      const asked = { release: ReleaseId.parse(release), copy: DeliveryId.parse(copy) };
      await packCopy(deps, asked, async (place, exported) => {
        const { bytes, body } = await zipOf(exported);
        await putExport(place, bytes, body);
        return bytes;
      });
    } catch (error) {
      log('stream-failed', { record: release ?? '', error: errorCode(error) });
      await count('StreamFailed');
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  log('evidence-packed', { count: event.Records.length });
  return { batchItemFailures: [] };
};
