/** Invented releases by video, clearly marked: one just in, one with a paper that has to come again, one that waits for its call. */
import { actOnRelease } from '../../functions/release/act-on-release.ts';
import { fileRelease } from '../../functions/release/file-release.ts';
import { confirmOwnSlot, holdOwnSlot, ownSlots } from '../../functions/release/own-appointment.ts';
import { startUpload } from '../../functions/conversation/photos.ts';
import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { openPhotoStore } from '../../handlers/gateways/photo-store.ts';
import { join } from '../../handlers/wiring.ts';
import type { Officer } from '../../models/access/staff.ts';
import { BookingId, DeliveryId, LenderId, ReleaseId, StaffId, type AttachmentId } from '../../models/ids.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import { demoPaper } from './demo-papers.ts';

const BANK = { id: '01KDEMR000000000000000000A', name: '塞上银行股份有限公司银川分行' };
const LIU = { id: StaffId.parse('liu'), name: '刘一航', office: 'yinchuan', role: 'officer', session: '' } as Officer;

type Demo = { id: string; owner: string; phone: string; plate: string; certificate: string; contract: string };
const demos: readonly [Demo, Demo, Demo] = [
  {
    id: '01KDEMR00000000000000000R1',
    owner: '演示王建军',
    phone: '13900000911',
    plate: '宁A7D311',
    certificate: '640000130211',
    contract: 'DEMO-2023-0118',
  },
  {
    id: '01KDEMR00000000000000000R2',
    owner: '演示马秀兰',
    phone: '13900000912',
    plate: '宁AD60528',
    certificate: '640000130528',
    contract: 'DEMO-2024-0306',
  },
  {
    id: '01KDEMR00000000000000000R3',
    owner: '演示李芳',
    phone: '13900000913',
    plate: '宁AD00123',
    certificate: '640000120846',
    contract: 'DEMO-2023-0418',
  },
];

/** Does nothing where they are already there. `ahead`: how far the product's clock is ahead of this machine's. */
export async function seedReleases(table: string, ahead: number): Promise<void> {
  const { deps } = await join(
    {
      keeper: keeperFromEnvironment(),
      now: () => Date.now() + ahead,
      photos: openPhotoStore(process.env['BUCKET_NAME'] ?? ''),
    },
    table,
  );
  const [fresh, faulty, ready] = demos;
  if ((await deps.releases.find(ReleaseId.parse(ready.id))).ok) return;
  await file(deps, fresh);
  const missing = await file(deps, faulty);
  await does(deps, missing, { act: 'claim' });
  await does(deps, missing, {
    act: 'check-papers',
    verdicts: [
      { kind: 'owner-identity', good: true, defects: [] },
      { kind: 'certificate', good: false, defects: ['incomplete'], words: '第二页也要拍' },
    ],
  });
  const waits = await file(deps, ready);
  await does(deps, waits, { act: 'claim' });
  await does(deps, waits, {
    act: 'check-papers',
    verdicts: (['owner-identity', 'certificate'] as const).map((kind) => ({ kind, good: true, defects: [] })),
  });
  await does(deps, waits, {
    act: 'eligibility',
    found: {
      mortgagedHere: true,
      seized: false,
      lenderEnrolled: true,
      copied: {
        plate: ready.plate,
        certificate: ready.certificate,
        owner: ready.owner,
        lender: BANK.name,
        mortgagedOn: '2023-04-18',
      },
    },
  });
  await book(deps, waits);
}

async function file(deps: Deps, demo: Demo): Promise<ReleaseId> {
  const id = ReleaseId.parse(demo.id);
  const filed = await fileRelease(
    deps,
    {
      id,
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      basis: 'joint',
      sides: ['owner', 'lender'],
      owner: { name: demo.owner, company: false, phone: demo.phone },
      lender: LenderId.parse(BANK.id),
      vehicle: { plate: demo.plate, vinTail: '042788', certificate: demo.certificate, contract: demo.contract },
      certificateWith: 'owner',
      notify: 'sms',
      papers: [
        { kind: 'owner-identity', photos: [await photo(deps, id)] },
        { kind: 'certificate', photos: [await photo(deps, id)] },
      ],
    },
    { phoneConfirmed: true, lenderName: BANK.name },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  return id;
}

async function photo(deps: Deps, of: ReleaseId): Promise<AttachmentId> {
  const { bytes, sha256 } = demoPaper('licence');
  const started = await startUpload(deps, of, {
    mime: 'image/png',
    bytes: bytes.length,
    sha256,
    width: 480,
    height: 340,
  });
  if (!started.ok) throw new Error(started.refusal.detail);
  const { url, headers } = started.value.upload;
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new Error(`the demo's photo was refused: ${String(put.status)}`);
  return started.value.attachment;
}

async function does(deps: Deps, id: ReleaseId, what: ReleaseAct): Promise<void> {
  const found = await deps.releases.find(id);
  if (!found.ok) throw new Error(found.refusal.detail);
  const acted = await actOnRelease(deps, LIU, {
    id,
    delivery: DeliveryId.parse(`demo-${id}-${what.act}`.slice(0, 64)),
    seen: found.value.version,
    what,
  });
  if (!acted.ok) throw new Error(acted.refusal.detail);
}

/** The next time that office and bank have in common; none on long holidays, and the demo does without. */
async function book(deps: Deps, id: ReleaseId): Promise<void> {
  const slots = await ownSlots(deps, id, true);
  const start = slots.ok ? slots.value.three[0]?.start : undefined;
  if (start === undefined) return;
  const held = await holdOwnSlot(deps, id, { booking: BookingId.parse(deps.newId()), start, together: true });
  if (held.ok) await confirmOwnSlot(deps, id, held.value.id);
}
