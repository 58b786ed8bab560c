/** Which of the lender's people has a release: somebody takes it on; a colleague follows whoever missed the call or may not act any more. */
import type { StaffId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { plus, type Instant } from '../../time.ts';
import { noted, type Release } from '../release.ts';
import { releaseRulesOf } from '../rules.ts';
import { happened, inState } from './by.ts';

/** Of the agent who has it. */
export type AgentPresence = {
  /** The mandate stands, the lender is enrolled. */
  stands: boolean;
  /** In the room of the lender's last session: now, or at any time when it is over. */
  there: boolean;
};
const nobody: AgentPresence = { stands: true, there: true };

/** Why a colleague may follow: nobody has met yet; a session was missed; the mandate has ended. */
type Followed = 'instead' | 'missed' | 'mandate-ended';

export function takeForLender(
  r: Release,
  agent: { id: StaffId; name: string },
  now: Instant,
  presence: AgentPresence = nobody,
): Outcome<Release> {
  if (r.lender === undefined) return refused('wrong-state', 'no lender takes part in this release');
  const has = r.lender.agent;
  if (has?.id === agent.id) return done(r);
  const may = inState(r, 'applied', 'checking-papers', 'papers-missing', 'booked', 'in-session');
  if (!may.ok) return may;
  const taken = { ...r, lender: { ...r.lender, agent: { id: agent.id, name: agent.name } } };
  if (has === undefined) return done(noted(taken, happened('agent-took', agent, now)));
  const why = whyFollowed(r, has.id, presence, now);
  return why.ok ? done(noted(begunAnew(taken), happened('agent-took', agent, now, why.value))) : why;
}

function whyFollowed(r: Release, has: StaffId, { stands, there }: AgentPresence, now: Instant): Outcome<Followed> {
  if (!stands) return done('mandate-ended');
  const last = lastLenderSession(r);
  const since = r.history.findLast(({ what, by }) => what === 'agent-took' && by === has)?.at ?? r.filedAt;
  if (last === undefined || (last.endedAt !== undefined && last.endedAt < since)) return done('instead');
  if (there || r.ticked.some(({ cell, room }) => room === last.room && cell.endsWith(':lender')))
    return refused('wrong-state', 'another agent has already been in a session');
  const from = last.startedAt > since ? last.startedAt : since;
  if (last.endedAt === undefined && now < plus(from, releaseRulesOf(r.office).agentWaitsMs))
    return refused('wrong-state', 'the colleague may still come to this call');
  return done('missed');
}

export const lastLenderSession = ({ sessions }: Pick<Release, 'sessions'>): Release['sessions'][number] | undefined =>
  sessions.findLast((session) => session.with.includes('lender'));

/** What was found with one person says nothing of another: identity, mandate, code and will of the lender are asked for again. */
const begunAnew = (r: Release): Release => ({
  ...r,
  ticked: r.ticked.filter(({ cell }) => !cell.endsWith(':lender')),
  challenges: r.challenges.filter(({ side }) => side !== 'lender'),
});

/** The code of this side was typed right, by whoever speaks for it now. */
export function codeIsRight({ history }: Pick<Release, 'history'>, side: string): boolean {
  const right = history.findLastIndex(({ what, reason }) => what === 'code-right' && reason === side);
  const took = side === 'lender' ? history.findLastIndex(({ what }) => what === 'agent-took') : -1;
  return right > took;
}
