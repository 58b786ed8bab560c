/** What `npm start` runs: builds, starts everything, prints where it is, stops everything on Ctrl-C. */
import { fileURLToPath } from 'node:url';
import { build } from '../build.ts';
import { CannotStart, TABLE } from './database.ts';
import { startProduct } from './product.ts';
import { seedReleases } from './seed-releases.ts';
import { seedTalks } from './seed-talks.ts';
import { seedMatters, seedPast } from './seed-matters.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env['PORT'] ?? '3000');

try {
  await build();
  const product = await startProduct({
    port,
    data: process.env['DATA_FOLDER'] ?? `${root}.data`,
    ...(process.env['VERBOSE'] === '1' ? { onLog: (text) => process.stderr.write(text) } : {}),
  });
  const { url, accounts, environment } = product;
  console.log(`
Bancheng 办成 runs.

  Citizen's page     ${url}/
  Report a matter    ${url}/report      (text messages arrive at ${url}/dev/inbox)
  Follow a matter    ${url}/track
  Guides             ${url}/guides
  Officer's console  ${url}/console
  Lender's agents    ${url}/lender
  Lenders apply      ${url}/lenders/apply
  A WeChat phone     ${url}/dev/wechat
  Public digests     ${url}/integrity
  Health             ${url}/health

  Demo accounts (this machine only), password ${accounts[0]?.password ?? ''}; the six-digit codes of the moment: ${url}/dev/codes
${accounts.map(({ name, shownName, office, role }) => `    ${name.padEnd(6)} ${role.padEnd(9)} ${office.padEnd(10)} ${shownName}`).join('\n')}

${
  environment['RELAY_URLS'] === undefined
    ? '  Video calls connect directly: coturn is not installed here, and on one machine no relay is needed.'
    : '  Video calls connect directly or through coturn, which runs along.'
}

Ctrl-C stops everything; the data stay in .data/.`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void product.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Takes a while the first time; the pages work meanwhile and show the matters as they come.
  try {
    await seedReleases(TABLE, 0);
    await seedMatters(TABLE, 0);
    await seedPast(TABLE, 0);
    await seedTalks(TABLE, 0);
  } catch (error) {
    // The office works without its invented past.
    console.error(
      `Not all demo matters could be played (${String(error)}); everything else runs. The next start goes on with them.`,
    );
  }
  // Not before: the clocks would ring for matters whose past is only being played.
  product.startSweeps();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}
