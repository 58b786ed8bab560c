/** Matters filed and answered, from many at once: how many a second, and what one costs in requests and write units. */
import { actOnMatter } from '../functions/complaint/act-on-matter.ts';
import { fileComplaint } from '../functions/complaint/file-complaint.ts';
import { wired, wireWith } from '../handlers/wiring.ts';
import { ComplaintId, DeliveryId, StaffId } from '../models/ids.ts';
import type { StaffAct } from '../models/complaint/requests.ts';
import { hire } from '../tests/staff.ts';
import { delivery, openWorld } from '../tests/world.ts';
import '../handlers/http/matters.ts';
import type { Measured } from './bench.ts';
import { watchRequests, writeUnits } from './watch-requests.ts';

const MATTERS = 240;
const AT_ONCE = 8;

export async function benchMatters(): Promise<Measured> {
  const world = await openWorld('2026-11-18T02:20:00Z');
  // Another bench in this process has joined another world's table.
  wireWith({});
  await hire('liu', '刘一航');
  const { deps } = await wired();
  const liu = { id: StaffId.parse('liu'), name: '刘一航', office: 'yinchuan', role: 'officer', session: '' } as const;
  const watched = watchRequests();
  const rows: Measured['rows'] = [];

  async function measure(what: string, work: (i: number) => Promise<void>): Promise<void> {
    watched.sent.length = 0;
    const started = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let i = next++; i < MATTERS; i = next++) await work(i);
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    const units = watched.sent.reduce((sum, sent) => sum + writeUnits(sent), 0);
    rows.push({
      what,
      'a second': (MATTERS / seconds).toFixed(0),
      requests: (watched.sent.length / MATTERS).toFixed(1),
      'write units (by size)': (units / MATTERS).toFixed(1),
    });
  }

  const ids: ComplaintId[] = [];
  await measure('filed', async (i) => {
    const id = ComplaintId.parse(deps.newId());
    ids.push(id);
    const filed = await fileComplaint(
      deps,
      {
        id,
        office: 'yinchuan',
        channel: 'form',
        language: 'zh',
        matter: { what: `第${String(i)}件：解除抵押窗口说办不了，跑了三趟。`, plate: '宁A24680', visits: 3 },
        person: { name: '马小兰', phone: `139${String(10_000_000 + i)}` },
        service: 'mortgage-release',
        notify: 'sms',
        attachments: [],
      },
      { phoneConfirmed: true },
    );
    if (!filed.ok) throw new Error(filed.refusal.detail);
  });
  const act = async (id: ComplaintId, what: StaffAct): Promise<void> => {
    const done = await actOnMatter(deps, liu, { id, delivery: DeliveryId.parse(delivery()), seen: 99, what });
    if (!done.ok) throw new Error(done.refusal.detail);
  };
  await measure('taken on', (i) =>
    act(ids[i] as ComplaintId, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true }),
  );
  await measure('answered', (i) =>
    act(ids[i] as ComplaintId, {
      act: 'answer',
      cause: 'legacy-issue',
      answer: { outcome: 'done', text: '能办。', basis: ['《机动车登记规定》第89条'], goTo: '城东大厅3号窗口' },
    }),
  );
  watched.stop();
  await world.stop();
  return {
    title: `${String(MATTERS)} matters, ${String(AT_ONCE)} at once, on the local engine (the file that is shown after each deed included)`,
    rows,
  };
}
