/** Checks that nobody changed the record: `npm run verify-audit [-- --office yinchuan] [--published saved-integrity.json] [--json]`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { verifyAudit, type Fault, type Verified } from '../functions/aftermath/verify-audit.ts';
import { ShownDigest } from '../models/aftermath/oversight-views.ts';
import { OfficeId } from '../models/ids.ts';
import { officeOf } from '../models/office/offices.ts';
import { openAuditStore } from '../models/store/audit-store.ts';
import { openFigureStore } from '../models/store/figure-store.ts';
import { instantOf } from '../models/time.ts';

const sentences = {
  line: '这一条的内容和指纹对不上，被改过',
  chain: '这里少了、多了或换了一条',
  head: '最后一条不见了',
  day: '这一天的条数和登记的不一样',
  digest: '这一天和当时公布的指纹对不上',
  gap: '这一天公布过的指纹不见了',
  published: '和您存下来的公布页对不上',
  figures: '统计数和逐条记录加起来的不一样',
} as const satisfies Record<Fault['what'], string>;

const lengths = { day: '这一天', week: '起的一周', month: '起的一个月' } as const;

const faultText = ({ office, day, of, record, version, what }: Fault): string =>
  [
    officeOf(office).nameZh,
    day,
    of === undefined ? undefined : lengths[of],
    record,
    version === undefined ? undefined : `第${String(version)}版`,
    sentences[what],
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const reportText = ({ lines, records, days, digests, faults }: Verified): string =>
  [
    `查了${String(records)}件事的${String(lines)}条记录，${String(days)}天，其中${String(digests)}天公布过指纹。`,
    faults.length === 0 ? '完整：没有改动，没有缺少。' : `有改动：${String(faults.length)}处。`,
    ...faults.map(faultText),
  ].join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    strict: false,
    options: { office: { type: 'string' }, published: { type: 'string' }, json: { type: 'boolean' } },
  });
  const office = OfficeId.safeParse(values['office']);
  const saved: unknown =
    typeof values['published'] === 'string' ? JSON.parse(readFileSync(values['published'], 'utf8')) : { days: [] };
  const { days } = z.object({ days: z.array(ShownDigest) }).parse(saved);
  const { withLocalTable } = await import('./local/with-table.ts');
  const verified = await withLocalTable((table) => {
    const audit = openAuditStore(table);
    const deps = { now: () => instantOf(Date.now()), audit, digests: audit, figures: openFigureStore(table) };
    return verifyAudit(deps, office.success ? [office.data] : OfficeId.options, days);
  });
  console.log(values['json'] === true ? JSON.stringify(verified, null, 2) : reportText(verified));
  process.exitCode = verified.faults.length === 0 ? 0 : 1;
}
