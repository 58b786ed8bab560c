/** A room with its door: sockets that open, speak and close as pages do. */
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import { openRoom } from '../../functions/room/lead-room.ts';
import { partyTicket, type PartyHolder } from '../../handlers/socket/ticket.ts';
import { ReleaseId, RoomId } from '../../models/ids.ts';
import type { RoomParty, RoomSubject } from '../../models/room/subject.ts';
import type { RoomNews, RoomView } from '../../models/room/views.ts';
import { call, delivery, type Caller, type World } from '../world.ts';

export type Page = { socket: string; page: string; ticket: string; room: RoomId; who: RoomParty };

const event = (socket: string, routeKey: string, more: object = {}) =>
  ({
    requestContext: { connectionId: socket, routeKey, requestId: randomUUID() },
    isBase64Encoded: false,
    ...more,
  }) as unknown as APIGatewayProxyWebsocketEventV2 & { queryStringParameters: Record<string, string> };

export const wiredOffice = async () => {
  await import('../../handlers/socket/message.ts');
  const { wired } = await import('../../handlers/wiring.ts');
  return wired();
};

export async function someRoom(): Promise<{ room: RoomId; subject: RoomSubject }> {
  const { deps } = await wiredOffice();
  const room = RoomId.parse(deps.newId());
  const subject: RoomSubject = { kind: 'release', id: ReleaseId.parse(deps.newId()) };
  const made = await openRoom(deps, {
    id: room,
    subject,
    office: 'yinchuan',
    names: { owner: '李*芳', lender: '周*鹏', helper: '李*强' },
  });
  if (!made.ok) throw new Error(made.refusal.detail);
  return { room, subject };
}

export async function ticketOf(holder: Omit<PartyHolder, 'language'>): Promise<string> {
  const { deps, signer } = await wiredOffice();
  return partyTicket(signer, { ...holder, language: 'zh' }, Date.parse(deps.now()));
}
export const staffTicketOf = async (who: Caller): Promise<string> =>
  (await call('POST /api/staff/socket', who)).body['ticket'] as string;

export async function knock(socket: string, ticket: string): Promise<number> {
  const { connect } = await import('../../handlers/socket/doors.ts');
  return ((await connect(event(socket, '$connect', { queryStringParameters: { ticket } }))) as { statusCode: number })
    .statusCode;
}
export async function hangUp(socket: string): Promise<void> {
  const { disconnect } = await import('../../handlers/socket/doors.ts');
  await disconnect(event(socket, '$disconnect'));
}
export async function speak(socket: string, message: object | string): Promise<void> {
  const { message: hear } = await import('../../handlers/socket/message.ts');
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const { statusCode } = (await hear(event(socket, '$default', { body }))) as { statusCode: number };
  if (statusCode !== 200) throw new Error(`answered ${String(statusCode)}`);
}

/** A page that has opened its socket; joining is its next word. */
export async function page(who: RoomParty, room: RoomId, ticket: string): Promise<Page> {
  const socket = `${who}-${randomUUID()}`;
  if ((await knock(socket, ticket)) !== 200) throw new Error('the door stayed shut');
  return { socket, page: randomUUID(), ticket, room, who };
}
export const say = (from: Page, action: string, more: object = {}): Promise<void> =>
  speak(from.socket, { action, ticket: from.ticket, room: from.room, ...more });
export const join = (from: Page, more: object = {}): Promise<void> =>
  say(from, 'room-join', { page: from.page, after: 0, ...(from.who === 'officer' ? {} : { consent: '4' }), ...more });

export const heard = (world: World, from: Page): RoomNews[] =>
  (world.sent.get(from.socket) ?? []) as unknown as RoomNews[];
export const news = <T extends RoomNews['type']>(world: World, from: Page, type: T): Extract<RoomNews, { type: T }>[] =>
  heard(world, from).filter((one): one is Extract<RoomNews, { type: T }> => one.type === type);
export const refusals = (world: World, from: Page): string[] => news(world, from, 'refused').map((one) => one.kind);

/** The newest room that the page was shown. */
export function shown(world: World, from: Page): RoomView {
  const views = heard(world, from).flatMap((one) => ('room' in one ? [one.room] : []));
  const newest = views.sort((a, b) => a.version - b.version).at(-1);
  if (newest === undefined) throw new Error('no room was shown');
  return newest;
}
export const chat = (text: string): object => ({ delivery: delivery(), text });

/** Officer, owner and lender's side in one room, all let in; the lender's side sits by link, as an agent without account would. */
export async function threeInARoom(officer: Caller): Promise<Record<'officer' | 'owner' | 'lender', Page>> {
  const { room, subject } = await someRoom();
  const pages = {
    officer: await page('officer', room, await staffTicketOf(officer)),
    owner: await page('owner', room, await ticketOf({ room, subject, party: 'owner' })),
    lender: await page('lender', room, await ticketOf({ room, subject, party: 'lender' })),
  };
  for (const one of Object.values(pages)) await join(one);
  for (const party of ['owner', 'lender']) await say(pages.officer, 'room-admit', { party, admitted: true });
  return pages;
}
