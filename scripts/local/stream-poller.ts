/** Carries the local table's stream to the stream function, in order and until it is taken, as the platform does. */
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse } from 'aws-lambda';

export type Take = (event: { Records: unknown[] }) => Promise<DynamoDBBatchResponse>;

/** `after` is the last sequence number taken by an earlier run; `taken` is told each new one, `idle` that nothing was left just now. */
export function pollStream(
  endpoint: string,
  tableName: string,
  take: Take,
  progress: { after?: string; taken?(sequence: string): void; idle?(): void; everyMs?: number },
): { stop(): Promise<void> } {
  const client = new DynamoDBStreamsClient({ endpoint });
  // It copies every record for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
    const arn = Streams?.[0]?.StreamArn;
    const description = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    const shard = description.StreamDescription?.Shards?.[0]?.ShardId;
    let last = progress.after;
    const iteratorFrom = async (): Promise<string | undefined> =>
      (
        await client.send(
          new GetShardIteratorCommand({
            StreamArn: arn,
            ShardId: shard,
            ...(last === undefined
              ? { ShardIteratorType: 'TRIM_HORIZON' }
              : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last }),
          }),
        )
      ).ShardIterator;
    let iterator = await iteratorFrom();
    while (!stopping.signal.aborted) {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: 50 }),
      );
      if (Records.length === 0) {
        progress.idle?.();
        iterator = NextShardIterator ?? (await iteratorFrom());
        await new Promise((resolve) => setTimeout(resolve, progress.everyMs ?? 100));
        continue;
      }
      const { batchItemFailures } = await take({ Records });
      const failed = batchItemFailures[0]?.itemIdentifier;
      const good =
        failed === undefined
          ? Records
          : Records.slice(
              0,
              Math.max(
                0,
                Records.findIndex((r) => r.dynamodb?.SequenceNumber === failed),
              ),
            );
      last = good.at(-1)?.dynamodb?.SequenceNumber ?? last;
      if (last !== undefined) progress.taken?.(last);
      iterator = failed === undefined && NextShardIterator !== undefined ? NextShardIterator : await iteratorFrom();
      if (failed !== undefined) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await run();
      } catch {
        // The engine restarts or the functions are not up yet: what was not taken is still there.
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      client.destroy();
    },
  };
}
