/** Shows an office's evidence keys, or makes a new one current: `npm run evidence-key -- --office yinchuan [--renew --by zhangsan --why scheduled|suspected]`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Deps } from '../functions/deps.ts';
import { renewEvidenceKey } from '../functions/release/renew-evidence-key.ts';
import { OfficeId, StaffId } from '../models/ids.ts';
import { renewalReasons, type EvidenceKey } from '../models/release/evidence-records.ts';

const usage = `用法：npm run evidence-key -- --office ${OfficeId.options.join('|')} [--renew --by 运维的登录名 --why ${renewalReasons.join('|')}]
（不写 --renew 只列出来；scheduled 是到期换，suspected 是怀疑泄露；云上还要环境变量 TABLE_NAME 和 KMS_KEY_ID）`;

const listed = (all: readonly EvidenceKey[]): string =>
  all
    .map(
      ({ id, since, sha256 }, n) => `${n === all.length - 1 ? '现在用' : '只验旧的'} ${id} ${since} SHA-256 ${sha256}`,
    )
    .join('\n');

/** Answers the exit code; the deps are the caller's. */
export async function evidenceKey(
  given: string[],
  deps: Pick<Deps, 'now' | 'staff' | 'evidenceKeys'>,
  print: (line: string) => void,
): Promise<number> {
  const { values } = parseArgs({
    args: given,
    strict: false,
    options: {
      office: { type: 'string' },
      renew: { type: 'boolean' },
      by: { type: 'string' },
      why: { type: 'string' },
    },
  });
  const office = OfficeId.safeParse(values['office']);
  const by = StaffId.safeParse(values['by']);
  const why = renewalReasons.find((one) => one === values['why']);
  if (!office.success || (values['renew'] === true && (!by.success || why === undefined))) {
    print(usage);
    return 2;
  }
  const current = await deps.evidenceKeys.current(office.data, deps.now());
  if (by.success && why !== undefined && values['renew'] === true) {
    const renewed = await renewEvidenceKey(deps, by.data, { office: office.data, after: current.id, why });
    if (!renewed.ok) {
      print(renewed.refusal.kind === 'stale' ? '刚刚有人换过了，没有再换。' : '只有在用的运维账号能换。');
      return 1;
    }
    print('换好了。旧的公钥还在 /integrity/evidence-keys.json 里公布，以前的存证照样能验。');
  }
  print(listed(await deps.evidenceKeys.all(office.data)));
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { withLocalKeys } = await import('./local/with-table.ts');
  const { openStaffStore } = await import('../models/store/access-store.ts');
  const { openEvidenceKeyStore } = await import('../models/store/evidence-key-store.ts');
  process.exitCode = await withLocalKeys(({ table, keeper, sealer, now }) => {
    const deps = { now, staff: openStaffStore(table, sealer), evidenceKeys: openEvidenceKeyStore(table, keeper) };
    return evidenceKey(process.argv.slice(2), deps, console.log);
  });
}
