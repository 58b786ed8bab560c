/** Imports service points from a CSV file: `npm run import-points -- file.csv`. Good rows go in, bad rows are listed by line. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PointStore, importPoints, pointColumns } from '../models/guidance/points-import.ts';

export type ImportResult = { new: number; changed: number; same: number; bad: number };

export async function runImport(
  csvText: string,
  store: PointStore,
  print: (line: string) => void,
): Promise<ImportResult> {
  const { good, bad } = importPoints(csvText);
  const result: ImportResult = { new: 0, changed: 0, same: 0, bad: bad.length };
  for (const { line, reason } of bad) print(`第${String(line)}行没有导入：${reason}`);
  for (const point of good) result[await store.save(point)] += 1;
  print(
    `新增${String(result.new)}个，更新${String(result.changed)}个，没变${String(result.same)}个，没导入${String(result.bad)}行。`,
  );
  return result;
}

/** Reads the file that the command names and says what is wrong in one sentence; the store is the caller's. */
export async function main(
  file: string | undefined,
  store: PointStore,
  print: (line: string) => void,
  read: (file: string) => Promise<string> = (f) => readFile(f, 'utf8'),
): Promise<number> {
  if (file === undefined) {
    print(
      `用法：npm run import-points -- 文件.csv（列：${Object.entries(pointColumns)
        .map(([en, zh]) => `${zh} ${en}`)
        .join('，')}）`,
    );
    return 2;
  }
  const text = await read(file).catch(() => undefined);
  if (text === undefined) {
    print(`打不开文件 ${file}`);
    return 2;
  }
  const { bad } = await runImport(text, store, print);
  return bad === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { withLocalTable } = await import('./local/with-table.ts');
  const { openPointStore } = await import('../models/store/point-store.ts');
  process.exitCode = await withLocalTable((table) => main(process.argv[2], openPointStore(table), console.log));
}
