/** Keeps the keys that personal fields are sealed with: wrapped in the table, unwrapped only in memory. */
import { randomBytes } from 'node:crypto';
import { keys } from './keys.ts';
import type { DataKey, KeyRing } from './sealing.ts';
import { isFree, type Table } from './table.ts';

/** Wraps data keys with a key that never leaves its keeper: KMS in the cloud, a file on one machine. */
export interface KeyKeeper {
  wrap(key: Buffer): Promise<string>;
  unwrap(wrapped: string): Promise<Buffer>;
}

/** A new data key every month; the digest key stays, or look-ups would break. */
export function openKeyRing(table: Table, keeper: KeyKeeper, month: string): KeyRing {
  const known = new Map<string, Promise<DataKey>>();
  const load = async (id: string, make: boolean): Promise<DataKey> => {
    const item = await table.get(keys.dataKey(id));
    if (item !== undefined) return { id, key: await keeper.unwrap(item['wrapped'] as string) };
    if (!make) throw new Error(`no data key ${id}`);
    const key = randomBytes(32);
    const held = await table.put({ ...keys.dataKey(id), kind: 'data-key', wrapped: await keeper.wrap(key) }, isFree);
    // Somebody made it at the same moment: theirs counts.
    return held ? { id, key } : load(id, false);
  };
  const once = (id: string, make: boolean): Promise<DataKey> => {
    const found = known.get(id) ?? load(id, make);
    known.set(id, found);
    found.catch(() => known.delete(id));
    return found;
  };
  return {
    current: () => once(month, true),
    byId: (id) => once(id, false),
    digestKey: async () => (await once('digest', true)).key,
  };
}
