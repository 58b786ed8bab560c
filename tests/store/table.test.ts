/** The door to the table: what passes it is seen by nobody else. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTable } from '../../models/store/table.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test('no copy of an item is made for the log of the SDK, neither of what is written nor of what is read', async () => {
  const copies: unknown[] = [];
  const keep = (copy: unknown): void => {
    copies.push(copy);
  };
  const pass = (): void => undefined;
  const logger = { debug: pass, info: keep, warn: pass, error: keep };
  const table = openTable(new DynamoDBClient({ logger }), 'bancheng');
  await table.put({ pk: 'T', sk: 'T', name: '王小明' });
  expect(await table.get({ pk: 'T', sk: 'T' })).toMatchObject({ name: '王小明' });
  await expect(table.update({ pk: 'T', sk: 'T' }, { set: 'this is no expression', expression: '' })).rejects.toThrow();
  expect(copies).toEqual([]);
});
