/**
 * The conversations of WeChat, through its window: every answer comes as one bubble, with the card as text and the buttons as numbers;
 * officers act at their own windows. The same scripts run on the page as well (window-transcripts, matter-transcripts).
 */
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import type { Reply } from '../../models/conversation/content.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { DeliveryId, StaffId } from '../../models/ids.ts';
import { instantOf, MINUTE, msOf, plus } from '../../models/time.ts';
import { delivered } from '../wechat/platform.ts';
import { fileAt } from '../office-of-matters.ts';
import { employ, hire, signedIn } from '../staff.ts';
import { call, delivery, type Caller } from '../world.ts';
import { openStage, sentOf, until, type Person, type Stage } from '../wechat/stage.ts';
import { describeTranscript, offices, settings } from './expectations.ts';
import { play, readTranscript, type Transcript } from './transcript.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
});
afterAll(() => stage.stop());

/** A new follower of one office, with somebody on duty there. */
async function follower(
  name: string,
  { given, office, id }: Pick<Transcript, 'given' | 'office' | 'id'>,
): Promise<Person> {
  await stage.at(given.now);
  const person = stage.person(name);
  await person.send({ MsgType: 'event', Event: 'subscribe', EventKey: `qrscene_office-${offices[office]}` });
  const { conversations, desks } = await stage.deps();
  await desks.listen(offices[office], { socket: `console-${id}`, staff: StaffId.parse('staff-1') });
  const talk = await person.talk();
  await conversations.commit(talk, { ...talk, elder: settings[id]?.elder === true }, []);
  return person;
}

async function repliesAfter(person: Person, seq: number): Promise<Reply[]> {
  const lines = await (await stage.deps()).conversations.linesAfter((await person.talk()).id, seq, 50);
  return lines.flatMap(({ from, content }) => (from === 'bot' && content.type === 'reply' ? [content] : []));
}

/** Nothing of what the page would show is missing from the bubble. */
function expectInBubble(bubble: string, replies: readonly Reply[]): void {
  expect(Buffer.byteLength(bubble)).toBeLessThanOrEqual(2048);
  for (const { say, card } of replies)
    for (const part of [say, card?.title, card?.source, ...(card?.items ?? []).map((item) => item.text)])
      expect(bubble).toContain(part ?? '');
  const choices = replies.flatMap(({ buttons }) => {
    const sendable = buttons.filter(({ send }) => send !== undefined);
    return sendable.length > 0 ? [sendable] : [];
  });
  for (const [i, { label }] of (choices.at(-1) ?? []).entries()) expect(bubble).toContain(`${String(i + 1)}. ${label}`);
}

/** The phone that WeChat's person has shown to be theirs. */
const BOUND = '13909512731';
async function bind(person: Person): Promise<void> {
  const { conversations } = await stage.deps();
  const talk = await person.talk();
  await conversations.commit(talk, { ...talk, confirmed: BOUND, phone: BOUND }, []);
}

/** Two have been in line for some minutes, two officers are there. */
async function inLine({ given, office, id }: Transcript): Promise<void> {
  const before = { ...given, now: plus(instantOf(Date.parse(given.now)), -5 * MINUTE) };
  for (const name of ['First', 'Second'])
    await (await follower(`${name}InLine`, { given: before, office, id })).say('人工');
  const { desks } = await stage.deps();
  await desks.listen(offices[office], { socket: 'console-two', staff: StaffId.parse('staff-2') });
}

