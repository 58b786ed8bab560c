// `npm start`: installs what is missing, builds what has changed, runs everything, and stops everything on Ctrl-C.
import { spawn } from 'node:child_process';
import { install, node, root } from './install.mjs';

install();
const child = spawn(node(), [`${root}scripts/local/start.ts`], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
