/** Somebody takes the ledger of a period along: no file is handed over before it is written down who took it. */
import type { Officer } from '../../models/access/staff.ts';
import type { LedgerRow } from '../../models/aftermath/ledger.ts';
import type { AskLedger } from '../../models/aftermath/oversight-requests.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { askedOffices } from './asked-scope.ts';
import { ledgerRows } from './ledger-rows.ts';

/** `write` makes the file while the pages come in. */
export async function exportLedger<File>(
  deps: Deps,
  by: Officer,
  { format, ...period }: AskLedger,
  write: (pages: AsyncIterable<LedgerRow[]>) => Promise<File>,
): Promise<Outcome<File>> {
  const offices = askedOffices(by, period.office);
  if (!offices.ok) return offices;
  const pages = await ledgerRows(deps, by, period);
  if (!pages.ok) return pages;
  let rows = 0;
  const file = await write(
    (async function* counted() {
      for await (const page of pages.value) {
        rows += page.length;
        yield page;
      }
    })(),
  );
  const at = deps.now();
  const { from, to } = period;
  await deps.exports.add({
    id: deps.newId(),
    version: 1,
    office: by.office,
    at,
    from,
    to,
    offices: offices.value,
    history: [{ at, what: 'ledger-exported', by: by.id, reason: format, amounts: { rows } }],
  });
  return done(file);
}
