/** Checks an exported record offline: `npm run verify-evidence -- <folder or zip> [--public-key key.pem] [--lang en] [--json]`. Answers 0 complete, 1 incomplete, 2 altered. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verifyEvidence, type Fault, type VerifiedEvidence } from '../functions/release/verify-evidence.ts';
import { faultWords, verdictWords, verifyWords } from '../models/phrasebook/evidence-words.ts';
import { openExport } from './export-files.ts';

type Lang = 'zh' | 'en';
const exitCodes = { complete: 0, incomplete: 1, altered: 2 } as const;

const faultText = ({ what, file, line, field }: Fault, lang: Lang): string =>
  [file, line === undefined ? '' : verifyWords.line[lang](line), field ?? '', faultWords[what][lang]]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? ' ' : ', ');

export function reportText(verified: VerifiedEvidence, lang: Lang): string {
  const { verdict, faults, lines, files, decision, key } = verified;
  const decided = verifyWords.decisions[lang];
  return [
    verifyWords.looked[lang](lines, files),
    verdictWords[verdict][lang],
    ...faults.map((fault) => `  ${faultText(fault, lang)}`),
    ...(decision === undefined ? [] : [verifyWords.decision[lang](decided[decision as keyof typeof decided])]),
    ...(key === undefined ? [] : [key.pinned ? verifyWords.pinned[lang] : verifyWords.notPinned[lang](key.sha256)]),
  ].join('\n');
}

/** An archive that cannot even be opened was cut or changed. */
export async function verifyPlace(place: string, pinnedKey?: string): Promise<VerifiedEvidence> {
  try {
    const exported = await openExport(place, statSync(place).isDirectory());
    return await verifyEvidence(exported, pinnedKey);
  } catch (error) {
    if (!isBadArchive(error)) throw error;
    return { verdict: 'altered', faults: [{ what: 'unreadable', file: basename(place) }], lines: 0, files: 0 };
  }
}

/** What the reader of archives complains of has no code; what the disk complains of has one. */
const isBadArchive = (error: unknown): boolean => error instanceof Error && !('code' in error);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'public-key': { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
    },
  });
  const [place] = positionals;
  const pinned = values['public-key'];
  const lang: Lang = values.lang === 'en' ? 'en' : 'zh';
  if (place === undefined || !existsSync(place) || (pinned !== undefined && !existsSync(pinned))) {
    console.error('npm run verify-evidence -- <folder or zip> [--public-key key.pem] [--lang zh|en] [--json]');
    process.exitCode = 64;
  } else {
    const verified = await verifyPlace(place, pinned === undefined ? undefined : readFileSync(pinned, 'utf8'));
    console.log(values.json ? JSON.stringify(verified, null, 2) : reportText(verified, lang));
    process.exitCode = exitCodes[verified.verdict];
  }
}
