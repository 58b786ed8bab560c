/** Where each part of a record lies in an export. */
import { endingOf } from './evidence-objects.ts';

export const files = {
  readme: 'README.txt',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  key: 'public-key.pem',
  lines: 'lines.jsonl',
  chunk: (take: string, n: number, mime: string): string => `media/${take}/${String(n)}.${endingOf(mime)}`,
  /** All chunks of a take one behind the other: a file that plays. */
  joined: (take: string, mime: string): string => `media/${take}.${endingOf(mime)}`,
  snapshot: (seq: number, mime: string): string => `snapshots/${String(seq)}.${endingOf(mime)}`,
} as const;
