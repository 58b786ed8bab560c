/** Notes in a draft that its phone was confirmed. What is typed meanwhile stays, and a draft that was filed does not come back. */
import type { ConfirmedPhone } from '../access/phone-code.ts';
import type { Key } from './keys.ts';
import { sealFields, type Sealer } from './sealing.ts';
import type { Table } from './table.ts';

export async function confirmDraft(
  table: Table,
  key: Key,
  confirmed: ConfirmedPhone,
  sealer: Sealer,
): Promise<boolean> {
  const sealed = sealFields({ confirmed }, ['confirmed'], key.pk, sealer);
  const written = await table.update(key, {
    set: 'SET #record.#confirmed = :confirmed',
    expression: 'attribute_exists(pk)',
    names: { '#record': 'record', '#confirmed': 'confirmed' },
    values: { ':confirmed': sealed['confirmed'] },
  });
  return written !== false;
}
