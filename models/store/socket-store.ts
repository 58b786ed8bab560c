/** Files which socket belongs to whom and who listens to an office's lists. */
import type { DeskListener, Desks, SocketOwner, Sockets } from '../conversation/conversations.ts';
import { StaffId, type OfficeId } from '../ids.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** The platform closes a socket after two hours; what is left behind goes a little later. */
const SOCKET_SECONDS = 3 * 3600;

export function openSocketStore(table: Table, now: () => number): Sockets {
  return {
    async remember(socket, owner) {
      await table.put({ ...keys.socket(socket), owner, expires: Math.floor(now() / 1000) + SOCKET_SECONDS });
    },
    async owner(socket) {
      return (await table.get(keys.socket(socket)))?.['owner'] as SocketOwner | undefined;
    },
    forget: (socket) => table.remove(keys.socket(socket)),
  };
}

export function openDeskStore(table: Table): Desks {
  const change = async (office: OfficeId, verb: 'ADD' | 'DELETE', { socket, staff }: DeskListener): Promise<void> => {
    await table.update(keys.deskListeners(office), {
      set: `${verb} #l :s`,
      expression: '',
      names: { '#l': 'listeners' },
      values: { ':s': new Set([`${staff}/${socket}`]) },
    });
  };
  return {
    listen: (office, listener) => change(office, 'ADD', listener),
    unlisten: (office, listener) => change(office, 'DELETE', listener),
    async listeners(office) {
      const item = await table.get(keys.deskListeners(office));
      return [...((item?.['listeners'] as Set<string> | undefined) ?? [])].map((entry) => {
        const slash = entry.indexOf('/');
        return { staff: StaffId.parse(entry.slice(0, slash)), socket: entry.slice(slash + 1) };
      });
    },
  };
}
