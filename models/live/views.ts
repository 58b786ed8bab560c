/** What each side sees of a live guidance: the citizen their own, officers those who wait and the one they guide. */
import type { ConversationId, LiveId } from '../ids.ts';
import type { Grade } from '../conversation/rating.ts';
import type { RelayServer } from '../room/rooms.ts';
import type { Instant } from '../time.ts';
import type { Asked, LiveStep, Rung, StepReason } from './ladder.ts';
import type { LiveOutcome, LiveSession } from './live-session.ts';

/** A seat in its room, for one page. */
export type LiveSeat = { room: string; socket: { url: string; ticket: string } };

export type LiveView = {
  id: LiveId;
  version: number;
  state: LiveSession['state']['name'];
  asked: Asked;
  how: Rung;
  /** Why it stands where it stands: what somebody wished is not undone by a measurement. */
  why?: StepReason;
  askedAt: Instant;
  since?: Instant;
  endedAt?: Instant;
  outcome?: LiveOutcome;
  officer?: string;
  helper?: string;
  rated?: Grade;
  /** Somebody who waits: people before this one, whole minutes expected. */
  ahead?: number;
  minutes?: number;
};

/** The page before and in the call. */
export type LiveDoor = {
  office: { name: string; phone: string; open: boolean; hours: string };
  /** Whoever would ask now: people before them, whole minutes; null when nobody is on duty. */
  line: { ahead: number; minutes: number } | null;
  live?: LiveView;
  seat?: LiveSeat;
  /** Of the talk's helper, who has no seat here: the address of theirs. */
  beside?: string;
  /** For the trial of the network. */
  relays: readonly RelayServer[];
};
export type LiveHelperDoor = { office: string; live: LiveView; seat?: LiveSeat; relays: readonly RelayServer[] };

/** One of those who wait, for the officers' list. */
export type LiveRow = {
  id: LiveId;
  conversation: ConversationId;
  asked: Asked;
  askedAt: Instant;
  first: boolean;
  service?: string;
  /** Only this officer may answer: the talk is theirs. */
  mine?: boolean;
};
export type OfficerLive = LiveView & {
  conversation: ConversationId;
  first: boolean;
  steps: readonly LiveStep[];
  room?: string;
};

const whyOf = ({ steps }: LiveSession): Pick<LiveView, 'why'> => {
  const last = steps.at(-1);
  return last === undefined ? {} : { why: last.why };
};

export const liveView = (s: LiveSession, line?: { ahead: number; minutes: number }): LiveView => ({
  id: s.id,
  version: s.version,
  state: s.state.name,
  asked: s.asked,
  how: s.how,
  ...whyOf(s),
  askedAt: s.askedAt,
  ...(s.state.name === 'live' || s.state.name === 'ended' ? { since: s.state.since } : {}),
  ...(s.state.name === 'ended' ? { endedAt: s.state.at, outcome: s.state.outcome } : {}),
  ...(s.officer === undefined ? {} : { officer: s.officer.name }),
  ...(s.helper === undefined ? {} : { helper: s.helper.name }),
  ...(s.rated === undefined ? {} : { rated: s.rated.grade }),
  ...(s.state.name === 'waiting' && line !== undefined ? line : {}),
});

export const officerLive = (s: LiveSession): OfficerLive => ({
  ...liveView(s),
  conversation: s.conversation,
  first: s.first,
  steps: s.steps,
  ...(s.room === undefined ? {} : { room: s.room }),
});

export const liveRow = (s: LiveSession): LiveRow => ({
  id: s.id,
  conversation: s.conversation,
  asked: s.asked,
  askedAt: s.askedAt,
  first: s.first,
  ...(s.service === undefined ? {} : { service: s.service }),
  ...(s.for === undefined ? {} : { mine: true }),
});
