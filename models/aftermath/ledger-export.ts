/** That somebody took the ledger out of the house: who, of which days and offices, how many matters. Never a word of the matters. */
import * as z from 'zod';
import { OfficeId, StaffId } from '../ids.ts';
import { Day, Instant } from '../time.ts';

export const ledgerFormats = ['csv', 'xlsx'] as const;
export const LedgerFormat = z.enum(ledgerFormats);

export const LedgerExport = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.literal(1),
  /** Where the one who took it works: its audit line stands there. */
  office: OfficeId,
  at: Instant,
  from: Day,
  to: Day,
  /** Whose matters are in it. */
  offices: z.array(OfficeId).min(1),
  history: z.tuple([
    z.strictObject({
      at: Instant,
      what: z.literal('ledger-exported'),
      by: StaffId,
      reason: LedgerFormat,
      amounts: z.strictObject({ rows: z.int().nonnegative() }),
    }),
  ]),
});
export type LedgerExport = z.infer<typeof LedgerExport>;

export interface LedgerExports {
  add(exported: LedgerExport): Promise<void>;
}
