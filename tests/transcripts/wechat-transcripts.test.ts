/**
 * The conversations of WeChat, through its window: every answer comes as one bubble, with the card as text and the buttons as numbers. The
 * same scripts run on the page as well (window-transcripts).
 */
import type { Reply } from '../../models/conversation/content.ts';
import { StaffId } from '../../models/ids.ts';
import { MINUTE, msOf, plus } from '../../models/time.ts';
import { delivered } from '../wechat/platform.ts';
import { officerAt, openStage, sentOf, until, type Person, type Stage } from '../wechat/stage.ts';
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
  officerAt(offices[office]);
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

async function playInWeChat(t: Transcript): Promise<Reply[][]> {
  const person = await follower(t.id.replaceAll('-', ''), t);
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
    claim: () => person.taken(),
    officer: (text) => person.officerSays(text),
    async handBack() {
      const before = (await person.talk()).lastSeq;
      await person.givenBack();
      const { lastSeq } = await person.talk();
      await until(
        () => sentOf(person),
        (sent) => sent === lastSeq,
      );
      return repliesAfter(person, before);
    },
  });
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
  'elder-voice-misheard',
  'holiday-make-up-day',
  'inspection-year-six',
  'mountain-township',
  'lost-licence',
])
  describeTranscript(id, playOnce);

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
