/** Pictures and voices that stay with the platform for three days, from either side. */
import { randomBytes } from 'node:crypto';
import { PlatformRefusal } from './error-codes.ts';

const LIVES_MS = 3 * 24 * 3_600_000;
const MB = 1024 * 1024;
export const mediaRules = {
  image: { most: 10 * MB, types: ['image/jpeg', 'image/png', 'image/gif'] },
  voice: { most: 2 * MB, types: ['audio/amr', 'audio/mpeg'] },
  video: { most: 10 * MB, types: ['video/mp4'] },
  thumb: { most: 64 * 1024, types: ['image/jpeg'] },
} as const;
export type MediaKind = keyof typeof mediaRules;
export type Medium = { kind: MediaKind; type: string; bytes: Buffer; until: number };
export type Media = {
  keep(kind: MediaKind, type: string, bytes: Buffer): string;
  find(id: string): Medium | undefined;
};

export function openMedia(now: () => number): Media {
  const kept = new Map<string, Medium>();
  return {
    keep(kind, type, bytes) {
      const { most, types } = mediaRules[kind];
      if (!(types as readonly string[]).includes(type)) throw new PlatformRefusal(40005);
      if (bytes.length > most) throw new PlatformRefusal(40009);
      const id = randomBytes(48).toString('base64url');
      kept.set(id, { kind, type, bytes, until: now() + LIVES_MS });
      return id;
    },
    find(id) {
      const found = kept.get(id);
      return found !== undefined && found.until > now() ? found : undefined;
    },
  };
}
