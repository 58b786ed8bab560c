import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { projectChange, type Image } from '../../functions/aftermath/project-change.ts';
import { sendDueNotices, sendNotice } from '../../functions/aftermath/send-notices.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired } from '../../handlers/wiring.ts';
import type { SmsMessage } from '../../models/access/sms.ts';
import { noticeId } from '../../models/aftermath/notice-about.ts';
import { claimNotice, newNotice, type Notice, type Word } from '../../models/aftermath/notice.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { CitizenAct, FileComplaint } from '../../models/complaint/requests.ts';
import type { MatterFile, Receipt } from '../../models/complaint/views.ts';
import { ComplaintId, ConversationId, DeliveryId, type ComplaintId as Id } from '../../models/ids.ts';
import { instantOf, msOf, plus, type Instant } from '../../models/time.ts';
import { project as playStream } from '../aftermath/project.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let chen: Caller;
let deps: Deps;

/** A Wednesday morning in Yinchuan: 10:00. */
const MORNING = '2026-11-18T02:00:00.000Z';
const MINUTE = 60_000;

beforeAll(async () => {
  world = await openWorld(MORNING);
  liu = await employ('liu', '刘一航');
  chen = await employ('chen', '陈思远', 'manager');
  await import('../../handlers/events/record-stream.ts');
  ({ deps } = await wired());
});
afterAll(() => world.stop());

/** The office with its clocks moved on. */
const later = (ms: number): Deps => ({ ...deps, now: () => plus(deps.now(), ms) });

async function file(over: Partial<FileComplaint> = {}, talk?: string): Promise<Receipt> {
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '放贷的公司注销了，解除抵押窗口说办不了，跑了三趟。', visits: 3 },
      person: { name: '马小兰', phone: '13900000017' },
      problem: 'repeat-visits',
      notify: 'sms',
      attachments: [],
      ...over,
    },
    {
      phoneConfirmed: true,
      ...(talk === undefined ? {} : { talk: { conversation: ConversationId.parse(talk), upTo: 0 } }),
    },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  return filed.value;
}
async function does(who: Caller, id: Id, what: object): Promise<void> {
  const { row } = (await call('GET /api/matters/{id}', who, { id })).body as MatterFile;
  const answer = await call('POST /api/matters/{id}/acts', who, { id, delivery: delivery(), seen: row.version, what });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
const own = async (id: Id, what: CitizenAct) =>
  actOnOwn(deps, id, { delivery: DeliveryId.parse(delivery()), what }, { sameDevice: false });
const accept = { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true };
const message = { act: 'message', text: '资料我已经调出来了，明天上午给您准信。' };
const yes = {
  act: 'answer',
  cause: 'legacy-issue',
  answer: { outcome: 'done', text: '能办。', basis: ['《机动车登记规定》第89条'], goTo: '城东大厅3号窗口' },
};

/** Plays the stream from its beginning, as often as asked: everything comes again each time. */
async function project(times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    await playStream(world);
    await sendDueNotices(deps);
  }
}
const toPhone = (number: string): SmsMessage[] => world.sms.filter((m) => m.values['number'] === number);
const templates = (number: string): string[] => toPhone(number).map((m) => m.template);

async function openTalk(): Promise<{ citizen: Caller; id: string }> {
  const citizen = somebody();
  const answer = await call('POST /api/chat/messages', citizen, {
    delivery: delivery(),
    content: { type: 'text', text: '你好' },
    after: 0,
  });
  return { citizen, id: (answer.body['conversation'] as { id: string }).id };
}
const linesOf = async (talk: string) => deps.conversations.linesAfter(ConversationId.parse(talk), 0, 200);

test('who chose short messages is told of each step once, however often the stream repeats it', async () => {
  const { id, number } = await file();
  await does(liu, id, accept);
  await does(liu, id, message);
  await does(liu, id, { act: 'ask', for: 'consent', text: '请您签一张查询授权。' });
  await own(id, { act: 'add', text: '签好了', attachments: [] });
  await does(liu, id, yes);
  await own(id, { act: 'reopen', text: '窗口还是说不行' });
  await project(3);
  expect(templates(number)).toEqual([
    'matter-accepted',
    'matter-message',
    'matter-asked',
    'matter-answered',
    'matter-reopened',
  ]);
  for (const sent of toPhone(number)) {
    expect(sent.to).toBe('13900000017');
    // Number and page, nothing of the matter and nobody's name.
    expect(sent.values).toEqual({ number, link: `http://localhost:3000/track?number=${number}` });
  }
});

