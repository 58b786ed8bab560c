// Packs each function from the bundle that the build made: what runs on one machine and in the tests is, byte for byte, what is deployed.
const { createWriteStream, existsSync, mkdirSync, readdirSync } = require('node:fs');
const { join, relative } = require('node:path');
const { pipeline } = require('node:stream/promises');
const { ZipFile } = require('yazl');

const root = join(__dirname, '..');
const bundles = '.build/functions';
const packages = join(root, '.serverless');
/** The same contents give the same archive: a function that did not change is not deployed again. */
const entry = { mtime: new Date(315_532_800_000), mode: 0o100644 };

class PackBundles {
  constructor(serverless) {
    this.hooks = {
      'before:package:createDeploymentArtifacts': () => this.pack(serverless.service.functions),
      'before:deploy:function:packageFunction': () => this.pack(serverless.service.functions),
    };
  }

  async pack(functions) {
    const { run } = await import('./install.mjs');
    if (run('scripts/build.ts') !== 0) throw new Error('The functions could not be built; what is wrong stands above.');
    mkdirSync(packages, { recursive: true });
    await Promise.all(
      Object.entries(functions).map(async ([name, one]) => {
        const artifact = join(packages, `${name}.zip`);
        await zip(artifact, [...filesOf(one.handler), ...beside(one.package?.patterns ?? [])]);
        one.package = { ...one.package, artifact };
      }),
    );
  }
}

/** Pairs of where a file lies and what it is called in the archive: the bundle, what it loads on demand, and their source maps. */
function filesOf(handler) {
  const file = handler.slice(0, handler.lastIndexOf('.'));
  return [`${file}.mjs`, `${file}.mjs.map`, ...below(join(root, bundles), `${file}.parts`)].map((name) => [
    join(root, bundles, name),
    name,
  ]);
}

/** Whole folders that a function carries along; anything else would be left out without a word. */
function beside(patterns) {
  const other = patterns.find((pattern) => !/^[^!*]+\/\*\*$/u.test(pattern));
  if (other !== undefined) throw new Error(`Only whole folders (“folder/**”) can be packed, not “${other}”.`);
  return patterns.flatMap((pattern) =>
    below(root, pattern.replace(/\/\*\*$/u, '')).map((name) => [join(root, name), name]),
  );
}

function below(base, folder) {
  if (!existsSync(join(base, folder))) return [];
  return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(base, join(found.parentPath, found.name)))
    .sort();
}

async function zip(artifact, files) {
  const archive = new ZipFile();
  for (const [path, name] of files) archive.addFile(path, name, entry);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(artifact));
}

module.exports = PackBundles;