async function playInWeChat(t: Transcript): Promise<Reply[][]> {
  const matter = t.id === 'low-rating-call-back' ? await ratedMatter(t) : undefined;
  if (t.id === 'person-first-then-bot') await inLine(t);
  const person = matter?.person ?? (await follower(t.id.replaceAll('-', ''), t));
  if (t.id === 'exam-slot-not-available') await bind(person);
  let officer: Promise<Caller> | undefined;
  const does = async (route: string, input: object = {}): Promise<void> => {
    officer ??= employ(`o-${t.id.slice(0, 30)}`, '李', 'officer', offices[t.office]);
    const { status, body } = await call(route, await officer, { id: (await person.talk()).id, ...input });
    if (status !== 200) throw new Error(`${route} answered ${String(status)}: ${JSON.stringify(body)}`);
  };
  return play(t, {
    async citizen(text) {
      const before = (await person.talk()).lastSeq;
      // Those who cannot type speak: the platform writes down what it heard.
      const bubble =
        settings[t.id]?.elder === true
          ? await person.send({ MsgType: 'voice', MediaId: 'm', Format: 'amr', Recognition: text })
          : await person.say(text);
      const replies = await repliesAfter(person, before);
      if (replies.length > 0) expectInBubble(bubble ?? '', replies);
      return replies;
    },
    claim: () => does('POST /api/desk/conversations/{id}/claim'),
    officer: (text) =>
      matter?.officer(text) ??
      does('POST /api/desk/conversations/{id}/messages', { delivery: delivery(), text, seen: 999 }),
    ...(matter === undefined ? {} : { system: matter.system }),
    async handBack() {
      if (matter !== undefined) return matter.calledBack();
      const before = (await person.talk()).lastSeq;
      await does('POST /api/desk/conversations/{id}/back-to-bot');
      const { lastSeq } = await person.talk();
      await until(
        () => sentOf(person),
        (sent) => sent === lastSeq,
      );
      return repliesAfter(person, before);
    },
  });
}

type OfMatter = {
  person: Person;
  system(what: string): Promise<Reply[]>;
  officer(text: string): Promise<void>;
  calledBack(): Promise<Reply[]>;
};
/** What became of it in WeChat: the messages behind the rating and the call, and what the handler was told who tried to make it. */
const ofMatter = { asked: [] as string[], leftBehindAsking: 0, told: [] as string[], handler: 0 };

/** Reported a week ago in WeChat, answered yesterday; this morning its person writes again, and says on the page that it is done. */
async function ratedMatter(t: Transcript): Promise<OfMatter> {
  const office = offices[t.office];
  const person = await follower('Rates', { ...t, given: { ...t.given, now: '2026-11-10T09:30+08:00' } });
  await bind(person);
  await hire('liu', '刘一航', 'officer', office);
  await hire('zhao', '赵警官', 'manager', office);
  const { complaints } = await stage.deps();
  await complaints.nextNumber(office, '2026-11-10' as never);
  const talk = (await person.talk()).id;
  const { id }: Receipt = await fileAt(
    await stage.deps(),
    { office, person: { phone: BOUND } },
    { conversation: talk, upTo: 0 },
  );
  const acts = async (by: Caller, what: object): Promise<number> => {
    const found = await (await stage.deps()).complaints.find(id);
    const seen = found.ok ? found.value.version : 0;
    return (await call('POST /api/matters/{id}/acts', by, { id, delivery: delivery(), seen, what })).status;
  };
  const must = async (by: Caller, what: object): Promise<void> => {
    expect(await acts(by, what)).toBe(200);
  };
  await must(await signedIn('liu'), { act: 'accept', problem: 'system-fault', urgency: 'ordinary', take: true });
  await stage.at('2026-11-17T15:00+08:00');
  await must(await signedIn('liu'), {
    act: 'answer',
    answer: { outcome: 'done', text: '补录好了，可以来领', basis: [], goTo: '2号窗口' },
    cause: 'system-fault',
  });
  await stage.at('2026-11-18T09:50+08:00');
  expect(await person.say('我看看')).toContain('补录好了');
  await stage.at(t.given.now);
  const said = async (sentences: RegExp, from: number): Promise<string[]> =>
    until(
      () => person.late().slice(from),
      (texts) => texts.some((text) => sentences.test(text)),
    );
  let [seq, texts] = [0, 0];
  let zhao: Caller;
  return {
    person,
    async system(what) {
      [seq, texts] = [(await person.talk()).lastSeq, person.late().length];
      if (/rating opens/.test(what)) {
        const deps = await stage.deps();
        const yes = { delivery: DeliveryId.parse(delivery()), what: { act: 'confirm' as const } };
        expect((await actOnOwn(deps, id, yes, { sameDevice: false })).ok).toBe(true);
        ofMatter.asked = await said(/打个分/u, texts);
        ofMatter.leftBehindAsking = (await person.follower()).quota.words?.left ?? 0;
      } else {
        await stage.at('2026-11-18T15:22+08:00');
        const called = { act: 'call-back', reached: true, words: '接通，说明了情况' };
        ofMatter.handler = await acts(await signedIn('liu'), called);
        zhao = await signedIn('zhao');
        await must(zhao, called);
      }
      return repliesAfter(person, seq);
    },
    officer: (text) => must(zhao, { act: 'message', text }),
    async calledBack() {
      ofMatter.told = await said(/督办的赵警官/u, texts);
      return repliesAfter(person, seq);
    },
  };
}

