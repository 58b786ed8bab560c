/** Files the macros that an office changed, made or does without. */
import { OwnMacro } from '../complaint/macro.ts';
import type { Macros } from '../complaint/macros.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

export function openMacroStore(table: Table): Macros {
  return {
    async of(office) {
      const macros: OwnMacro[] = [];
      let start: Item | undefined;
      do {
        const page = await table.query({ pk: keys.macro(office, '').pk, ...(start === undefined ? {} : { start }) });
        macros.push(...page.items.map((item) => OwnMacro.parse(item['record'])));
        start = page.next;
      } while (start !== undefined);
      return macros;
    },
    async save(office, macro) {
      await table.put({ ...keys.macro(office, macro.code), kind: 'macro', record: macro });
    },
    forget: (office, code) => table.remove(keys.macro(office, code)),
  };
}
