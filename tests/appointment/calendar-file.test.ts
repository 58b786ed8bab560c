import fc from 'fast-check';
import { calendarFile, type CalendarTexts } from '../../models/appointment/calendar-file.ts';
import { cancel, move } from '../../models/appointment/changes.ts';
import type { Instant } from '../../models/time.ts';
import { confirmed, must, placesAt, rules } from './some-booking.ts';

const texts: CalendarTexts = {
  summary: '解除抵押登记（视频办），编号YC-1118-J001',
  description: '请提前5分钟打开链接；带好身份证、登记证书。\n来不了可以改约，改几次都行。',
  location: '银川车管所，视频',
  url: 'https://bancheng.example/release?t=abc',
  organizer: { name: '银川车管所', address: 'https://bancheng.example' },
  alarm: '半小时后视频办理解除抵押',
};

/** Reads the file as a calendar program does: unfold, split at the first colon outside quotes, unescape. */
function read(file: string): [name: string, value: string][] {
  expect(file.endsWith('\r\n')).toBe(true);
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', value = ''] = /^((?:[^":]|"[^"]*")+):(.*)$/su.exec(line) ?? [];
      return [name, value];
    });
}
const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
const valueOf = (file: string, name: string): string | undefined => read(file).find(([n]) => n === name)?.[1];

test('the file holds time, texts and alarm as calendar programs read them', () => {
  const file = calendarFile(confirmed(), texts);
  expect(read(file).map(([name]) => name)).toEqual([
    'BEGIN',
    'VERSION',
    'PRODID',
    'CALSCALE',
    'METHOD',
    'BEGIN',
    'UID',
    'SEQUENCE',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'STATUS',
    'TRANSP',
    'CLASS',
    'ORGANIZER;CN="银川车管所"',
    'SUMMARY',
    'DESCRIPTION',
    'LOCATION',
    'URL',
    'BEGIN',
    'ACTION',
    'TRIGGER',
    'DESCRIPTION',
    'END',
    'END',
    'END',
  ]);
  expect(valueOf(file, 'DTSTART')).toBe('20261120T020000Z');
  expect(valueOf(file, 'DTEND')).toBe('20261120T022500Z');
  expect(valueOf(file, 'DTSTAMP')).toBe('20261118T020000Z');
  expect(valueOf(file, 'METHOD')).toBe('PUBLISH');
  expect(valueOf(file, 'TRIGGER')).toBe('-PT30M');
  expect(unescaped(valueOf(file, 'DESCRIPTION') ?? '')).toBe(texts.description);
});

test('a moved appointment is the same one with a higher number, a cancelled one takes itself out', () => {
  const first = confirmed();
  const to = '2026-11-24T02:00:00.000Z' as Instant;
  const moved = must(move(first, to, { places: placesAt(to) }, rules, undefined, first.lastAt));
  const gone = must(cancel(moved, 'citizen', undefined, first.lastAt));
  const files = [first, moved, gone].map((b) => calendarFile(b, texts));
  expect(new Set(files.map((file) => valueOf(file, 'UID'))).size).toBe(1);
  expect(files.map((file) => valueOf(file, 'SEQUENCE'))).toEqual(['0', '1', '2']);
  expect(files.map((file) => valueOf(file, 'STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(valueOf(files[2] ?? '', 'METHOD')).toBe('CANCEL');
  expect(files[2]).not.toContain('VALARM');
});

test('any text comes out as it went in, on lines of 75 octets, and cannot add a line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const file = calendarFile(confirmed(), {
        ...texts,
        summary: text,
        url: text,
        organizer: { name: text, address: 'https://office.example' },
      });
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      const kept = text
        .replace(/\r\n?/gu, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .replace(/\p{Cs}/gu, '');
      expect(unescaped(valueOf(file, 'SUMMARY') ?? '')).toBe(kept);
      expect(read(file).filter(([name]) => name === 'BEGIN')).toHaveLength(3);
    }),
    { numRuns: 500 },
  );
});
