/** Files phone codes under keyed digests: neither phone nor code is in any key or field. */
import type { PhoneCodes } from '../access/phone-codes.ts';
import { PhoneCode } from '../access/phone-code.ts';
import { msOf } from '../time.ts';
import { keys } from './keys.ts';
import type { Sealer } from './sealing.ts';
import { isFree, type Table } from './table.ts';

export function openPhoneCodeStore(table: Table, sealer: Sealer): PhoneCodes {
  const signOf = (use: string, phone: string): string => sealer.digest(`phone-code#${use}#${phone}`);
  return {
    signOf,
    digestOf: (phone, code) => sealer.digest(`phone-code-digits#${phone}#${code}`),
    async find(use, phone) {
      const item = await table.get(keys.phoneCode(signOf(use, phone)));
      return item === undefined ? undefined : PhoneCode.parse(item['record']);
    },
    async save(use, phone, slip) {
      return table.put(
        {
          ...keys.phoneCode(signOf(use, phone)),
          kind: 'phone-code',
          record: { ...slip, version: slip.version + 1 },
          expires: Math.floor(msOf(slip.until) / 1000) + 3600,
        },
        slip.version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': slip.version },
            },
      );
    },
  };
}
