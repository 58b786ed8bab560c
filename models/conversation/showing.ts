/** Builds what each side may see of a conversation. */
import type { Conversation } from './conversation.ts';
import { comesFirst } from './green-lane.ts';
import { shownName } from './helper.ts';
import type { Line } from './line.ts';
import { maskPhone } from './masking.ts';
import type { CitizenLine, CitizenView, DeskRow } from './views.ts';

export const forCitizen = ({ conversation: _c, by: _b, ...line }: Line): CitizenLine => line;

/** `line` is the place in the queue, looked up only while somebody waits. */
export function citizenView(c: Conversation, line?: { ahead: number; minutes: number }): CitizenView {
  return {
    id: c.id,
    office: c.office,
    language: c.language,
    elder: c.elder,
    lastSeq: c.lastSeq,
    readByOfficer: c.readByOfficer,
    state: citizenState(c, line),
    rated: c.rating !== undefined,
    ...(c.helper === undefined
      ? {}
      : { helper: { name: shownName(c.helper), joined: c.helper.joinedAt !== undefined } }),
    ...(c.live === undefined ? {} : { live: c.live }),
  };
}

function citizenState(c: Conversation, line?: { ahead: number; minutes: number }): CitizenView['state'] {
  const { state } = c;
  switch (state.name) {
    case 'with-bot':
    case 'closed':
      return { name: state.name };
    case 'with-officer':
      return { name: 'with-officer', officer: state.byName };
    case 'waiting-for-officer':
      return {
        name: 'waiting-for-officer',
        kind: state.kind,
        dueAt: state.dueAt,
        first: comesFirst(c),
        ...(state.kind === 'live' && line !== undefined ? line : {}),
        ...(state.number === undefined ? {} : { number: state.number }),
      };
  }
}

export function deskRow(c: Conversation): DeskRow {
  const { state } = c;
  const base = {
    id: c.id,
    office: c.office,
    channel: c.channel,
    state: state.name,
    need: c.summary?.need ?? '',
    lastAt: c.lastAt,
    unread: Math.max(0, c.lastSeq - c.readByOfficer),
    transfers: c.transfers,
    version: c.version,
    first: comesFirst(c),
    ...(c.live === undefined || c.live.at === 'over' ? {} : { live: c.live }),
    ...(c.topic === undefined ? {} : { service: c.topic }),
    ...(c.phone === undefined ? {} : { phone: maskPhone(c.phone) }),
  };
  switch (state.name) {
    case 'waiting-for-officer':
      return {
        ...base,
        kind: state.kind,
        since: state.since,
        dueAt: state.dueAt,
        ...(state.number === undefined ? {} : { number: state.number }),
      };
    case 'with-officer':
      return {
        ...base,
        since: state.since,
        dueAt: state.leaseUntil,
        officer: state.by,
        officerName: state.byName,
        ...(state.number === undefined ? {} : { number: state.number }),
      };
    case 'closed':
      return { ...base, since: c.openedAt, dueAt: state.at };
    case 'with-bot':
      return { ...base, since: c.openedAt, dueAt: c.lastAt };
  }
}