test('who wants no word gets none, and who left no way is not looked for', async () => {
  const before = world.sms.length;
  const { id } = await file({ notify: 'none' });
  await does(liu, id, accept);
  const nameless = await file({ notify: 'chat', problem: 'system-fault', person: {} });
  await does(liu, nameless.id, { ...accept, problem: 'system-fault' });
  await project();
  expect(world.sms.length).toBe(before);
});

test('in a talk each step is one line of the assistant’s, shown at once on the open page', async () => {
  const { citizen, id: talk } = await openTalk();
  await deps.conversations.listen(ConversationId.parse(talk), 'c:open-page');
  const { id, number } = await file({ notify: 'chat' }, talk);
  const before = (await linesOf(talk)).length;
  await does(liu, id, accept);
  await does(liu, id, message);
  await does(liu, id, yes);
  await project(3);
  const lines = (await linesOf(talk)).slice(before);
  const said = lines.map(({ content }) => (content.type === 'reply' ? content.say : content.type));
  expect(said).toHaveLength(3);
  expect(said[0]).toContain(number);
  expect(said[1]).toContain('明天上午给您准信');
  expect(said[2]).toContain('能办');
  expect(toPhone(number)).toEqual([]);
  const shown = (world.sent.get('open-page') ?? []).flatMap((m) => m['lines'] as { seq: number }[]);
  expect(shown.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq));
  // Reading on brings each once, too.
  const read = await call('GET /api/chat', citizen, { after: before });
  expect((read.body['lines'] as unknown[]).length).toBe(3);
});

test('after a killed process the talk holds the line once, and the notice counts as sent', async () => {
  const { id: talk } = await openTalk();
  const { id } = await file({ notify: 'chat' }, talk);
  const notice = await filedNotice({ complaint: id, channel: 'chat', conversation: ConversationId.parse(talk) });
  const before = (await linesOf(talk)).length;
  // The line is written, then the process dies before it can say so.
  const dying: Deps = {
    ...deps,
    notices: { ...asPlain(deps.notices), save: () => Promise.reject(new Error('killed')) },
  };
  await expect(sendNotice(dying, notice)).rejects.toThrow('killed');
  await sendDueNotices(later(3 * MINUTE));
  expect((await linesOf(talk)).length).toBe(before + 1);
  expect(await stateOf(notice)).toBe('sent');
});

test.each([
  ['has to be told goes out again under the same id, and not before the claim has run out', true],
  ['is a courtesy does not go out again: operators find that it may have gone, and send it if they wish', false],
])('a short message whose sender died and that %s', async (_, due) => {
  const { id } = await file();
  const notice = await filedNotice({ complaint: id, channel: 'sms', due });
  const handed: SmsMessage[] = [];
  const carrier = { send: (m: SmsMessage) => (handed.push(m), Promise.resolve('sent' as const)) };
  const dying: Deps = {
    ...deps,
    sms: carrier,
    notices: { ...asPlain(deps.notices), save: () => Promise.reject(new Error('killed')) },
  };
  await expect(sendNotice(dying, notice)).rejects.toThrow('killed');
  await sendDueNotices({ ...later(MINUTE), sms: carrier });
  expect(handed).toHaveLength(1);
  await sendDueNotices({ ...later(3 * MINUTE), sms: carrier });
  await sendDueNotices({ ...later(9 * MINUTE), sms: carrier });
  expect(handed.map((m) => m.id)).toEqual(due ? [noticeId(notice), noticeId(notice)] : [noticeId(notice)]);
  expect(await stateOf(notice)).toBe(due ? 'sent' : 'failed');
  if (due) return;
  const listed = (await call('GET /api/notices', chen)).body['notices'] as { id: string; why: string }[];
  expect(listed.find((one) => one.id === noticeId(notice))?.why).toBe('maybe-sent');
  expect((await call('POST /api/notices/{id}/again', chen, { id: noticeId(notice) })).status).toBe(204);
  await sendDueNotices({ ...later(10 * MINUTE), sms: carrier });
  expect([handed.length, await stateOf(notice)]).toEqual([2, 'sent']);
});

test('twenty deliveries of one change at once send one message', async () => {
  const { id, number } = await file();
  await does(liu, id, accept);
  const found = await deps.complaints.find(id);
  if (!found.ok) throw new Error('lost');
  const after = imageOf(found.value);
  await Promise.all(Array.from({ length: 20 }, () => projectChange({ ...deps, audit: knownAudit }, undefined, after)));
  await Promise.all([sendDueNotices(deps), sendDueNotices(deps)]);
  expect(templates(number)).toEqual(['matter-accepted']);
});

