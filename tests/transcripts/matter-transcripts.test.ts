/** The conversations that come to the “办不成事” counter, through the real windows, with codes that arrive and matters that are filed. */
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import type { Reply } from '../../models/conversation/content.ts';
import { DeliveryId } from '../../models/ids.ts';
import { openCitizenTalk } from '../citizen-talk.ts';
import { answerAt, does, fileAt, officeAt, officer, takeOn, tell } from '../office-of-matters.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { describeTranscript, matterTranscripts, offices } from './expectations.ts';
import { play, type Transcript } from './transcript.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const OWN = '13800138000';
const BOUND = '13909512731';

async function playOut(t: Transcript): Promise<Reply[][]> {
  process.env['CLOCK_AHEAD_MS'] = String(Date.parse(t.given.now) - Date.now());
  await import('../../handlers/http/chat.ts');
  wireWith({});
  const { deps } = await wired();
  const office = offices[t.office];
  const talk = await openCitizenTalk(world, deps, { office, ...(t.channel === 'wechat' ? { bound: BOUND } : {}) });
  const liu = officer('刘一航', office);
  const zhao = officer('赵警官', office, 'manager');
  let matter: Receipt | undefined;

  if (t.id === 'complaint-status-reopen') {
    const filed = await officeAt('2026-11-09T09:30+08:00');
    // The number that the transcript shows is the third of its day.
    for (let n = 0; n < 2; n++) await filed.complaints.nextNumber(office, '2026-11-09' as never);
    matter = await fileAt(filed, { office });
    await takeOn(filed, liu, matter.id);
    await does(filed, liu, matter.id, { act: 'contact', how: 'call', reached: true, words: '打过电话' });
    await answerAt(await officeAt('2026-11-16T15:00+08:00'), liu, matter.id, '检验信息已补录，可以领检验标志');
  }
  if (t.id === 'insult-to-complaint') await talk.say('解除抵押要带啥，车是宁A8K2X7，塞上银行贷的款');
  if (t.id === 'low-rating-call-back') {
    const filed = await officeAt('2026-11-10T09:30+08:00');
    await filed.complaints.nextNumber(office, '2026-11-10' as never);
    matter = await fileAt(filed, { office, person: { phone: BOUND } }, { conversation: talk.id, upTo: 0 });
    await takeOn(filed, liu, matter.id);
    await answerAt(await officeAt('2026-11-17T15:00+08:00'), liu, matter.id, '补录好了，可以来领');
    const morning = await officeAt('2026-11-18T09:00+08:00');
    await actOnOwn(
      morning,
      matter.id,
      { delivery: DeliveryId.parse(delivery()), what: { act: 'confirm' } },
      { sameDevice: false },
    );
  }

  return play(t, {
    // Codes of a transcript are examples; the one that arrived is typed in.
    citizen: (text) => talk.say(/^\d{6}$/.test(text) ? talk.code(OWN) : text),
    claim: () => Promise.resolve(),
    async system(what) {
      if (matter === undefined) return [];
      if (/rating opens/.test(what)) return tell(deps, talk.id, matter.id, 'rate');
      await does(deps, zhao, matter.id, { act: 'call-back', reached: true, words: '接通，说明了情况' });
      return [];
    },
    async officer(text) {
      if (matter !== undefined) await does(deps, zhao, matter.id, { act: 'message', text });
    },
    handBack: () =>
      matter === undefined ? Promise.resolve([]) : tell(deps, talk.id, matter.id, 'called-back', '赵警官'),
  });
}

const played = new Map<string, Promise<Reply[][]>>();
// One after the other: they share the clock.
let before: Promise<unknown> = Promise.resolve();
const playOnce = (t: Transcript): Promise<Reply[][]> => {
  const known = played.get(t.id);
  if (known !== undefined) return known;
  const shown = before.then(() => playOut(t));
  before = shown.catch(() => undefined);
  played.set(t.id, shown);
  return shown;
};

for (const id of matterTranscripts) describeTranscript(id, playOnce);
