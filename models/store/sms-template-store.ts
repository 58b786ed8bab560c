/** Files the carrier's numbers of our sentences: all in one item, read seldom. */
import { SmsTemplateIds, type SmsTemplates } from '../access/sms-templates.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openSmsTemplateStore(table: Table): SmsTemplates {
  return {
    async read() {
      const item = await table.get(keys.smsTemplates());
      return item === undefined ? { version: 0, ids: {} } : SmsTemplateIds.parse(item['record']);
    },
    save: ({ version, ids }) =>
      table.put(
        { ...keys.smsTemplates(), record: { version: version + 1, ids } },
        version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': version },
            },
      ),
  };
}
