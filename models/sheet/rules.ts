/** How long a guidance sheet is open, how long what was checked on photos counts at the counter, and how long the photos are kept. */
import type { OfficeId } from '../ids.ts';

/** No national rule sets any of these; `example` says that the office has not confirmed its own yet. */
export type SheetRules = {
  /** From the last thing that an officer did on it. */
  openDays: number;
  /** From the day on which the person was told; the last day counts whole. */
  checkedDays: number;
  /** So many days before its end the person is told. */
  warnDays: number;
  /** After the visit, or after it ran out. */
  photoDays: number;
  example: boolean;
};

const defaults: SheetRules = { openDays: 30, checkedDays: 30, warnDays: 3, photoDays: 30, example: true };
/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, Partial<SheetRules>>> = {};

export const sheetRulesOf = (office: OfficeId): SheetRules => ({ ...defaults, ...own[office] });
