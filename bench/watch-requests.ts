/** Watches the requests to the table where they leave the process. */
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Sent = { input: unknown; name: string };

export function watchRequests(): { sent: Sent[]; original: unknown; stop(): void } {
  const sent: Sent[] = [];
  const original = DynamoDBDocumentClient.prototype.send;
  DynamoDBDocumentClient.prototype.send = function (
    this: DynamoDBDocumentClient,
    command: { input: unknown; constructor: { name: string } },
    ...rest: unknown[]
  ) {
    sent.push({ input: command.input, name: command.constructor.name });
    return (original as (...args: unknown[]) => Promise<unknown>).call(this, command, ...rest);
  } as typeof original;
  return {
    sent,
    original,
    stop() {
      DynamoDBDocumentClient.prototype.send = original;
    },
  };
}

export const sizeOf = (value: unknown): number =>
  JSON.stringify(value, (_k, v: unknown) => (v instanceof Set ? [...(v as Set<unknown>)] : v)).length;

type Write = { TransactItems?: unknown[]; Item?: unknown };

/** Write units by size: one for each started kilobyte, twice that within a transaction; look-ups by index write once more. */
export function writeUnits({ input, name }: Sent): number {
  const kb = (item: unknown): number => Math.ceil(sizeOf(item) / 1024);
  const { TransactItems, Item } = input as Write;
  if (name === 'TransactWriteCommand')
    return (TransactItems ?? []).reduce<number>((sum, item) => sum + 2 * kb(item), 0);
  if (name === 'PutCommand') return kb(Item);
  return name === 'UpdateCommand' || name === 'DeleteCommand' ? 1 : 0;
}