test('of two sweeps at once one sends what is due', async () => {
  const { id, number } = await file();
  await filedNotice({ complaint: id, channel: 'sms' });
  const after = later(3 * MINUTE);
  await Promise.all([sendDueNotices(after), sendDueNotices(after), sendDueNotices(after)]);
  expect(templates(number)).toHaveLength(1);
});

test('at night phones are left in peace until eight, except for what cannot wait', async () => {
  const night = '2026-11-18T14:30:00.000Z' as Instant;
  const { id } = await file();
  const nextTry = (now: string, urgent: boolean, channel: 'chat' | 'sms' = 'sms'): string => {
    const { state } = newNotice({ ...of(id), channel, urgent }, now as Instant);
    return state.name === 'queued' ? state.nextTry : state.name;
  };
  const usual = nextTry(night, false);
  expect(usual >= '2026-11-19T00:00:00.000Z' && usual < '2026-11-19T00:10:00.000Z').toBe(true);
  expect(nextTry(night, true)).toBe(night);
  expect(nextTry(night, false, 'chat')).toBe('sending');
  expect(nextTry('2026-11-18T23:59:59.000Z', false).slice(0, 13)).toBe('2026-11-19T00');
  expect(nextTry('2026-11-18T12:59:59.000Z', false)).toBe('2026-11-18T12:59:59.000Z');
});

test('what comes out of the stream days later is no news any more', async () => {
  const { id, number } = await file();
  await does(liu, id, accept);
  await project();
  expect(templates(number)).toEqual(['matter-accepted']);
  const late = await file();
  await does(liu, late.id, accept);
  const found = await deps.complaints.find(late.id);
  if (!found.ok) throw new Error('lost');
  const days = { ...later(4 * 24 * 60 * MINUTE), audit: knownAudit };
  await projectChange(days, undefined, imageOf(found.value));
  await sendDueNotices(days);
  expect(templates(late.number)).toEqual([]);
});

test('a carrier that takes nothing is asked ever more rarely, then an operator finds it and has it sent', async () => {
  const { id, number } = await file();
  const notice = await filedNotice({ complaint: id, channel: 'sms' });
  let asked = 0;
  const deaf = { send: () => ((asked += 1), Promise.resolve('failed' as const)) };
  const waits: number[] = [];
  let at = msOf(notice.at) + 3 * MINUTE;
  for (let i = 0; i < 40 && (await stateOf(notice)) !== 'failed'; i++) {
    await sendDueNotices({ ...deps, sms: deaf, now: () => instantOf(at) });
    const found = await deps.notices.find(noticeId(notice));
    if (found.ok && found.value.state.name === 'queued') {
      const next = msOf(found.value.state.nextTry);
      waits.push(next - at);
      at = next;
    }
  }
  expect(asked).toBe(11);
  expect(await stateOf(notice)).toBe('failed');
  expect(Math.max(...waits.slice(0, 3))).toBeLessThan(Math.max(...waits.slice(-3)));
  const listed = (await call('GET /api/notices', chen)).body['notices'] as { id: string; number: string }[];
  expect(listed).toContainEqual(expect.objectContaining({ id: noticeId(notice), number, why: 'not-taken' }));
  expect((await call('POST /api/notices/{id}/again', chen, { id: noticeId(notice) })).status).toBe(204);
  expect((await call('POST /api/notices/{id}/again', chen, { id: noticeId(notice) })).status).toBe(409);
  await sendDueNotices(later(0));
  expect(templates(number)).toEqual(['matter-accepted']);
});

test('what crashes while it is sent keeps nobody else’s word from going out', async () => {
  const bad = await file();
  const good = await file();
  const crashing = await filedNotice({ complaint: bad.id, channel: 'sms' });
  await filedNotice({ complaint: good.id, channel: 'sms' });
  const complaints = {
    ...asPlain(deps.complaints),
    find: (id: Id) => (id === bad.id ? Promise.reject(new Error('unreadable')) : deps.complaints.find(id)),
  };
  await expect(sendDueNotices({ ...later(3 * MINUTE), complaints })).rejects.toThrow('unreadable');
  expect(templates(good.number)).toHaveLength(1);
  expect(await stateOf(crashing)).toBe('sending');
});

