/** An appointment as a calendar file (RFC 5545, 5546) that phones and computers put among their own appointments. */
import { MINUTE, plus, type Instant } from '../time.ts';
import type { Booking } from './booking.ts';

export type CalendarTexts = {
  summary: string;
  description: string;
  location: string;
  /** The appointment's own page. */
  url: string;
  /** Who invites: a name and an address of any scheme, `https:` where the office has no mail. */
  organizer: { name: string; address: string };
  /** Said by the phone when it rings. */
  alarm: string;
};

/** Octets, as the standard counts. */
const LINE_OCTETS = 75;
const RINGS_BEFORE_MINUTES = 30;

/** `20261120T020000Z` */
const utc = (instant: Instant): string => instant.replace(/[-:]|\.\d{3}/gu, '');
/** No control character belongs into a text but the line break, which has its own sign. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Cs}/gu, '');
const escaped = (text: string): string =>
  clean(text)
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n');
/** An address holds no blank, and no line of its own. */
const address = (text: string): string => clean(text).replace(/\s/gu, '');
const quoted = (text: string): string => `"${clean(text).replace(/["\n]/gu, ' ')}"`;

/** Long lines go on in the next, behind a space, and never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let octets = 0;
  let part = '';
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LINE_OCTETS) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

/** The same UID for its whole life; `SEQUENCE` counts moves, so that the newest wins; called off, it takes itself out. */
export function calendarFile(booking: Booking, texts: CalendarTexts): string {
  const gone = booking.state.name === 'cancelled';
  const end = plus(booking.start, booking.minutes * MINUTE);
  const alarm = gone
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `TRIGGER:-PT${String(RINGS_BEFORE_MINUTES)}M`,
        `DESCRIPTION:${escaped(texts.alarm)}`,
        'END:VALARM',
      ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bancheng//Appointments//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${gone ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${booking.id.toLowerCase()}@bancheng`,
    `SEQUENCE:${String(booking.sequence)}`,
    `DTSTAMP:${utc(booking.lastAt)}`,
    `DTSTART:${utc(booking.start)}`,
    `DTEND:${utc(end)}`,
    `STATUS:${gone ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'CLASS:PRIVATE',
    `ORGANIZER;CN=${quoted(texts.organizer.name)}:${address(texts.organizer.address)}`,
    `SUMMARY:${escaped(texts.summary)}`,
    `DESCRIPTION:${escaped(texts.description)}`,
    `LOCATION:${escaped(texts.location)}`,
    `URL:${address(texts.url)}`,
    ...alarm,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}
