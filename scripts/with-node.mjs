// Runs a TypeScript file of this project: `node scripts/with-node.mjs scripts/evaluate.ts --file F.jsonl`.
import { install, run } from './install.mjs';

install();
const [file, ...args] = process.argv.slice(2);
process.exit(run(file, args));
