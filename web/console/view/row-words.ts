/** How a case is called where there is room for a few words only. */
import type { DeskRow } from '../../../models/conversation/views.ts';
import type { Phrases } from '../phrases.ts';

export const titleOf = (row: DeskRow, t: Phrases): string =>
  row.phone ?? row.number ?? (row.channel === 'wechat' ? t.row.anonymousWechat : t.row.anonymousWeb);

export function holderOf(row: DeskRow, me: string, t: Phrases): string {
  if (row.state === 'with-bot') return t.row.bot;
  if (row.state === 'waiting-for-officer') return t.row.nobody;
  if (row.officer === me) return t.row.mine;
  return row.officerName === undefined ? '' : t.row.with(row.officerName);
}
