// `npm test`: everything `.ci/run` runs. `npm test -- tests/store` runs the named tests only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { install, node, root, run } from './install.mjs';

install();

/** The real browser comes from Debian; without it the browser tests would prove nothing, so it is installed or the run fails. */
function installBrowser() {
  const here =
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ??
    process.env.CHROMIUM;
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '';
  if (here !== undefined && fonts !== '') return;
  console.log('Installing Chromium and a Chinese font from Debian …');
  const as = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) =>
    spawnSync([...as, 'apt-get', ...args][0], [...as, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig'))
    return;
  console.error(
    'Chromium could not be installed; install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path, then run the tests again.',
  );
  process.exit(1);
}

const bin = (name) => [`${root}node_modules/${name}`];
const steps = [
  ['build', ['scripts/build.ts']],
  ['types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['types of the pages', [...bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'web/tsconfig.json']],
  ['lint', [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
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

const only = process.argv.slice(2);
installBrowser();
let failedSteps = 0;
for (const [name, args] of only.length > 0 ? steps.slice(0, 1) : steps) {
  const started = Date.now();
  const { status } = spawnSync(node(), args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failedSteps += 1;
}

const results = `${root}.build/test-results.json`;
const jest = run(
  'node_modules/jest/bin/jest.js',
  ['--json', `--outputFile=${results}`, '--testLocationInResults', ...only],
  { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
);
const { readFileSync } = await import('node:fs');
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numFailedTestSuites = 0,
  numRuntimeErrorTestSuites = 0,
} = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
const failed = numFailedTests + numRuntimeErrorTestSuites + failedSteps;
if (numFailedTestSuites > 0 || failed > 0) console.log('\nNot everything passed.');
console.log(`${String(numPassedTests)} passed, ${String(failed)} failed`);
process.exit(jest === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1);
