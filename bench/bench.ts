/** `npm run bench [-- --json] [-- --only turn,cold,understanding,matters,figures,room,wechat]`: measures side by side in one run and prints ratios. */
import { benchCold } from './cold-start.ts';
import { benchFigures } from './figures.ts';
import { benchMatters } from './matters.ts';
import { benchRoom } from './room.ts';
import { benchTurn } from './turn.ts';
import { benchUnderstanding } from './understanding.ts';
import { benchWeChat } from './wechat.ts';

export type Measured = { title: string; rows: Record<string, string | number>[] };

const benches: Record<string, () => Promise<Measured>> = {
  turn: benchTurn,
  cold: benchCold,
  understanding: benchUnderstanding,
  matters: benchMatters,
  figures: benchFigures,
  room: benchRoom,
  wechat: benchWeChat,
};
const flag = process.argv.indexOf('--only');
const wanted = flag < 0 ? Object.keys(benches) : (process.argv[flag + 1] ?? '').split(',');
const asJson = process.argv.includes('--json');

const all: Measured[] = [];
for (const name of wanted) {
  const bench = benches[name];
  if (bench === undefined) {
    console.error(`There is no bench "${name}"; choose of ${Object.keys(benches).join(', ')}.`);
    process.exit(1);
  }
  const measured = await bench();
  all.push(measured);
  if (asJson) continue;
  console.log(`\n${measured.title}`);
  console.table(measured.rows);
}
if (asJson) console.log(JSON.stringify(all, null, 2));
process.exit(0);
