/** Keeps the keys that manifests are signed with: the private half wrapped like a data key, the public half for everybody. */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import * as z from 'zod';
import { OfficeId } from '../ids.ts';
import { done, refused } from '../outcome.ts';
import type { EvidenceKey, EvidenceKeys, KeyMaking } from '../release/evidence-records.ts';
import { Instant } from '../time.ts';
import type { KeyKeeper } from './key-ring.ts';
import { keys, type Key } from './keys.ts';
import { isFree, type Item, type Table, type Write } from './table.ts';

const Filed = z.object({
  id: z.string(),
  office: OfficeId,
  since: Instant,
  pem: z.string(),
  sha256: z.string(),
});

export function openEvidenceKeyStore(table: Table, keeper: KeyKeeper): EvidenceKeys {
  const all = async (office: OfficeId): Promise<EvidenceKey[]> => {
    const { pk } = keys.evidenceKey(office, 1);
    return (await table.queryAll({ pk, from: `${office}#`, to: `${office}#~` })).map((item) => Filed.parse(item));
  };
  return {
    all,
    async current(office, now) {
      const newest = (await all(office)).at(-1);
      if (newest !== undefined) return newest;
      await make(table, keeper, office, 1, { at: now, what: 'evidence-key-made' });
      // Of two who made it at the same moment one counts.
      const made = (await all(office)).at(-1);
      if (made === undefined) throw new Error('the key that was just filed is not there');
      return made;
    },
    async renew(office, after, making) {
      const known = await all(office);
      const stale = refused('stale', 'the key was renewed meanwhile');
      if (known.at(-1)?.id !== after) return stale;
      const made = await make(table, keeper, office, known.length + 1, making);
      return made === undefined ? stale : done(made);
    },
    async sign(keyId, text) {
      const [office = '', n = ''] = keyId.split('-').slice(-2);
      const item = await table.get(keys.evidenceKey(OfficeId.parse(office), Number(n)));
      if (item === undefined) throw new Error(`no evidence key ${keyId}`);
      const key = createPrivateKey({
        key: await keeper.unwrap(item['wrapped'] as string),
        format: 'der',
        type: 'pkcs8',
      });
      return sign(null, Buffer.from(text), key).toString('base64');
    },
  };
}

/** The key and the record that its audit line is drawn from, in one go; undefined where this number is filed already. */
async function make(
  table: Table,
  keeper: KeyKeeper,
  office: OfficeId,
  n: number,
  making: KeyMaking,
): Promise<EvidenceKey | undefined> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key: EvidenceKey = {
    id: `evidence-${office}-${String(n)}`,
    office,
    since: making.at,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    sha256: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
  const wrapped = await keeper.wrap(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const record = { id: key.id, version: 1, office, lastAt: making.at, history: [making] };
  const free = (item: Item & Key): Write => ({
    Put: { TableName: table.name, Item: item, ConditionExpression: isFree.expression },
  });
  const answer = await table.transact([
    free({ ...keys.evidenceKey(office, n), ...key, wrapped }),
    free({ ...keys.evidenceKeyMade(key.id), kind: 'evidence-key', record }),
  ]);
  return answer.ok ? key : undefined;
}
