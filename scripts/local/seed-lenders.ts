/** Invented lenders with their agents, clearly marked; what an earlier start left is found and kept. */
import { openPhotoStore } from '../../handlers/gateways/photo-store.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { Deps } from '../../functions/deps.ts';
import { openAgent } from '../../models/access/agent.ts';
import { AttachmentId, LenderId, StaffId } from '../../models/ids.ts';
import { creditCodeCheck } from '../../models/release/credit-code.ts';
import { approveLender, enterLender } from '../../models/release/lender-changes.ts';
import type { Lender, LenderDetails } from '../../models/release/lender.ts';
import { addDays, dayOf } from '../../models/time.ts';
import { TABLE } from './database.ts';
import { demoPaper } from './demo-papers.ts';
import type { DemoAccount } from './seed.ts';

type DemoAgent = { account: DemoAccount; phone: string; days: number };
type DemoLender = Pick<LenderDetails, 'name' | 'kind' | 'contact'> & {
  id: string;
  first17: string;
  approved: boolean;
  agents: readonly DemoAgent[];
};
const agent = (name: string, shownName: string, secret: string, phone: string, days: number): DemoAgent => ({
  account: { name, shownName, office: 'yinchuan', role: 'agent', password: 'demo-bancheng-2026', secret },
  phone,
  days,
});
/** Names, codes and numbers are invented; the codes' check digits hold. */
const lenders: readonly DemoLender[] = [
  {
    id: '01KDEMR000000000000000000A',
    name: '塞上银行股份有限公司银川分行',
    first17: '91640100MA7DEM001',
    kind: 'bank',
    contact: { name: '何静', phone: '13900000801' },
    approved: true,
    agents: [agent('zhou', '周鹏', 'PJUG65JAPBUXC2LOM4QGCYTDMVTGO2DJ', '13900000811', 200)],
  },
  {
    id: '01KDEMR000000000000000000B',
    name: '青渠汽车金融有限公司',
    first17: '91640100MA7DEM002',
    kind: 'auto-finance',
    contact: { name: '高远', phone: '13900000802' },
    approved: true,
    agents: [agent('lin', '林佳', 'NRUW4IDKNFQSAZDFNVXSA43FMNZGK5BA', '13900000812', 6)],
  },
  {
    id: '01KDEMR000000000000000000C',
    name: '贺兰融资租赁有限公司',
    first17: '91640100MA7DEM003',
    kind: 'other',
    contact: { name: '宋岩', phone: '13900000803' },
    approved: false,
    agents: [],
  },
];

/** `passwordHash` is that of every demo account. */
export async function seedLenders(passwordHash: string): Promise<DemoAccount[]> {
  const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? '0');
  const { deps } = await join(
    {
      keeper: keeperFromEnvironment(),
      now: () => Date.now() + ahead,
      photos: openPhotoStore(process.env['BUCKET_NAME'] ?? ''),
    },
    TABLE,
  );
  for (const one of lenders) {
    const id = LenderId.parse(one.id);
    const found = await deps.lenders.find(id);
    const lender = found.ok ? found.value : await enter(deps, one, id);
    for (const { account, phone, days } of one.agents) {
      const today = dayOf(deps.now());
      const mandate = { from: addDays(today, -160), until: addDays(today, days), offices: [lender.office], papers: [] };
      const opened = openAgent(
        { id: StaffId.parse(account.name), name: account.shownName, phone, mandate },
        lender,
        { digest: '', secret: account.secret },
        { at: deps.now(), by: StaffId.parse('chen') },
      );
      const { enrolment: _e, ...enrolled } = opened;
      // A second start finds the first one's account: the save of a new one then changes nothing.
      await deps.staff.save({ ...enrolled, passwordHash, demo: true });
    }
  }
  return lenders.flatMap(({ agents }) => agents.map(({ account }) => account));
}

async function enter(deps: Deps, one: DemoLender, id: LenderId): Promise<Lender> {
  const { name, kind, contact, first17, approved } = one;
  const [licence, seal] = [await put(deps, id, 'licence'), await put(deps, id, 'seal')];
  const entered = enterLender(
    { name, kind, contact, code: first17 + (creditCodeCheck(first17) ?? ''), licence: [licence], seal: [seal] },
    { id, office: 'yinchuan', at: deps.now() },
  );
  const decided = approved ? approveLender(entered, { at: deps.now(), by: StaffId.parse('chen') }) : undefined;
  const saved = await deps.lenders.save({ ...(decided?.ok === true ? decided.value : entered), demo: true });
  if (!saved.ok) throw new Error(saved.refusal.detail);
  return saved.value;
}

async function put(deps: Deps, parent: LenderId, of: 'licence' | 'seal'): Promise<AttachmentId> {
  const { bytes, sha256 } = demoPaper(of);
  const attachment = {
    id: AttachmentId.parse(deps.newId()),
    parent,
    mime: 'image/png' as const,
    bytes: bytes.length,
    sha256,
    at: deps.now(),
  };
  await deps.attachments.save(attachment);
  const { url, headers } = await deps.photos.uploadAddress(attachment);
  const answer = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!answer.ok) throw new Error(`the demo paper was not taken: ${String(answer.status)}`);
  return attachment.id;
}
