// What every bundle needs so that Botkit costs kilobytes instead of megabytes: channels and recognisers that this office
// never uses are replaced by stubs, and five nested copies of zod 3 become the one that zod 4 carries.
const path = require('node:path');

const stub = (name) => path.join(__dirname, '..', 'handlers', 'chat', 'botkit-build', `${name}.cjs`);

const stubs = {
  botbuilder: stub('botbuilder'),
  'botframework-connector': stub('connector'),
  express: stub('none'),
  'body-parser': stub('none'),
  '@microsoft/recognizers-text-suite': stub('recognizers'),
  '@microsoft/recognizers-text-number': stub('recognizers'),
  '@microsoft/recognizers-text-date-time': stub('recognizers'),
  '@microsoft/recognizers-text-choice': stub('recognizers'),
  globalize: stub('globalize'),
  '@azure/core-client': stub('azure'),
  '@azure/core-rest-pipeline': stub('azure'),
  '@azure/core-http-compat': stub('azure'),
  '@azure/core-auth': stub('azure'),
};

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

module.exports = [botkitStubs, oneZod3];
