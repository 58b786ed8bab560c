/** The notice is given, the check is used at the counter, the sheet runs out, its photos are deleted. */
import { done, refused, type Outcome } from '../../outcome.ts';
import { DAY, plus, type Instant } from '../../time.ts';
import { sheetRulesOf } from '../rules.ts';
import { isOver, sheetNoted, stillOpen, type GuidanceSheet } from '../sheet.ts';
import { mayChangeAll, signed, touched, type Deed } from './by.ts';
import { openUntil } from './open.ts';

/** Given again only when something changed since. */
export function handOver(sheet: GuidanceSheet, deed: Deed): Outcome<GuidanceSheet> {
  const open = mayChangeAll(sheet, deed);
  if (!open.ok) return open;
  if (sheet.state.name === 'handed-over' && sheet.state.version >= sheet.touched.version) return done(sheet);
  const until = openUntil(sheet.office, deed.now);
  const version = sheet.version + 1;
  return done(
    touched(
      {
        ...sheet,
        expiresAt: until > sheet.expiresAt ? until : sheet.expiresAt,
        state: { name: 'handed-over', ...signed(deed), version },
      },
      deed,
      { what: 'notice-given' },
    ),
  );
}

/** Whoever looks it up leaves a line. */
export function lookedUp(sheet: GuidanceSheet, { by, now }: Pick<Deed, 'by' | 'now'>): GuidanceSheet {
  return sheetNoted(sheet, { at: now, what: 'check-looked-up', by });
}

export function useAtCounter(sheet: GuidanceSheet, deed: Deed): Outcome<GuidanceSheet> {
  if (sheet.state.name === 'used') return refused('wrong-state', 'this check was used already');
  const open = stillOpen(sheet, deed.now);
  if (!open.ok) return open;
  return done(touched({ ...sheet, state: { name: 'used', ...signed(deed) } }, deed, { what: 'check-used' }));
}

const endedAt = ({ state }: GuidanceSheet): Instant | undefined =>
  state.name === 'used' || state.name === 'expired' ? state.at : undefined;
export const photosOf = (sheet: GuidanceSheet): { id: GuidanceSheet['retired'][number]['id']; sha256: string }[] => [
  ...sheet.retired,
  ...sheet.items.flatMap(({ photos }) => photos.map(({ id, sha256 }) => ({ id, sha256 }))),
];

export type SheetStep = 'warn' | 'expire' | 'delete-photos';

/** What the clock does next, and when; undefined once nothing is left to do. */
export function nextStep(sheet: GuidanceSheet): { step: SheetStep; at: Instant } | undefined {
  const { warnDays, photoDays } = sheetRulesOf(sheet.office);
  const ended = endedAt(sheet);
  if (ended !== undefined)
    return sheet.photosDeleted !== undefined || photosOf(sheet).length === 0
      ? undefined
      : { step: 'delete-photos', at: plus(ended, photoDays * DAY) };
  return sheet.code === undefined || sheet.warned
    ? { step: 'expire', at: sheet.expiresAt }
    : { step: 'warn', at: plus(sheet.expiresAt, -warnDays * DAY) };
}

/** Undefined when its time has not come; photos are deleted by the duty, which then says so with `photosGone`. */
export function takeStep(sheet: GuidanceSheet, now: Instant): GuidanceSheet | undefined {
  const next = nextStep(sheet);
  if (next === undefined || next.at > now) return undefined;
  if (next.step === 'warn') return sheetNoted({ ...sheet, warned: true }, { at: now, what: 'check-ends-soon' });
  if (next.step === 'expire')
    return sheetNoted({ ...sheet, state: { name: 'expired', at: now } }, { at: now, what: 'sheet-expired' });
  return undefined;
}

export function photosGone(
  sheet: GuidanceSheet,
  proof: { count: number; sha256: string },
  now: Instant,
): GuidanceSheet {
  return isOver(sheet)
    ? sheetNoted({ ...sheet, photosDeleted: { at: now, ...proof } }, { at: now, what: 'photos-deleted' })
    : sheet;
}
