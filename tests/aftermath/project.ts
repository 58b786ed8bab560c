/** Carries everything that the table's stream holds to the stream function, as the platform does, until nothing more comes. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { pollStream } from '../../scripts/local/stream-poller.ts';
import type { World } from '../world.ts';

/** Answers how many records there were. `after` is a sequence number from an earlier time; undefined begins at the beginning. */
export async function project(world: World, seen: { last?: string } = {}): Promise<number> {
  const { handler } = await import('../../handlers/events/record-stream.ts');
  let records = 0;
  let failures = 0;
  const { promise: readOut, resolve: idle } = Promise.withResolvers<undefined>();
  const poll = pollStream(
    world.endpoint,
    'bancheng',
    async (event) => {
      const answer = await handler(event as DynamoDBStreamEvent);
      failures += answer.batchItemFailures.length;
      records += event.Records.length;
      return answer;
    },
    {
      everyMs: 20,
      idle: () => {
        idle(undefined);
      },
      ...(seen.last === undefined ? {} : { after: seen.last }),
      taken: (sequence) => (seen.last = sequence),
    },
  );
  await readOut;
  await poll.stop();
  if (failures > 0) throw new Error(`the stream function failed ${String(failures)} times`);
  return records;
}
