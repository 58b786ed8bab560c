/** Opens a staff account and prints its enrolment link: `npm run add-staff -- --office yinchuan --role operator --name 张三 --id zhangsan`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ulid } from 'ulid';
import { newEnrolmentCode, newKeys } from '../functions/access/enrolment-code.ts';
import type { Deps } from '../functions/deps.ts';
import { openAccount } from '../models/access/account.ts';
import { OpenAccount } from '../models/access/requests.ts';
import { officeRoles } from '../models/access/staff-roles.ts';
import { OfficeId } from '../models/ids.ts';

const usage = `用法：npm run add-staff -- --office ${OfficeId.options.join('|')} --role ${officeRoles.join('|')} --name 张三 --id zhangsan
（--id 是登录名，小写字母、数字和连字符；--origin https://… 是页面的网址；云上还要环境变量 TABLE_NAME 和 KMS_KEY_ID）`;

/** Answers the exit code; the deps are the caller's. */
export async function addStaff(
  given: string[],
  deps: Pick<Deps, 'now' | 'newId' | 'staff'>,
  origin: string,
  print: (line: string) => void,
): Promise<number> {
  const { values } = parseArgs({
    args: given,
    strict: false,
    options: {
      office: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      id: { type: 'string' },
      origin: { type: 'string' },
    },
  });
  const office = OfficeId.safeParse(values['office']);
  const wanted = OpenAccount.safeParse({ id: values['id'], name: values['name'], role: values['role'], capacity: 5 });
  if (!office.success || !wanted.success) {
    print(usage);
    return 2;
  }
  const code = newEnrolmentCode(deps);
  const saved = await deps.staff.save(openAccount(wanted.data, office.data, newKeys(deps, code), { at: deps.now() }));
  if (!saved.ok) {
    print(`登录名${wanted.data.id}已经有人用了，请换一个。`);
    return 1;
  }
  const base = typeof values['origin'] === 'string' ? values['origin'] : origin;
  print(`账号开好了。请在24小时内打开这个链接，设密码、绑手机（只能用一次，别发到群里）：
${base.replace(/\/$/u, '')}/console/enrol#${wanted.data.id}.${code}
也可以打开 /console/enrol 自己输：登录名 ${wanted.data.id}，开通码 ${code}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { withLocalKeys } = await import('./local/with-table.ts');
  const { openStaffStore } = await import('../models/store/access-store.ts');
  process.exitCode = await withLocalKeys(({ table, sealer, now }) => {
    const deps = { now, newId: () => ulid(), staff: openStaffStore(table, sealer) };
    const origin = process.env['PAGES_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
    return addStaff(process.argv.slice(2), deps, origin, console.log);
  });
}
