/** Files rooms and the lines written in them. */
import type { RoomId } from '../ids.ts';
import { roomParties, type RoomParty } from '../room/subject.ts';
import { RoomLine } from '../room/line.ts';
import { Room, type Seat } from '../room/room.ts';
import type { Rooms } from '../room/rooms.ts';
import { keys, lineSpan } from './keys.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import { isFree, type Change, type Item, type Table } from './table.ts';

const placeOf = (item: Item): string => `${item['pk'] as string}#${item['sk'] as string}`;
/** Beside the record: what pages say every few seconds must not move its version. */
const seenName = (party: RoomParty): string => `seen_${party}`;
const mediaName = (party: RoomParty): string => `media_${party}`;

export function openRoomStore(table: Table, sealer: Sealer): Rooms {
  const roomOf = async (item: Item): Promise<Room> => {
    const room = Room.parse(withSubject(await openFields(item['record'] as Item, ['names'], placeOf(item), sealer)));
    const seats = roomParties.flatMap((party) => {
      const seat = room.seats[party];
      return seat === undefined ? [] : [[party, asSeen(seat, item, party)] as const];
    });
    return { ...room, seats: Object.fromEntries(seats) };
  };
  const lineOf = async (item: Item | undefined): Promise<RoomLine | undefined> =>
    item === undefined
      ? undefined
      : RoomLine.parse(await openFields(item['line'] as Item, ['text'], placeOf(item), sealer));
  /** Only as long as the seat is still on this socket: a page that was thrown out says nothing for the new one. */
  const beside = async (
    id: RoomId,
    party: RoomParty,
    connection: string,
    name: string,
    value: unknown,
  ): Promise<Room | undefined> => {
    const item = await table.update(keys.room(id), {
      set: 'SET #beside = :value',
      expression: '#record.#seats.#party.#connection = :connection',
      names: { '#beside': name, '#record': 'record', '#seats': 'seats', '#party': party, '#connection': 'connection' },
      values: { ':value': value, ':connection': connection },
    });
    return item === false || item === undefined ? undefined : roomOf(item);
  };

  return {
    async find(id) {
      const item = await table.get(keys.room(id));
      return item === undefined ? undefined : roomOf(item);
    },

    async commit(before, after, line) {
      const key = keys.room(after.id);
      const record = sealFields({ ...after, version: (before?.version ?? 0) + 1 }, ['names'], placeOf(key), sealer);
      const change: Change = {
        set: 'SET #record = :record, #kind = :kind',
        names: { '#record': 'record', '#kind': 'kind', ...(before === undefined ? {} : { '#version': 'version' }) },
        values: { ':record': record, ':kind': 'room', ...(before === undefined ? {} : { ':read': before.version }) },
        expression: before === undefined ? 'attribute_not_exists(#record)' : '#record.#version = :read',
      };
      if (line === undefined) return (await table.update(key, change)) === false ? 'stale' : 'done';
      const lineKey = keys.roomLine(after.id, line.seq);
      const mark = keys.roomDelivery(after.id, line.delivery);
      const put = (item: Item): { Put: { TableName: string; Item: Item; ConditionExpression: string } } => ({
        Put: { TableName: table.name, Item: item, ConditionExpression: isFree.expression },
      });
      const answer = await table.transact([
        {
          Update: {
            TableName: table.name,
            Key: key,
            UpdateExpression: change.set,
            ConditionExpression: change.expression,
            ExpressionAttributeNames: change.names,
            ExpressionAttributeValues: change.values,
          },
        },
        put({ ...lineKey, line: sealFields(line, ['text'], placeOf(lineKey), sealer) }),
        put({ ...mark, seq: line.seq }),
      ]);
      if (answer.ok) return 'done';
      // A repeat is looked for first: the first delivery has also moved the version.
      return (await table.get(mark)) === undefined ? 'stale' : 'repeated';
    },

    seen: (id, party, connection, at) => beside(id, party, connection, seenName(party), at),
    show: (id, party, connection, media) => beside(id, party, connection, mediaName(party), { ...media, connection }),

    async linesAfter(id, after, limit) {
      const lines: RoomLine[] = [];
      let start: Item | undefined;
      do {
        const page = await table.query({
          pk: keys.room(id).pk,
          ...lineSpan(after),
          limit: limit - lines.length,
          ...(start === undefined ? {} : { start }),
        });
        for (const item of page.items) lines.push((await lineOf(item)) as RoomLine);
        start = page.next;
      } while (start !== undefined && lines.length < limit);
      return lines;
    },
    async lineOf(id, delivery) {
      const mark = await table.get(keys.roomDelivery(id, delivery));
      return mark === undefined ? undefined : lineOf(await table.get(keys.roomLine(id, mark['seq'] as number)));
    },
  };
}

/** Rooms that were filed when every room was a release's. */
function withSubject(record: Item): Item {
  const { release, ...rest } = record;
  return release === undefined ? record : { ...rest, subject: { kind: 'release', id: release } };
}

function asSeen(seat: Seat, item: Item, party: RoomParty): Seat {
  const seenAt = item[seenName(party)] as Seat['seenAt'] | undefined;
  const media = item[mediaName(party)] as Pick<Seat, 'muted' | 'cameraOff' | 'connection'> | undefined;
  return {
    ...seat,
    // What a page said before it was replaced is in the record by now.
    ...(media?.connection === seat.connection ? media : {}),
    seenAt: seenAt !== undefined && seenAt > seat.seenAt ? seenAt : seat.seenAt,
  };
}
