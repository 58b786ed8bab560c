import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { createHash, randomBytes } from 'node:crypto';
import { sweepSheets } from '../../functions/sheet/sweep-sheets.ts';
import type { Deps } from '../../functions/deps.ts';
import { noticeLink, sheetLink } from '../../functions/sheet/sheet-links.ts';
import { wired } from '../../handlers/wiring.ts';
import { SheetId } from '../../models/ids.ts';
import type { FoundCheck, SheetRow, ShownSheet, StaffSheet } from '../../models/sheet/views.ts';
import { DAY, plus } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Answer, type Caller, type World } from '../world.ts';
import { visitor } from './page-visitor.ts';

let world: World;
let deps: Deps;
let liu: Caller;
let ding: Caller;
let far: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  far = await employ('ma', '马东', 'officer', 'pingluo');
  await import('../../handlers/events/record-stream.ts');
  await call('GET /api/sheets/to-judge', liu);
  await call('GET /api/chat', somebody());
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const newId = (): string => SheetId.parse(deps.newId());
type Talk = { citizen: Caller; id: string };
async function talk(): Promise<Talk> {
  const citizen = somebody();
  await call('POST /api/chat/messages', citizen, {
    delivery: delivery(),
    content: { type: 'text', text: '解除抵押要带什么' },
    after: 0,
  });
  const { conversation } = (await call('GET /api/chat', citizen)).body as { conversation: { id: string } };
  return { citizen, id: conversation.id };
}
const sheetIn = ({ body }: Answer): StaffSheet => (body as { sheet: StaffSheet }).sheet;
const begin = (who: Caller, conversation: string, id = newId()) =>
  call('POST /api/sheets', who, { id, conversation, service: 'mortgage-release' });
const act = (who: Caller, sheet: Pick<StaffSheet, 'id' | 'version'>, what: object) =>
  call('POST /api/sheets/{id}/acts', who, { id: sheet.id, seen: sheet.version, delivery: delivery(), ...what });

async function handIn(citizen: Caller, id: string, paper: string): Promise<string> {
  const photo = randomBytes(2000);
  const started = await call('POST /api/own-sheets/{id}/photos', citizen, {
    id,
    paper,
    mime: 'image/jpeg',
    bytes: photo.length,
    sha256: createHash('sha256').update(photo).digest('base64'),
    width: 1200,
    height: 800,
  });
  const { attachment, upload } = started.body as {
    attachment: string;
    upload: { url: string; headers: Record<string, string> };
  };
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(photo) });
  const handed = await call('POST /api/own-sheets/{id}/acts', citizen, {
    id,
    delivery: delivery(),
    act: 'hand-in',
    paper,
    photo: attachment,
    findings: ['blurred'],
  });
  expect(handed.status).toBe(200);
  return attachment;
}
/** Everything on it found good and told; answers its code. */
async function checked({ citizen, id }: Talk): Promise<{ sheet: StaffSheet; code: string; photo: string }> {
  const sheet = sheetIn(await begin(liu, id));
  const photo = await handIn(citizen, sheet.id, 'identity');
  const judged = sheetIn(await act(liu, { ...sheet, version: 99 }, { act: 'judge', photo, defects: [] }));
  const told = sheetIn(await act(liu, judged, { act: 'tell' }));
  return { sheet: told, code: told.code ?? '', photo };
}
const linesOf = async (citizen: Caller) =>
  (
    (await call('GET /api/chat', citizen, { after: 0 })).body as {
      lines: {
        from: string;
        content: {
          type: string;
          say?: string;
          card?: { type: string; items: { label?: string; text: string; note?: string }[] };
        };
      }[];
    }
  ).lines;

test('of twenty who begin a sheet of one talk and service at once, all get the same one', async () => {
  const { id } = await talk();
  const begun = await Promise.all(Array.from({ length: 20 }, (_, i) => begin(i % 2 === 0 ? liu : ding, id)));
  expect(new Set(begun.map((one) => sheetIn(one).id)).size).toBe(1);
  const { sheets } = (await call('GET /api/sheets', ding, { conversation: id })).body as { sheets: StaffSheet[] };
  expect(sheets.map(({ number }) => number)).toEqual([expect.stringMatching(/^YC-1118-G\d{3}$/)]);
});

