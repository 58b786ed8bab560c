import type { Reply } from '../../models/conversation/content.ts';
import type { CitizenLine } from '../../models/conversation/views.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { readAddress } from '../../web/citizen/address.ts';
import { languageOf, safeLink, spokenReply } from '../../web/citizen/card-words.ts';
import { checkGroups, papersIn } from '../../web/citizen/cards/check-groups.ts';
import { newDelivery } from '../../web/citizen/delivery-id.ts';
import { createOutbox } from '../../web/citizen/outbox.ts';
import { phrasebook } from '../../web/citizen/phrases.ts';
import { sortButtons } from '../../web/citizen/reply-buttons.ts';
import { brieflyOf, clockOf, dateOf, momentOf } from '../../web/citizen/shanghai-time.ts';
import { talkRows } from '../../web/citizen/talk-rows.ts';

const { zh, en } = phrasebook;
const NOON = Date.parse('2026-11-18T04:00:00.000Z');
const line = (seq: number, from: CitizenLine['from'], minute: number, more: object = {}): CitizenLine =>
  ({
    seq,
    from,
    at: new Date(NOON + minute * 60_000).toISOString(),
    content: { type: 'text', text: String(seq) },
    ...more,
  }) as CitizenLine;
const rowsOf = (lines: CitizenLine[], readByOfficer = 0) => talkRows(lines, [], readByOfficer, NOON, zh);

test('a time stands before the first line and after every long pause', () => {
  const rows = rowsOf([line(1, 'citizen', 0), line(2, 'bot', 1), line(3, 'citizen', 40)]);
  expect(rows.map(({ kind }) => kind)).toEqual(['time', 'line', 'line', 'time', 'line']);
});

test('the last own line says received until something follows, and read once an officer has read it', () => {
  const marks = (lines: CitizenLine[], read: number) =>
    rowsOf(lines, read).flatMap((row) => (row.kind === 'line' ? [row.mark] : []));
  expect(marks([line(1, 'citizen', 0)], 0)).toEqual(['received']);
  expect(marks([line(1, 'citizen', 0), line(2, 'bot', 1)], 0)).toEqual([undefined, undefined]);
  expect(marks([line(1, 'citizen', 0), line(2, 'citizen', 1), line(3, 'citizen', 2)], 2)).toEqual([
    undefined,
    'read',
    'received',
  ]);
});

test('buttons count only for answers after the last own words', () => {
  const current = rowsOf([
    line(1, 'citizen', 0),
    line(2, 'bot', 1),
    line(3, 'citizen', 2),
    line(4, 'bot', 3),
    line(5, 'bot', 3),
  ]).flatMap((row) => (row.kind === 'line' && row.line.from === 'bot' ? [row.current] : []));
  expect(current).toEqual([false, true, true]);
});

test('unsent messages stand at the end in their places; a refused one has none', () => {
  let n = 0;
  const outbox = createOutbox(undefined, 'tab', () => NOON);
  for (const text of ['一', '二', '三']) outbox.add(`delivery-${String(++n)}` as DeliveryId, { type: 'text', text });
  outbox.refuse('delivery-2' as DeliveryId, '太长');
  const places = talkRows([], outbox.all(), 0, NOON, zh).flatMap((row) => (row.kind === 'unsent' ? [row.place] : []));
  expect(places).toEqual([1, 0, 2]);
});

test('days are said as a person in Shanghai says them', () => {
  const at = (text: string): number => Date.parse(text);
  expect(momentOf(at('2026-11-18T02:05:00.000Z'), NOON, zh)).toBe('今天10:05');
  expect(momentOf(at('2026-11-18T16:30:00.000Z'), NOON, zh)).toBe('明天0:30');
  expect(momentOf(at('2026-11-23T01:00:00.000Z'), NOON, zh)).toBe('11月23日 周一 9:00');
  expect(brieflyOf(at('2026-11-23T01:00:00.000Z'), NOON, zh)).toBe('周一9:00');
  expect(momentOf(at('2026-11-19T01:00:00.000Z'), NOON, en)).toBe('tomorrow 9:00');
  expect(clockOf(at('2026-11-18T15:59:00.000Z'))).toBe('23:59');
  expect(dateOf('2026-02-20', zh)).toBe('2月20日');
});

test('of a checklist the papers can be ticked, in their order, and what nobody confirmed cannot', () => {
  const items = [
    { label: '先办', text: '违章先处理' },
    { label: '带什么', text: '身份证' },
    { text: '登记证书' },
    { text: '别的', unverified: true },
    { label: '去哪办', text: '车管所' },
    { text: '网上也行' },
    { label: '多久', text: '1个工作日' },
    { text: '旧证作废' },
  ];
  expect(papersIn(items).map(({ item }) => item.text)).toEqual(['身份证', '登记证书']);
  expect(checkGroups(items).map(({ kind }) => kind)).toEqual(['facts', 'papers', 'notes', 'facts', 'notes']);
  expect(papersIn([{ text: '身份证' }, { text: '体检证明' }, { label: '收费', text: '10元' }])).toHaveLength(2);
});

test('what was said since takes an answer’s questions away and leaves what leads somewhere', () => {
  const reply: Reply = {
    type: 'reply',
    say: '好',
    rateable: true,
    buttons: [{ label: '还在' }, { label: '没解决' }, { label: '指南', open: '/guides' }],
  };
  expect(sortButtons(reply, true)).toEqual({ acts: [{ label: '指南', open: '/guides' }], chips: [{ label: '还在' }] });
  expect(sortButtons(reply, false)).toEqual({ acts: [{ label: '指南', open: '/guides' }], chips: [] });
});

test('a link leads to our pages, to a safe page or to a phone, and nowhere else', () => {
  expect(['/guides', 'https://a.cn', 'tel:122'].map(safeLink)).toEqual(['/guides', 'https://a.cn', 'tel:122']);
  expect(['javascript:alert(1)', '//evil.cn', 'http://a.cn', 'data:text/html,x'].map(safeLink)).toEqual(
    Array(4).fill(undefined),
  );
});

test('an answer is read out with its card and without its source', () => {
  const card = { type: 'fees' as const, title: '换证', items: [{ label: '工本费', text: '10元' }], source: '公示' };
  expect(spokenReply({ type: 'reply', say: '10元。', buttons: [], card })).toBe('10元。换证。工本费，10元');
  expect([languageOf('换证'), languageOf('renew')]).toEqual(['zh-CN', 'en']);
});

test('an address may bring an office, a language, big type and words, and nothing unknown', () => {
  expect(readAddress('?office=yanchi&lang=en&elder=1&say=%20人工%20')).toEqual({
    preferences: { office: 'yanchi', language: 'en', elder: 'on' },
    words: '人工',
  });
  expect(readAddress('?office=../x&lang=fr&elder=no')).toEqual({ preferences: {}, words: '' });
});

test('a browser without randomUUID makes delivery numbers of the same kind', () => {
  const old = { getRandomValues: crypto.getRandomValues.bind(crypto) };
  const made = new Set(Array.from({ length: 100 }, () => newDelivery(old)));
  expect(made.size).toBe(100);
  for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
});

test('both languages have the same phrases', () => {
  expect(Object.keys(en)).toEqual(Object.keys(zh));
  expect(en.grades).toHaveLength(zh.grades.length);
});