test('of a withdrawn matter nothing more is told', async () => {
  const { id, number } = await file();
  const notice = await filedNotice({ complaint: id, channel: 'sms' });
  await own(id, { act: 'withdraw' });
  await sendDueNotices(later(3 * MINUTE));
  expect(templates(number)).toEqual([]);
  expect(await stateOf(notice)).toBe('dropped');
});

test('every sentence for phones names what it is about, has both languages and shouts at nobody', async () => {
  const { body } = await call('GET /api/notices/templates', chen);
  const all = body['templates'] as { template: string; zh: string; en: string }[];
  const ofMatters = all.filter(({ template }) => template.startsWith('matter-'));
  expect(ofMatters.length).toBeGreaterThan(12);
  /** By the beginning of its name: what a person has to find in it. */
  const about = {
    'lender-': ['{lender}', '{office}'],
    'release-': ['{link}', '视频解押'],
    'booking-': ['{link}', '视频解押'],
    'phone-': ['{code}', '{minutes}'],
    'talk-': ['{link}'],
    'call-': ['{link}'],
    'sheet-': ['{number}', '{link}'],
    'live-': ['{link}'],
    'agent-': ['{lender}', '{until}', '{link}'],
  } as const;
  for (const { template, zh, en } of all.filter((one) => !ofMatters.includes(one))) {
    const [name, words] = Object.entries(about).find(([begins]) => template.startsWith(begins)) ?? [];
    expect(name).toBeDefined();
    for (const word of words ?? []) expect(zh).toContain(word);
    for (const text of [zh, en]) {
      for (const word of words ?? []) if (word.startsWith('{')) expect(text).toContain(word);
      expect(text).not.toMatch(/[!！]/u);
    }
  }
  for (const { zh, en } of ofMatters) {
    for (const text of [zh, en]) {
      expect(text).toContain('{number}');
      expect(text).toContain('{link}');
      expect(text).not.toMatch(/[!！]/u);
    }
    // With number and address it stays within two short messages of 67 signs.
    expect(zh.length + 50).toBeLessThanOrEqual(134);
  }
});

const of = (complaint: Id): Omit<Word, 'channel' | 'urgent'> => ({
  about: { kind: 'matter', id: complaint, to: 'person', news: 'accepted' },
  version: 1,
  index: 0,
  office: 'yinchuan',
  at: deps.now(),
});
/** A notice as somebody filed and claimed it, who then did nothing more. */
async function filedNotice({
  complaint,
  due = false,
  ...way
}: { complaint: Id; due?: boolean } & Pick<Notice, 'channel' | 'conversation'>): Promise<Notice> {
  const word = of(complaint);
  const about: Notice['about'] = due ? { kind: 'matter', id: complaint, to: 'person', news: 'answered' } : word.about;
  const fresh = newNotice({ ...word, about, urgent: false, ...way }, deps.now());
  const claimed = fresh.state.name === 'sending' ? fresh : claimNotice(fresh, deps.now());
  const notice = 'ok' in claimed ? (claimed.ok ? claimed.value : fresh) : claimed;
  await deps.notices.add(notice);
  return notice;
}
async function stateOf(notice: Notice): Promise<string> {
  const found = await deps.notices.find(noticeId(notice));
  return found.ok ? found.value.state.name : 'lost';
}
/** What the stream shows of a matter that was taken on. */
const imageOf = ({ id, version, lastAt, history }: Complaint): Image => ({
  key: `COMPLAINT#${id}`,
  kind: 'complaint',
  version,
  office: 'yinchuan',
  at: lastAt,
  state: 'working',
  happened: history.filter((h) => h.what === 'accepted'),
  tells: { kind: 'matter', matter: { notify: 'sms', talk: undefined, anonymous: false, urgency: 'ordinary' } },
});
/** The lines of these changes are drawn elsewhere. */
const knownAudit: Deps['audit'] = {
  add: () => Promise.resolve('known'),
  of: () => Promise.resolve([]),
  headOf: () => Promise.resolve(undefined),
  onDay: () => Promise.resolve([]),
};
/** A store that is opened on first use has no names of its own to spread. */
const asPlain = <T extends object>(store: T): T =>
  new Proxy({} as T, {
    ownKeys: () => [
      'add',
      'find',
      'save',
      'hand',
      'due',
      'failed',
      'several',
      'entries',
      'commit',
      'of',
      'headOf',
      'onDay',
    ],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_none, name) => store[name as keyof T],
  });
