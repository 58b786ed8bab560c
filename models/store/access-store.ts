/** Files staff, their sessions and the counters of rate limits. */
import type { RateLimits, Sessions, StaffRecords } from '../access/records.ts';
import { Session, Staff } from '../access/staff.ts';
import { done, refused } from '../outcome.ts';
import { msOf } from '../time.ts';
import { keys, sessionsOf, staffOf } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Item, type Table } from './table.ts';

const SEALED_STAFF = ['totpSecret', 'passwordHash'] as const;

export function openStaffStore(table: Table, sealer: Sealer): StaffRecords {
  const staffOfItem = async (item: Item): Promise<Staff> =>
    Staff.parse(await openFields(item['record'] as Item, SEALED_STAFF, item['pk'] as string, sealer));
  return {
    async find(id) {
      const item = await table.get(keys.staff(id));
      return item === undefined ? refused('not-found', 'no such member of staff') : done(await staffOfItem(item));
    },
    async save(staff) {
      const next = { ...staff, version: staff.version + 1 };
      const key = keys.staff(staff.id);
      const held = await table.put(
        {
          ...key,
          kind: 'staff',
          record: sealFields(next, SEALED_STAFF, key.pk, sealer),
          gsi2pk: staffOf(staff.office),
          gsi2sk: staff.id,
        },
        staff.version === 0
          ? isFree
          : {
              expression: '#record.#version = :read',
              names: { '#record': 'record', '#version': 'version' },
              values: { ':read': staff.version },
            },
      );
      return held ? done(next) : refused('stale', 'somebody else changed this member of staff first');
    },
    async ofOffice(office) {
      const { items } = await table.query({ index: 'byDigest', pk: staffOf(office), limit: 200 });
      return Promise.all(items.map(staffOfItem));
    },
  };
}

export function openSessionStore(table: Table): Sessions {
  return {
    async find(id) {
      const item = await table.get(keys.session(id));
      return item === undefined ? undefined : Session.parse(item['record']);
    },
    async save(session) {
      await table.put({
        ...keys.session(session.id),
        kind: 'session',
        record: session,
        gsi2pk: sessionsOf(session.staff),
        gsi2sk: session.createdAt,
        expires: Math.floor(msOf(session.expiresAt) / 1000),
      });
    },
    async touch(id, at) {
      await table.update(keys.session(id), {
        set: 'SET #r.#s = :at',
        expression: 'attribute_exists(pk)',
        names: { '#r': 'record', '#s': 'lastSeenAt' },
        values: { ':at': at },
      });
    },
    async of(staff) {
      const { items } = await table.query({ index: 'byDigest', pk: sessionsOf(staff), backwards: true, limit: 50 });
      return items.map((item) => Session.parse(item['record']));
    },
    revoke: (id) => table.remove(keys.session(id)),
  };
}

export function openRateLimits(table: Table): RateLimits {
  return {
    async use(what, windowSeconds, nowMs) {
      const window = Math.floor(nowMs / 1000 / windowSeconds);
      const item = await table.update(keys.rate(what, String(window)), {
        set: 'SET #expires = :expires ADD #n :one',
        expression: '',
        names: { '#n': 'n', '#expires': 'expires' },
        values: { ':one': 1, ':expires': (window + 2) * windowSeconds },
      });
      return (item as { n: number }).n;
    },
  };
}
