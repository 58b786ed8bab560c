/** The key by which another body's program may hand in reports for one office: shown once when it is issued, kept only as a digest. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant } from '../time.ts';

const KeyId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

export const ApiKey = z.strictObject({
  id: KeyId,
  version: z.int().nonnegative(),
  office: OfficeId,
  /** Whose program it is, in the operator's words. */
  client: z.string().trim().min(2).max(60),
  /** SHA-256 of the secret. It holds 256 random bits: nobody finds it by trying, so no slow hash is needed. */
  digest: z.string(),
  /** Reports an hour. */
  perHour: z.int().min(1).max(1000),
  issuedAt: Instant,
  issuedBy: StaffId,
  revokedAt: Instant.optional(),
  /** Audit lines are drawn from it. */
  history: z.array(z.strictObject({ at: Instant, what: z.enum(['key-issued', 'key-revoked']), by: StaffId })).max(2),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const IssueApiKey = ApiKey.pick({ client: true }).extend({ perHour: ApiKey.shape.perHour.default(60) });
export type IssueApiKey = z.infer<typeof IssueApiKey>;
export const OneApiKey = z.strictObject({ id: KeyId });
export const ShownApiKey = ApiKey.omit({ digest: true, version: true, history: true });
export type ShownApiKey = z.infer<typeof ShownApiKey>;

export interface ApiKeys {
  find(id: string): Promise<ApiKey | undefined>;
  /** Over the version that was read; false when somebody else wrote first. */
  save(key: ApiKey): Promise<boolean>;
  ofOffice(office: OfficeId): Promise<ApiKey[]>;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** `bck_<id>_<secret>`: whoever finds one lying about knows whose it is, and scanners for leaked secrets know its shape. */
export const newApiKey = (
  of: Omit<ApiKey, 'digest' | 'version' | 'history'>,
  secret: string,
): { key: ApiKey; shown: string } => ({
  key: {
    ...of,
    version: 0,
    digest: digestOf(secret).toString('base64url'),
    history: [{ at: of.issuedAt, what: 'key-issued', by: of.issuedBy }],
  },
  shown: `bck_${of.id}_${secret}`,
});

/** Its id and secret; undefined for anything that is no key of ours. */
export function partsOfApiKey(shown: string): { id: string; secret: string } | undefined {
  const parts = /^bck_([0-9A-HJKMNP-TV-Z]{26})_([A-Za-z0-9_-]{43})$/u.exec(shown);
  return parts?.[1] === undefined || parts[2] === undefined ? undefined : { id: parts[1], secret: parts[2] };
}

export const opensWith = (key: ApiKey, secret: string): boolean =>
  key.revokedAt === undefined && timingSafeEqual(digestOf(secret), Buffer.from(key.digest, 'base64url'));

export const revoke = (key: ApiKey, by: StaffId, now: Instant): Outcome<ApiKey> =>
  key.revokedAt === undefined
    ? done({ ...key, revokedAt: now, history: [...key.history, { at: now, what: 'key-revoked', by }] })
    : refused('wrong-state', 'this key was taken back already');

export const shownApiKey = ({ digest: _digest, version: _version, history: _history, ...key }: ApiKey): ShownApiKey =>
  key;
