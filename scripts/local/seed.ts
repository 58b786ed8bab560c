/** Demo staff for one machine, clearly marked; made once, never deployed: no function's bundle holds this file. */
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { hashPassword, NO_SECRET } from '../../models/access/password.ts';
import type { Staff } from '../../models/access/staff.ts';
import { StaffId, type OfficeId } from '../../models/ids.ts';
import { TABLE } from './database.ts';
import { seedLenders } from './seed-lenders.ts';

export type DemoAccount = {
  name: string;
  shownName: string;
  office: OfficeId;
  role: Staff['role'];
  password: string;
  secret: string;
};

const PASSWORD = 'demo-bancheng-2026';
/** Fixed on purpose: an authenticator app set up once goes on working; they open nothing but a local demo. */
const accounts: readonly DemoAccount[] = [
  {
    name: 'liu',
    shownName: '刘一航',
    office: 'yinchuan',
    role: 'officer',
    password: PASSWORD,
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  {
    name: 'ding',
    shownName: '丁晓雯',
    office: 'yinchuan',
    role: 'officer',
    password: PASSWORD,
    secret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  },
  {
    name: 'chen',
    shownName: '陈思远',
    office: 'yinchuan',
    role: 'manager',
    password: PASSWORD,
    secret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  },
  {
    name: 'zhao',
    shownName: '赵文清',
    office: 'yinchuan',
    role: 'auditor',
    password: PASSWORD,
    secret: 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE',
  },
  {
    name: 'wu',
    shownName: '吴建国',
    office: 'yinchuan',
    role: 'operator',
    password: PASSWORD,
    secret: 'ONSWG4TFORXW4ZLTONSWG4TFORXW4ZLT',
  },
  {
    name: 'ma',
    shownName: '马小梅',
    office: 'yanchi',
    role: 'officer',
    password: PASSWORD,
    secret: 'OBQXG43XN5ZGIMRTOBQXG43XN5ZGIMRT',
  },
  {
    name: 'hai',
    shownName: '海涛',
    office: 'pingluo',
    role: 'officer',
    password: PASSWORD,
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  },
  {
    name: 'yang',
    shownName: '杨兰',
    office: 'zhongning',
    role: 'officer',
    password: PASSWORD,
    secret: 'MZXW6YTBOJRGC6RAMZXW6YTBOJRGC6RA',
  },
  {
    name: 'su',
    shownName: '苏敏',
    office: 'yanchi',
    role: 'manager',
    password: PASSWORD,
    secret: 'ON2W2ZLFMFRGGZDFMZTWQ2LKMFRGGZDF',
  },
  {
    name: 'bao',
    shownName: '保国华',
    office: 'pingluo',
    role: 'manager',
    password: PASSWORD,
    secret: 'MJQW6ZLFMFRGGZDFMZTWQ2LKMFRGGZDF',
  },
  {
    name: 'tian',
    shownName: '田雨',
    office: 'zhongning',
    role: 'manager',
    password: PASSWORD,
    secret: 'ORUWC3TFMFRGGZDFMZTWQ2LKMFRGGZDF',
  },
];

/** Expects the environment of the local functions to be set. */
export async function seed(): Promise<DemoAccount[]> {
  const { deps } = await join({ keeper: keeperFromEnvironment() }, TABLE);
  const passwordHash = await hashPassword(PASSWORD, NO_SECRET);
  for (const { name, shownName, office, role, secret } of accounts) {
    // A second start finds the first one's accounts: the save of a new one then changes nothing.
    await deps.staff.save({
      id: StaffId.parse(name),
      version: 0,
      name: shownName,
      office,
      role,
      passwordHash,
      totpSecret: secret,
      lastStep: 0,
      failures: 0,
      active: true,
      capacity: 5,
      demo: true,
      generation: 0,
      history: [],
    });
  }
  return [...accounts, ...(await seedLenders(passwordHash))];
}
