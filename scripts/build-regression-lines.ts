/** Chooses, for every label and voice, the lines that a published answer must not make worse; deterministic. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../models/guidance/lines/', import.meta.url));
const out = fileURLToPath(new URL('../.build/understanding/regression-lines.ts', import.meta.url));
/** Enough to see a mistake, few enough to run while an officer waits: about a second. */
const PER_LABEL_AND_VOICE = 1;
const NONE_PER_VOICE = 20;

export function buildRegressionLines(): void {
  const lines: { text: string; label: string }[] = [];
  for (const file of readdirSync(folder).sort()) {
    const taken = new Map<string, number>();
    for (const row of readFileSync(folder + file, 'utf8').split('\n')) {
      const [label = '', text = ''] = row.split('\t');
      const n = taken.get(label) ?? 0;
      if (text === '' || n >= (label === 'none' ? NONE_PER_VOICE : PER_LABEL_AND_VOICE)) continue;
      taken.set(label, n + 1);
      lines.push({ text, label });
    }
  }
  mkdirSync(fileURLToPath(new URL('../.build/understanding/', import.meta.url)), { recursive: true });
  writeFileSync(
    out,
    `// Made by scripts/build-regression-lines.ts.\nexport const regressionLines = ${JSON.stringify(lines)} as const;\n`,
  );
}
