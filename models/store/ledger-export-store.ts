/** Files each export of the ledger, so that the stream draws its audit line. */
import type { LedgerExports } from '../aftermath/ledger-export.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openLedgerExportStore(table: Table): LedgerExports {
  return {
    async add(exported) {
      await table.put({ ...keys.ledgerExport(exported.id), kind: 'ledger-export', record: exported }, isFree);
    },
  };
}
