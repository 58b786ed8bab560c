/** Keeps the keys that manifests are signed with: the private half wrapped like a data key, the public half for everybody. */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { z } from 'zod';
import { OfficeId } from '../ids.ts';
import type { EvidenceKey, EvidenceKeys } from '../release/evidence-records.ts';
import { Instant } from '../time.ts';
import type { KeyKeeper } from './key-ring.ts';
import { keys } from './keys.ts';
import { isFree, type Item, type Table } from './table.ts';

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
      await make(table, keeper, office, now);
      // Of two who made it at the same moment one counts.
      const made = (await all(office)).at(-1);
      if (made === undefined) throw new Error('the key that was just filed is not there');
      return made;
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

async function make(table: Table, keeper: KeyKeeper, office: OfficeId, now: Instant): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const filed: EvidenceKey & Item = {
    id: `evidence-${office}-1`,
    office,
    since: now,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    sha256: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    wrapped: await keeper.wrap(privateKey.export({ type: 'pkcs8', format: 'der' })),
  };
  await table.put({ ...keys.evidenceKey(office, 1), ...filed }, isFree);
}
