// What every bundle needs so that Botkit costs kilobytes instead of megabytes: channels and recognisers that this office
// never uses are replaced by stubs, and five nested copies of zod 3 become the one that zod 4 carries. And what lets every
// bundle carry only the parts of zod that it uses.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const stubs = require('./botkit-stubs.cjs');

const escaped = (name) => name.replace(/[/.@-]/g, '\\$&');

const botkitStubs = {
  name: 'botkit-stubs',
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(stubs).map(escaped).join('|')})$`);
    build.onResolve({ filter }, (args) =>
      // The stub of botbuilder itself builds on the real botbuilder-core, which is not in the list.
      ({ path: stubs[args.path] }),
    );
  },
};

const oneZod3 = {
  name: 'one-zod3',
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, (args) =>
      /node_modules[\\/](botbuilder|botframework)/.test(args.importer)
        ? build.resolve('zod/v3', { kind: args.kind, resolveDir: path.join(__dirname, '..') })
        : undefined,
    );
  },
};

/**
 * `z` as zod exports it is one object with fifty languages and every converter on it; as a namespace import, which means the
 * same, the bundler can leave out what nobody names. That halves the bundles and takes a quarter off their cold start.
 */
const zodInParts = {
  name: 'zod-in-parts',
  setup(build) {
    build.onLoad({ filter: /[\\/](handlers|functions|models)[\\/].*\.ts$/ }, ({ path: file }) => {
      if (file.includes('node_modules')) return undefined;
      const source = readFileSync(file, 'utf8');
      const contents = source.replace(/^import \{ z \} from 'zod';/m, "import * as z from 'zod';");
      return contents === source ? undefined : { contents, loader: 'ts' };
    });
  },
};

/** `chat.mjs` keeps what it loads on demand in `chat.parts/`: by this name the packaging knows that it is nobody else's. */
const partsBesideTheirFunction = {
  name: 'parts-beside-their-function',
  setup({ initialOptions }) {
    const [entry] = initialOptions.entryPoints;
    initialOptions.chunkNames = `${path.basename(entry, '.ts')}.parts/[name]-[hash]`;
  },
};

module.exports = [botkitStubs, oneZod3, zodInParts, partsBesideTheirFunction];
