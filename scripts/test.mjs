// `npm test`: everything `.ci/run` runs. `npm test -- tests/store` runs the named tests only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { install, node, root, run } from './install.mjs';

/** The real browser and the relay of calls come from Debian; without them tests would prove nothing, so they are installed or the run fails. */
function missingFromDebian() {
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '';
  const isThere = (...names) =>
    names.some((name) => existsSync(`/usr/bin/${name}`) || existsSync(`/usr/local/bin/${name}`));
  const browsers =
    process.env.CHROMIUM === undefined
      ? [
          ...(isThere('chromium', 'chromium-browser', 'google-chrome') ? [] : ['chromium']),
          ...(isThere('chromium-headless-shell') ? [] : ['chromium-headless-shell']),
        ]
      : [];
  return [
    ...browsers,
    ...(fonts === '' ? ['fonts-noto-cjk', 'fontconfig'] : []),
    ...(isThere('turnserver') ? [] : ['coturn']),
  ];
}

/** Answers whether all is there. It goes on while the packages of npm are installed. */
function installFromDebian(missing) {
  if (missing.length === 0) return Promise.resolve(true);
  console.log(`Installing from Debian: ${missing.join(', ')} …`);
  const get = process.getuid?.() === 0 ? 'apt-get' : 'sudo -n apt-get';
  const child = spawn('sh', ['-c', `${get} update && ${get} install -y --no-install-recommends ${missing.join(' ')}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return new Promise((resolve) => child.on('close', (status) => resolve(status === 0)));
}

const missing = missingFromDebian();
const fromDebian = installFromDebian(missing);
install();
if (!(await fromDebian)) {
  console.error(
    `They could not be installed. Install them (apt-get install ${missing.join(' ')}), or set CHROMIUM to a browser's path, then run the tests again.`,
  );
  process.exit(1);
}

const bin = (name) => [`${root}node_modules/${name}`];
const models = ['build of the models', ['scripts/build.ts', '--models']];
const build = ['build', ['scripts/build.ts']];
/** They need no model, and so need not wait for them. The longest first. */
const early = [
  ['lint of the pages', [...bin('eslint/bin/eslint.js'), 'web/**/*.vue', '--max-warnings', '0']],
  ['types of the pages', [...bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'web/tsconfig.json']],
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']],
  [
    'import directions',
    [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      'handlers',
      'functions',
      'models',
      'web',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  ],
  ['dead code', [...bin('knip/bin/knip.js')]],
];
/** The functions import the models. */
const late = [build, ['lint', bin('oxlint/bin/oxlint')], ['types', [...bin('typescript-7/bin/tsc'), '--noEmit']]];

const only = process.argv.slice(2);

/** Answers whether it passed. What a step prints comes out in one piece, so that two at a time stay readable. */
const step = ([name, args]) =>
  new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(node(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('close', (status) => {
      process.stdout.write(said);
      console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      resolve(status === 0);
    });
  });

let failedSteps = 0;
const take = async (steps) => {
  for (let next = steps.shift(); next !== undefined; next = steps.shift()) if (!(await step(next))) failedSteps += 1;
};
const whole = only.length === 0;
if (whole) {
  const trained = take([models]);
  const afterwards = () => trained.then(() => take(late));
  await Promise.all([afterwards(), take(early).then(afterwards)]);
} else await take([build]);

/**
 * What needs a browser or the whole product comes after the rest, so that a fault in a rule is known first. The rest waits for its database
 * now and then: a third worker uses that time.
 */
const WHOLE = 'tests/(browser|product)/';
const runs = whole
  ? [
      ['--maxWorkers=3', '--testPathIgnorePatterns', WHOLE],
      ['--maxWorkers=2', WHOLE],
    ]
  : [only];
let passed = 0;
let failed = failedSteps;
const failures = [];
let sound = failedSteps === 0;
for (const [i, args] of runs.entries()) {
  const results = `${root}.build/test-results-${i}.json`;
  rmSync(results, { force: true });
  const status = run(
    'node_modules/jest/bin/jest.js',
    ['--json', `--outputFile=${results}`, '--testLocationInResults', ...args],
    {
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    },
  );
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numRuntimeErrorTestSuites = 0,
    testResults = [],
  } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  sound &&= status === 0 && numPassedTests > 0;
  for (const { name, message, assertionResults } of testResults) {
    const failing = assertionResults.filter(({ status: outcome }) => outcome === 'failed');
    const file = name.slice(root.length);
    for (const { title, failureMessages } of failing) failures.push([file, title, failureMessages[0] ?? '']);
    if (failing.length === 0 && message !== '') failures.push([file, 'did not run', message]);
  }
}
if (!sound) console.log('\nNot everything passed.');
// Once more and in short: what a long run printed in its middle is far away by now, or was cut out.
for (const [file, title, said] of failures) {
  const own = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => !line.includes('node_modules/jest'));
  console.log(`FAIL ${file}: ${title}\n${own.slice(0, 12).join('\n')}\n`);
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(sound && failed === 0 ? 0 : 1);
