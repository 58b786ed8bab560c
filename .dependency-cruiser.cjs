/** Holds the arrows: handlers → functions → models ← models/store; web → models. */
const to = (path) => ({ path, pathNot: 'node_modules' });
module.exports = {
  forbidden: [
    {
      name: 'models-know-only-models',
      severity: 'error',
      from: { path: '^models/' },
      to: { path: '^(handlers|functions|web|scripts|tests|bench)/' },
    },
    {
      name: 'records-never-know-the-filing-room',
      severity: 'error',
      from: { path: '^models/', pathNot: '^models/store/' },
      to: to('^models/store/'),
    },
    {
      name: 'duties-know-no-window',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(handlers|web|scripts|tests|bench)/' },
    },
    {
      name: 'duties-never-touch-the-filing-room',
      severity: 'error',
      from: { path: '^functions/' },
      to: to('^models/store/'),
    },
    {
      name: 'duties-know-no-aws',
      severity: 'error',
      from: { path: '^(functions|models/(?!store))' },
      to: { path: 'node_modules/@aws-sdk' },
    },
    {
      name: 'only-the-chat-window-knows-botkit',
      severity: 'error',
      from: { path: '.', pathNot: '^handlers/chat/|node_modules' },
      to: { path: 'node_modules/(botkit|botbuilder|botframework)' },
    },
    {
      name: 'pages-know-only-models',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(handlers|functions|scripts|tests|bench|models/store)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: '\\.build',
  },
};
