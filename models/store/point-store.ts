/** Files the service points that were imported. */
import { ServicePoint } from '../guidance/point.ts';
import type { ServicePoints } from '../guidance/knowledge-records.ts';
import { keys } from './keys.ts';
import type { Item, Table } from './table.ts';

export function openPointStore(table: Table): ServicePoints {
  return {
    async save(point) {
      const key = keys.point(point.id);
      const before = await table.get(key);
      const record = ServicePoint.parse(point);
      if (before !== undefined && JSON.stringify(ServicePoint.parse(before['record'])) === JSON.stringify(record))
        return 'same';
      await table.put({ ...key, kind: 'point', record });
      return before === undefined ? 'new' : 'changed';
    },
    async all() {
      const points: ServicePoint[] = [];
      let start: Item | undefined;
      do {
        const page = await table.query({ pk: keys.point('').pk, ...(start === undefined ? {} : { start }) });
        points.push(...page.items.map((item) => ServicePoint.parse(item['record'])));
        start = page.next;
      } while (start !== undefined);
      return points;
    },
  };
}
