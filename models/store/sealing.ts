/** Personal fields are written sealed (AES-256-GCM) and looked up by keyed digest; the filing room alone holds the keys. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** Where data keys come from: KMS in the cloud, a key file on one machine. */
export interface KeyRing {
  /** The key that new fields are sealed with. */
  current(): Promise<DataKey>;
  byId(id: string): Promise<DataKey>;
  /** For digests; never rotated, or look-ups would break. */
  digestKey(): Promise<Buffer>;
}
export type DataKey = { id: string; key: Buffer };

const PREFIX = 'sealed.v1.';

export interface Sealer {
  /** `place` (the item's key and the field's name) is bound to the value: a sealed value moved elsewhere does not open. */
  seal(plain: string, place: string): string;
  open(sealed: string, place: string): Promise<string>;
  digest(plain: string): string;
}

/** Shape of a sealed value: `sealed.v1.<key id>.<base64url of 12-byte nonce, ciphertext, 16-byte tag>`. */
export async function openSealer(ring: KeyRing): Promise<Sealer> {
  const current = await ring.current();
  // Made once: a key given as bytes is looked at anew each time, which takes longer than the sealing.
  const made = new Map<string, KeyObject>();
  const keyOf = ({ id, key }: DataKey): KeyObject => {
    const known = made.get(id) ?? createSecretKey(key);
    made.set(id, known);
    return known;
  };
  const digestKey = createSecretKey(await ring.digestKey());
  return {
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(current), nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${PREFIX}${current.id}.${body.toString('base64url')}`;
    },
    async open(sealed, place) {
      const [id = '', packed = ''] = sealed.slice(PREFIX.length).split('.');
      const key = keyOf(id === current.id ? current : await ring.byId(id));
      const body = Buffer.from(packed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12)).setAAD(Buffer.from(place));
      decipher.setAuthTag(body.subarray(-16));
      return decipher.update(body.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
    },
    digest: (plain) => createHmac('sha256', digestKey).update(plain).digest('base64url').slice(0, 32),
  };
}

export const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(PREFIX);

/** Seals the named fields of a record; a field that is not a string is sealed as JSON. */
export function sealFields<T extends object>(
  record: T,
  fields: readonly (keyof T & string)[],
  place: string,
  sealer: Sealer,
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...(record as Record<string, unknown>) };
  for (const field of fields) {
    const value = record[field];
    if (value !== undefined) out[field] = sealer.seal(JSON.stringify(value), `${place}#${field}`);
  }
  return out;
}

export async function openFields(
  item: Record<string, unknown>,
  fields: readonly string[],
  place: string,
  sealer: Sealer,
): Promise<Record<string, unknown>> {
  const out = { ...item };
  for (const field of fields) {
    const value = out[field];
    if (isSealed(value)) out[field] = JSON.parse(await sealer.open(value, `${place}#${field}`)) as unknown;
  }
  return out;
}
