/** What the log shows, in order: lines, the times between them, and what is still to be sent. */
import type { CitizenLine } from '../../models/conversation/views.ts';
import { momentOf } from './shanghai-time.ts';
import type { Phrases } from './phrases.ts';
import type { Unsent } from './outbox.ts';

type TalkRow =
  | { kind: 'time'; key: string; text: string }
  | {
      kind: 'line';
      key: string;
      line: CitizenLine;
      /** The first of several in a row by the same hand. */
      first: boolean;
      /** Nothing was said since: its buttons still count. */
      current: boolean;
      mark?: 'received' | 'read';
    }
  | { kind: 'unsent'; key: string; unsent: Unsent; place: number };

const PAUSE = 30 * 60_000;

export function talkRows(
  lines: readonly CitizenLine[],
  unsent: readonly Unsent[],
  readByOfficer: number,
  now: number,
  phrases: Phrases,
): TalkRow[] {
  const rows: TalkRow[] = [];
  const own = lines.filter((line) => line.from === 'citizen');
  const lastOwn = own[own.length - 1]?.seq ?? 0;
  const lastRead = own.filter((line) => line.seq <= readByOfficer).pop()?.seq;
  const waiting = unsent.filter(({ refused }) => refused === undefined);
  let before: CitizenLine | undefined;
  for (const line of lines) {
    const at = Date.parse(line.at);
    if (!before || at - Date.parse(before.at) > PAUSE)
      rows.push({ kind: 'time', key: `t${line.seq}`, text: momentOf(at, now, phrases) });
    const mark =
      line.seq === lastRead
        ? 'read'
        : line.seq === lastOwn && line.seq === lines.length && unsent.length === 0
          ? 'received'
          : undefined;
    rows.push({
      kind: 'line',
      // The delivery number was the key while it waited: the bubble stays the same one.
      key: line.delivery ?? `s${line.seq}`,
      line,
      first: before?.from !== line.from || before.byName !== line.byName || rows[rows.length - 1]?.kind === 'time',
      current: line.seq > lastOwn && waiting.length === 0,
      ...(mark === undefined ? {} : { mark }),
    });
    before = line;
  }
  let place = 0;
  for (const one of unsent)
    rows.push({ kind: 'unsent', key: one.delivery, unsent: one, place: one.refused === undefined ? ++place : 0 });
  return rows;
}
