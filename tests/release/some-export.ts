/** An export made from lines alone and signed with a key of the test: what an office would hand over, without an office. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { ExportFiles } from '../../functions/release/verify-evidence.ts';
import { evidenceReadme } from '../../models/phrasebook/evidence-readme.ts';
import { canonical } from '../../models/release/evidence-chain.ts';
import { files } from '../../models/release/evidence-export.ts';
import { manifestOf } from '../../models/release/evidence-manifest.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import { instantOf } from '../../models/time.ts';
import { contentOf, hex, pictureOf, RELEASE, START, type Recorded } from './some-call.ts';

export type Files = Map<string, Buffer>;
export const folder = (all: Files): ExportFiles => ({
  names: () => Promise.resolve([...all.keys()]),
  open: async function* (name) {
    yield await Promise.resolve(all.get(name) ?? Buffer.alloc(0));
  },
});

export type Key = { pem: string; sha256: string; privateKey: KeyObject };
export function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  return { pem, sha256: createHash('sha256').update(der).digest('hex'), privateKey };
}

export function exportOf({ head, lines }: Recorded, key: Key): Files {
  const text = canonical(
    manifestOf(RELEASE, head.lastHash, lines, {
      office: 'yinchuan',
      closedAt: lines.at(-1)?.at ?? instantOf(START),
      software: 'test',
      rules: strictness(),
      key: { id: 'evidence-yinchuan-1', sha256: key.sha256 },
      readmeSha256: hex(evidenceReadme),
    }),
  );
  const all: Files = new Map([
    [files.readme, Buffer.from(evidenceReadme)],
    [files.manifest, Buffer.from(text)],
    [files.signature, Buffer.from(`${sign(null, Buffer.from(text), key.privateKey).toString('base64')}\n`)],
    [files.key, Buffer.from(key.pem)],
    [files.lines, Buffer.from(lines.map((line) => `${canonical(line)}\n`).join(''))],
  ]);
  for (const { seq, body } of lines) {
    if (body.kind === 'snapshot') all.set(files.snapshot(seq, body.mime), pictureOf(body.of));
    if (body.kind !== 'chunk') continue;
    const content = contentOf(body.take, body.n);
    all.set(files.chunk(body.take, body.n, body.mime), content);
    const joined = files.joined(body.take, body.mime);
    all.set(joined, Buffer.concat([all.get(joined) ?? Buffer.alloc(0), content]));
  }
  return all;
}
