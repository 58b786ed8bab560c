/** Files staff, their sessions and the counters of rate limits. */
import type { RateLimits, Sessions, StaffRecords } from '../access/records.ts';
import { Session, Staff, Standing } from '../access/staff.ts';
import { done, refused } from '../outcome.ts';
import { msOf } from '../time.ts';
import { agentsOf, keys, mandatesOf, sessionsOf, staffOf, type Key } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { conditionInput, isFree, type Condition, type Item, type Table } from './table.ts';

const SEALED_STAFF = ['totpSecret', 'passwordHash', 'nextCode', 'phone'] as const;

const asRead = (staff: Staff): Condition =>
  staff.version === 0
    ? isFree
    : {
        expression: '#record.#version = :read',
        names: { '#record': 'record', '#version': 'version' },
        values: { ':read': staff.version },
      };
const stale = refused('stale', 'somebody else changed this member of staff first');

export function openStaffStore(table: Table, sealer: Sealer): StaffRecords {
  const staffOfItem = async (item: Item): Promise<Staff> =>
    Staff.parse(await openFields(item['record'] as Item, SEALED_STAFF, item['pk'] as string, sealer));
  const itemOf = (next: Staff): Item & Key => {
    const key = keys.staff(next.id);
    return {
      ...key,
      kind: 'staff',
      record: sealFields(next, SEALED_STAFF, key.pk, sealer),
      gsi2pk: next.lender === undefined ? staffOf(next.office) : agentsOf(next.lender),
      gsi2sk: next.id,
      ...(next.mandate === undefined || next.mandate.revokedAt !== undefined || !next.active
        ? {}
        : { gsi1pk: mandatesOf(next.office), gsi1sk: `${next.mandate.until}#${next.id}` }),
    };
  };
  const allOf = async (pk: string): Promise<Staff[]> =>
    Promise.all((await table.queryAll({ index: 'byDigest', pk })).map(staffOfItem));
  return {
    async find(id) {
      const item = await table.get(keys.staff(id));
      return item === undefined ? refused('not-found', 'no such member of staff') : done(await staffOfItem(item));
    },
    async save(staff) {
      const next = { ...staff, version: staff.version + 1 };
      return (await table.put(itemOf(next), asRead(staff))) ? done(next) : stale;
    },
    async saveAs(operator, staff) {
      const next = { ...staff, version: staff.version + 1 };
      const saved = await table.transact([
        { Put: { TableName: table.name, Item: itemOf(next), ...conditionInput(asRead(staff)) } },
        {
          ConditionCheck: {
            TableName: table.name,
            Key: keys.staff(operator),
            ConditionExpression: '#r.#active = :yes AND #r.#role = :operator AND attribute_not_exists(#r.#enrolment)',
            ExpressionAttributeNames: {
              '#r': 'record',
              '#active': 'active',
              '#role': 'role',
              '#enrolment': 'enrolment',
            },
            ExpressionAttributeValues: { ':yes': true, ':operator': 'operator' },
          },
        },
      ]);
      if (saved.ok) return done(next);
      return saved.failed === 1 ? refused('not-allowed', 'signed out: no longer an active operator') : stale;
    },
    async standing(id) {
      const record = (await table.get(keys.staff(id)))?.['record'] as Item | undefined;
      return record === undefined ? undefined : Standing.strip().parse(record);
    },
    digestOf: (code) => sealer.digest(`enrolment#${code}`),
    ofOffice: (office) => allOf(staffOf(office)),
    agentsOf: (lender) => allOf(agentsOf(lender)),
    async mandatesEnding(office, from, until, limit) {
      const { items } = await table.query({ index: 'byDue', pk: mandatesOf(office), from, to: `${until}#~`, limit });
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
    async giveBack(what, windowSeconds, nowMs) {
      const window = Math.floor(nowMs / 1000 / windowSeconds);
      await table.update(keys.rate(what, String(window)), {
        set: 'ADD #n :less',
        expression: 'attribute_exists(#n)',
        names: { '#n': 'n' },
        values: { ':less': -1 },
      });
    },
  };
}