test('ticks of two officers at once all stand, a repeat is one tick, and the open page of the person sees each', async () => {
  const { citizen, id } = await talk();
  const { ticket } = (await call('GET /api/chat', citizen)).body['socket'] as { ticket: string };
  const { connect } = await import('../../handlers/socket/doors.ts');
  await connect({
    requestContext: { connectionId: 'page-of-sheet', routeKey: '$connect', requestId: 'r' },
    queryStringParameters: { ticket },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyWebsocketEventV2 & { queryStringParameters: Record<string, string> });
  const sheet = sheetIn(await begin(liu, id));
  const papers = sheet.papers.map(({ paper }) => paper);
  const repeat = { act: 'tick', paper: papers[0], state: 'fine', delivery: delivery() };
  const done = await Promise.all([
    act(liu, sheet, repeat),
    act(liu, sheet, repeat),
    act(ding, sheet, { act: 'tick', paper: papers[1], state: 'missing' }),
    act(ding, sheet, { act: 'explain', paper: papers[2], explanation: '盖公章的复印件也行' }),
  ]);
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const crossing = await act(ding, sheet, { act: 'tick', paper: papers[0], state: 'missing' });
  expect(crossing).toMatchObject({ status: 409, body: { sentence: '同事刚改过，已换成最新的。看一眼再点一次。' } });
  const own = (await call('GET /api/own-sheets/{id}', citizen, { id: sheet.id })).body as { sheet: ShownSheet };
  expect(own.sheet.papers.slice(0, 3).map(({ state, by, explanation }) => [state, by?.name, explanation])).toEqual([
    ['fine', '刘一航', undefined],
    ['missing', '丁晓雯', undefined],
    ['open', '丁晓雯', '盖公章的复印件也行'],
  ]);
  // Opening and three changes; the repeat changed nothing.
  const told = (world.sent.get('page-of-sheet') ?? []).filter(({ type }) => type === 'sheet');
  expect(told).toHaveLength(4);
  expect(own.sheet.version).toBe(4);
});

test('a sheet is opened by its own talk or its link and by nobody else, and other offices do not find it', async () => {
  const { citizen, id } = await talk();
  const sheet = sheetIn(await begin(liu, id));
  expect((await call('GET /api/own-sheets/{id}', citizen, { id: sheet.id })).status).toBe(200);
  const stranger = somebody();
  expect((await call('GET /api/own-sheets/{id}', stranger, { id: sheet.id })).status).toBe(404);
  const phone = visitor();
  const link = sheetLink(deps, sheet.id);
  const opened = await phone.raw('GET', link, '');
  expect([opened.statusCode, opened.headers?.['location']]).toEqual([303, `/sheet/${sheet.id}`]);
  expect((await call('GET /api/own-sheets/{id}', { cookies: phone.cookies }, { id: sheet.id })).status).toBe(200);
  expect((await phone.raw('GET', `${link}x`, '')).statusCode).toBe(404);
  // The link on the paper shows the notice and opens nothing.
  const reader = visitor();
  const shown = await reader.get(noticeLink(deps, sheet.id));
  expect([
    shown.status,
    shown.text.includes(sheet.number),
    reader.cookies.some((c) => c.startsWith('bc_sheet=')),
  ]).toEqual([200, true, false]);
  expect((await visitor().raw('GET', `/sheet/${sheet.id}/notice`, '')).statusCode).toBe(404);
  expect((await act(far, sheet, { act: 'hand-over' })).status).toBe(404);
  expect((await call('GET /api/sheets', far, { conversation: id })).status).toBe(404);
});

test('photos wait in the office’s list, are judged, and told all at once in one message of the talk with the code', async () => {
  const { citizen, id } = await talk();
  const sheet = sheetIn(await begin(liu, id));
  const good = await handIn(citizen, sheet.id, 'identity');
  const bad = await handIn(citizen, sheet.id, 'registration-certificate');
  const { rows } = (await call('GET /api/sheets/to-judge', ding)).body as { rows: SheetRow[] };
  expect(rows.find((row) => row.id === sheet.id)).toMatchObject({
    toJudge: 2,
    service: { name: { zh: '解除抵押登记' } },
  });
  expect((await call('GET /api/sheets/{id}/photos/{photo}', liu, { id: sheet.id, photo: good })).status).toBe(302);
  const all = { ...sheet, version: 99 };
  await act(liu, all, { act: 'judge', photo: good, defects: [] });
  const early = await act(liu, all, { act: 'tell' });
  expect(early).toMatchObject({ status: 409, body: { sentence: expect.stringContaining('还有照片没看完') as string } });
  await act(liu, all, { act: 'judge', photo: bad, defects: ['cut-off', 'reflecting'], words: '右下角也要拍到' });
  expect(await linesOf(citizen)).not.toContainEqual(
    expect.objectContaining({ content: expect.objectContaining({ type: 'sheet' }) as object }),
  );
  const told = sheetIn(await act(liu, all, { act: 'tell' }));
  await project(world);
  const cards = (await linesOf(citizen)).flatMap(({ content }) => (content.card?.type === 'sheet' ? [content] : []));
  expect(cards.map(({ say }) => say?.slice(0, 8))).toEqual(['警官给您开了一张', '照片都看过了，1']);
  expect(cards.at(-1)?.card?.items).toEqual([
    { label: '可以', text: '车主身份证' },
    {
      label: '重拍',
      text: '机动车登记证书（大绿本）',
      note: '没拍全，四个角都要在里面；反光盖住了字，重拍一张；右下角也要拍到',
    },
    {
      label: '预审码',
      text: expect.stringMatching(/^\w{4} \w{4}$/) as string,
      note: '任一窗口都能查，有效到12月18日周五',
    },
  ]);
  expect(told.papers.find(({ paper }) => paper === 'registration-certificate')).toMatchObject({ state: 'open' });
  expect(
    (await deps.audit.of(`SHEET#${sheet.id}`)).flatMap(({ happened }) => happened.map(({ what }) => what)),
  ).toEqual(['sheet-opened', 'photo-handed-in', 'photo-handed-in', 'photo-judged', 'photo-judged', 'verdicts-told']);
});

test('any window of the office finds a check by its code and uses it once; another office and a slip of the pen find nothing', async () => {
  const { sheet, code } = await checked(await talk());
  const found = (await call('POST /api/checks', ding, { code: ` ${code.toLowerCase()} ` })).body as FoundCheck;
  expect(found).toMatchObject({
    stands: 'valid',
    sheet: { number: sheet.number, validTo: '2026-12-18', papers: [{ state: 'fine', by: { name: '刘一航' } }, {}, {}] },
  });
  expect((await call('POST /api/checks', far, { code })).status).toBe(404);
  const slip = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  expect((await call('POST /api/checks', ding, { code: slip })).status).toBe(422);
  const uses = await Promise.all(
    [liu, ding, liu, ding].map((who) => call('POST /api/checks/use', who, { code, delivery: delivery() })),
  );
  expect(uses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  expect((await call('POST /api/checks', liu, { code })).body).toMatchObject({
    stands: 'used',
    usedBy: expect.anything() as object,
  });
});

test('whoever tries codes is stopped', async () => {
  const guesser = await employ('guesser', '试码');
  const tries = await Promise.all(
    Array.from({ length: 61 }, () => call('POST /api/checks', guesser, { code: 'AAAAAAA2' })),
  );
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(1);
});

test('the sweep warns, ends the check and deletes its photos with a proof that names how many and their hash', async () => {
  const of = await talk();
  const { sheet, code, photo } = await checked(of);
  const at = (days: number): Deps => ({ ...deps, now: () => plus(deps.now(), days * DAY) });
  await sweepSheets(at(28));
  await project(world);
  expect((await linesOf(of.citizen)).map(({ content }) => content.say)).toContain(
    '您的预审结果有效到12月18日周五。请在这之前来窗口，过了要重新看照片。',
  );
  await sweepSheets(at(31));
  expect((await call('POST /api/checks', liu, { code })).body).toMatchObject({ stands: 'ended' });
  expect((await begin(liu, of.id)).status).toBe(200);
  await sweepSheets(at(62));
  const gone = await deps.sheets.find(sheet.id);
  expect(gone).toMatchObject({
    value: {
      state: { name: 'expired' },
      photosDeleted: { count: 1, sha256: expect.stringMatching(/^\w{64}$/) as string },
    },
  });
  const attachment = await deps.attachments.find(photo as never);
  if (attachment === undefined) throw new Error('the line about the photo stays');
  expect(await deps.photos.isThere(attachment)).toBe(false);
});

test('what an officer wrote stands sealed, and the notice tells what is ready, what is missing and where to get it', async () => {
  const { citizen, id } = await talk();
  const sheet = sheetIn(await begin(liu, id));
  const all = { ...sheet, version: 99 };
  await act(liu, all, { act: 'tick', paper: 'identity', state: 'fine' });
  await act(liu, all, { act: 'tick', paper: 'registration-certificate', state: 'missing' });
  await act(liu, all, {
    act: 'explain',
    paper: 'registration-certificate',
    explanation: '封面磨坏了',
    where: '城东大厅2号窗口补领',
  });
  await act(liu, all, { act: 'hand-over' });
  const person = visitor();
  person.cookies = citizen.cookies;
  const { text, status } = await person.get(`/sheet/${sheet.id}/notice`);
  expect(status).toBe(200);
  for (const words of [
    sheet.number,
    '刘一航',
    '看过，没问题',
    '还差',
    '封面磨坏了。去哪儿拿：城东大厅2号窗口补领',
    '公安部令第164号',
    '丢了的先办：补领',
  ])
    expect([words, text.includes(words)]).toEqual([words, true]);
  const { DynamoDBClient, GetItemCommand } = await import('@aws-sdk/client-dynamodb');
  const { Item } = await new DynamoDBClient({}).send(
    new GetItemCommand({ TableName: 'bancheng', Key: { pk: { S: `SHEET#${sheet.id}` }, sk: { S: 'RECORD' } } }),
  );
  expect(JSON.stringify(Item)).not.toContain('封面磨坏了');
});

test('a question about a paper goes into the talk of the officer who has it, once', async () => {
  const { citizen, id } = await talk();
  const sheet = sheetIn(await begin(liu, id));
  const ask = { act: 'ask', paper: 'identity', text: '是临时身份证吗？', delivery: delivery() };
  expect((await act(liu, sheet, ask)).status).toBe(409);
  await deps.desks.listen('yinchuan', { socket: 'console-liu', staff: 'liu' as never });
  await call('POST /api/chat/messages', citizen, {
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  expect((await act(liu, sheet, ask)).status).toBe(200);
  expect((await act(liu, sheet, ask)).status).toBe(200);
  const said = (await linesOf(citizen)).filter(({ from }) => from === 'officer');
  expect(said.map(({ content }) => (content as { text?: string }).text)).toEqual([
    '关于“车主身份证”：是临时身份证吗？',
  ]);
});
