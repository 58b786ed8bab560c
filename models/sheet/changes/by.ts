/** What every act of an officer on a sheet has in common: whose it is, and whether a colleague was there first. */
import type { StaffId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import type { ByOfficer, GuidanceSheet, SheetHappened, SheetItem } from '../sheet.ts';
import { sheetNoted, stillOpen, withItem } from '../sheet.ts';

export type Deed = { by: StaffId; byName: string; now: Instant; seen: number };

export const signed = ({ by, byName, now }: Deed): ByOfficer => ({ by, byName, at: now });

/** Two officers tick two papers side by side; of the same paper the later one sees first what a colleague did. */
export function mayChange(sheet: GuidanceSheet, item: SheetItem, { by, seen, now }: Deed): Outcome<SheetItem> {
  const open = stillOpen(sheet, now);
  if (!open.ok) return open;
  const mine = item.set === undefined || item.set.by === by;
  return item.changed > seen && !mine ? refused('stale', 'a colleague changed this paper') : done(item);
}

/** What goes out to the person, or changes the whole list, is done over what is on screen. */
export function mayChangeAll(sheet: GuidanceSheet, { by, seen, now }: Deed): Outcome<GuidanceSheet> {
  const open = stillOpen(sheet, now);
  if (!open.ok) return open;
  const { touched } = sheet;
  return touched.version > seen && touched.by !== by ? refused('stale', 'a colleague changed this sheet') : done(sheet);
}

export function changed(
  sheet: GuidanceSheet,
  item: SheetItem,
  deed: Deed,
  happened: Omit<SheetHappened, 'at' | 'by'>,
): GuidanceSheet {
  const version = sheet.version + 1;
  return touched(withItem(sheet, { ...item, set: signed(deed), changed: version }), deed, happened);
}

export const touched = (
  sheet: GuidanceSheet,
  { by, now }: Deed,
  happened: Omit<SheetHappened, 'at' | 'by'>,
): GuidanceSheet => sheetNoted({ ...sheet, touched: { version: sheet.version + 1, by } }, { at: now, by, ...happened });
