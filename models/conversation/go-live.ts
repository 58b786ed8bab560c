/** What a live guidance does to its talk: the officer who guides has it, and once it is over the assistant has it again. */
import type { StaffId } from '../ids.ts';
import { isNewer, type LiveMark } from '../live/live-mark.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { HOUR, plus, type Instant } from '../time.ts';
import { noted, type Conversation } from './conversation.ts';

/** Longer than any call: who speaks with somebody does not lose the talk for not writing. */
const LEASE_MS = 6 * HOUR;

export type Marking = { mark: LiveMark; officer?: { id: StaffId; name: string } };

/** Refuses as `stale` what the talk already knows. */
export function withLive(c: Conversation, { mark, officer }: Marking, now: Instant): Outcome<Conversation> {
  if (!isNewer(mark, c.live)) return refused('stale', 'the talk knows it already');
  const marked: Conversation = { ...c, live: mark };
  if (mark.at === 'live' && officer !== undefined) return done(guided(marked, officer, now));
  const wasGuided = c.live?.id === mark.id && c.live.at === 'live';
  if (mark.at !== 'over' || !wasGuided || c.state.name !== 'with-officer') return done(marked);
  return done(
    noted({ ...marked, failedTurns: 0, state: { name: 'with-bot' } }, { at: now, what: 'back-to-bot', by: c.state.by }),
  );
}

function guided(c: Conversation, officer: { id: StaffId; name: string }, now: Instant): Conversation {
  const { state } = c;
  const leaseUntil = plus(now, LEASE_MS);
  if (state.name === 'with-officer' && state.by === officer.id) return { ...c, state: { ...state, leaseUntil } };
  const number = state.name === 'waiting-for-officer' ? state.number : undefined;
  return noted(
    {
      ...c,
      state: {
        name: 'with-officer',
        by: officer.id,
        byName: officer.name,
        since: now,
        leaseUntil,
        ...(number === undefined ? {} : { number }),
      },
    },
    { at: now, what: 'claimed', by: officer.id },
  );
}
