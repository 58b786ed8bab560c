/** Passwords are kept only as memory-hard hashes, and well-known ones are not taken. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt with N = 2^15, r = 8, p = 1: 32 MB for each try (RFC 7914; OWASP's minimum is N = 2^17 with less traffic than a desk has, or this with p = 3). */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const MAX_MEMORY = 64 * 1024 * 1024;

type Cost = { N: number; r: number; p: number };
const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: MAX_MEMORY }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

/** What a guess may cost where the password is no secret, as that of a demo is not. */
export const NO_SECRET = { N: 2 ** 10, r: 8, p: 1 } as const;

/** Shape: `N.r.p.<base64url salt>.<base64url hash>`. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return [cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('.');
}

export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const [N = '', r = '', p = '', salt = '', expected = ''] = hash.split('.');
  const key = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(expected, 'base64url');
  return wanted.length === key.length && timingSafeEqual(wanted, key);
}

/** Compared with when the name is unknown, so that names cannot be told apart by time. */
export const nobodysHash = [
  COST.N,
  COST.r,
  COST.p,
  'AAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
].join('.');
