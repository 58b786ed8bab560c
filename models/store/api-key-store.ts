/** Files the keys of other bodies' programs; the secret itself is nowhere. */
import { ApiKey, type ApiKeys } from '../access/api-key.ts';
import { apiKeysOf, keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openApiKeyStore(table: Table): ApiKeys {
  return {
    async find(id) {
      const item = await table.get(keys.apiKey(id));
      return item === undefined ? undefined : ApiKey.parse(item['record']);
    },
    save: (key) =>
      table.put(
        {
          ...keys.apiKey(key.id),
          kind: 'api-key',
          record: { ...key, version: key.version + 1 },
          gsi2pk: apiKeysOf(key.office),
          gsi2sk: key.id,
        },
        key.version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': key.version },
            },
      ),
    ofOffice: async (office) =>
      (await table.queryAll({ index: 'byDigest', pk: apiKeysOf(office) })).map((item) => ApiKey.parse(item['record'])),
  };
}
