// What every bundle needs so that Botkit costs kilobytes instead of megabytes: channels and recognisers that this office
// never uses are replaced by stubs, and five nested copies of zod 3 become the one that zod 4 carries.
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

/** `chat.mjs` keeps what it loads on demand in `chat.parts/`: by this name the packing knows that it is nobody else's. */
const partsBesideTheirFunction = {
  name: 'parts-beside-their-function',
  setup({ initialOptions }) {
    const [entry] = initialOptions.entryPoints;
    initialOptions.chunkNames = `${path.basename(entry, '.ts')}.parts/[name]-[hash]`;
  },
};

module.exports = [botkitStubs, oneZod3, partsBesideTheirFunction];