const played = new Map<string, Promise<Reply[][]>>();
// One after the other: they share the clock.
let before: Promise<unknown> = Promise.resolve();
const playOnce = (t: Transcript): Promise<Reply[][]> => {
  const known = played.get(t.id);
  if (known !== undefined) return known;
  const shown = before.then(() => playInWeChat(t));
  before = shown.catch(() => undefined);
  played.set(t.id, shown);
  return shown;
};

for (const id of [
  // First: nobody else waits yet.
  'person-first-then-bot',
  'exam-slot-not-available',
  'low-rating-call-back',
  'elder-voice-misheard',
  'holiday-make-up-day',
  'inspection-year-six',
  'mountain-township',
  'lost-licence',
])
  describeTranscript(id, playOnce);

test('low-rating-call-back: the rating is asked once, as one of the five late messages; who handled it cannot call back, and the call is told', async () => {
  await playOnce(readTranscript('low-rating-call-back'));
  expect(ofMatter.asked).toHaveLength(1);
  expect(ofMatter.asked[0]).toMatch(/1\. 非常满意[\s\S]*5\. 非常不满意/u);
  expect(ofMatter.leftBehindAsking).toBe(4);
  expect(ofMatter.handler).toBe(403);
  expect(ofMatter.told.join('\n')).toMatch(/原样保留[\s\S]*督办的赵警官/u);
  expect(ofMatter.told).toHaveLength(2);
});

test('wechat-late-answer-quota: one answer for three deliveries, queue and answer in one bubble, nothing of six lines lost', async () => {
  await before;
  const t = readTranscript('wechat-late-answer-quota');
  const said = t.turns.filter(({ who }) => who === 'citizen').map(({ say = '' }) => say);
  const person = await follower('Quota', t);
  const { conversations } = await stage.deps();
  const first = await person.talk();
  await conversations.commit(first, { ...first, confirmed: '13909512731', phone: '13909512731' }, []);

  // The answer is not ready in time; the platform asks twice more.
  const message = await person.message({ MsgType: 'text', Content: said[0] ?? '' });
  const once = async () => stage.deliver(delivered(message, msOf((await stage.deps()).now())));
  const patient = process.env['WECHAT_BUDGET_MS'];
  process.env['WECHAT_BUDGET_MS'] = '0';
  expect((await once()).words).toBeUndefined();
  process.env['WECHAT_BUDGET_MS'] = patient;
  await until(person.late, (texts) => texts.length === 1);
  expect([(await once()).words, (await once()).words]).toEqual([undefined, undefined]);
  expect(person.late()).toHaveLength(1);
  expect(person.late()[0]).toMatch(/30日内/u);
  expect(person.late()[0]).toMatch(/70周?岁以上每年/u);

  // The platform counts in seconds: what is written in the same one renews nothing.
  await stage.at(plus((await stage.deps()).now(), MINUTE));
  expect(await person.say(said[1] ?? '')).not.toBe('');
  expect((await person.follower()).quota.words?.left).toBe(5);

  const joined = await person.say('人工');
  expect(joined).toMatch(/前面|分钟|警官/u);
  await person.taken();
  for (let n = 1; n <= 6; n++) {
    await person.officerSays(`第${String(n)}句`);
    if (n <= 4)
      await until(
        () => person.late().length,
        (count) => count === n + 1,
      );
  }
  await stage.at('2026-11-18T10:40:00+08:00');
  await stage.sweep();
  expect(person.late().at(-1)).toMatch(/警官又回了2条，点开就能看全：http.+\/wechat\/talk\//u);
  expect(person.late()).toHaveLength(6);
  expect((await person.say(said[3] ?? '')).match(/第\d句/gu)).toEqual(['第5句', '第6句']);

  await stage.at('2026-11-20T12:00:00+08:00');
  await person.officerSays('补一句');
  const text = await until(
    () => stage.world.sms.findLast((m) => m.template === 'talk-answered'),
    (found) => found !== undefined,
  );
  expect([text?.to, Object.keys(text?.values ?? {})]).toEqual(['13909512731', ['link']]);
});
