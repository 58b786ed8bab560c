/** Proves who stands before the window, and drops everything the request itself claims about that. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { standingOrStop } from '../../functions/access/standing.ts';
import type { Deps } from '../../functions/deps.ts';
import { helperStands, takenBack } from '../../functions/conversation/helper-of-talk.ts';
import { may } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { ConversationId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { MINUTE, msOf } from '../../models/time.ts';
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import { cookieValue, HELP, noCookie, seatOf, STAFF, visitCookie, visitorOf } from './cookies.ts';
import { problem, signedOut } from './problem.ts';
import { ownOn, type Holder } from './release-pages/slips.ts';
import type { Audience, Request } from './window.ts';

type Admitted =
  | { ok: true; who: Visitor | Holder | Officer | undefined; cookies: string[] }
  | { ok: false; response: APIGatewayProxyStructuredResultV2 };

/** Requests a minute and visitor or officer; a person types far less. */
const CITIZEN_PER_MINUTE = 120;

export async function admit(deps: Deps, audience: Audience, request: Request): Promise<Admitted> {
  const { event, language } = request;
  const method = event.requestContext.http.method;
  if (method !== 'GET' && method !== 'HEAD' && event.headers['x-bancheng'] !== '1') {
    return {
      ok: false,
      response: problem({ kind: 'not-allowed', detail: 'the request must come from our own page' }, language),
    };
  }
  switch (audience.who) {
    case 'anyone':
      return { ok: true, who: undefined, cookies: [] };
    case 'citizen':
      return admitCitizen(deps, request);
    case 'party':
      return admitParty(deps, request);
    case 'staff': {
      const asked = await officerOf(deps, request);
      if (!asked.ok) return { ok: false, response: signedOut(language, asked.refusal) };
      const officer = asked.value;
      if (!may(officer.role, audience.permission)) {
        return {
          ok: false,
          response: problem(
            { kind: 'not-allowed', detail: `a ${officer.role} may not ${audience.permission}` },
            language,
          ),
        };
      }
      return { ok: true, who: officer, cookies: [] };
    }
  }
}

async function admitCitizen(deps: Deps, { event, signer, language, address }: Request): Promise<Admitted> {
  const nowMs = msOf(deps.now());
  if (busy(address, nowMs))
    return { ok: false, response: problem({ kind: 'too-many', detail: 'too many requests' }, language) };
  const seat = seatOf(signer, event.cookies, nowMs);
  if (seat !== undefined) {
    const stands = await helperStands(deps, seat);
    // Whatever a page of theirs still wanted to do there is not done elsewhere: the next opening is in the own talk.
    if (stands === undefined)
      return { ok: false, response: { ...problem(takenBack.refusal, language), cookies: [noCookie(HELP)] } };
    const { office } = stands.conversation;
    return { ok: true, who: { ...seat, office, language, elder: false }, cookies: [] };
  }
  const known = visitorOf(signer, event.cookies, nowMs);
  if (known !== undefined) return { ok: true, who: known, cookies: [] };
  const visitor: Visitor = {
    conversation: ConversationId.parse(deps.newId()),
    office: 'yinchuan',
    language,
    elder: false,
  };
  return { ok: true, who: visitor, cookies: [visitCookie(signer, visitor, nowMs)] };
}

async function admitParty(deps: Deps, { event, signer, language }: Request): Promise<Admitted> {
  const holder = ownOn({ event, signer, nowMs: msOf(deps.now()) });
  if (holder === undefined)
    return {
      ok: false,
      response: signedOut(language, { kind: 'not-allowed', detail: 'no release is open on this device' }),
    };
  // An agent who signed out, or was stopped, leaves no open door on a shared computer.
  const standing = holder.as === 'lender' ? await standingOrStop(deps, holder.session, holder.agent) : done(undefined);
  return standing.ok
    ? { ok: true, who: holder, cookies: [] }
    : { ok: false, response: signedOut(language, standing.refusal) };
}

async function officerOf(deps: Deps, { event, signer }: Request): Promise<Outcome<Officer>> {
  const now = deps.now();
  const slip = cookieValue(event.cookies, STAFF);
  const says = slip === undefined ? undefined : signer.check('staff', slip, msOf(now));
  const staff = StaffId.safeParse(says?.['w']);
  if (!staff.success || typeof says?.['s'] !== 'string') return refused('not-allowed', 'signed out');
  const standing = await standingOrStop(deps, says['s'], staff.data);
  if (!standing.ok) return standing;
  const { session, officer } = standing.value;
  if (msOf(now) - msOf(session.lastSeenAt) > 5 * MINUTE) await deps.sessions.touch(session.id, now);
  return done(officer);
}

/** Each instance counts for itself: enough to stop a flood, and it costs a chat turn no request. */
const used = new Map<string, { minute: number; n: number }>();
function busy(address: string, nowMs: number): boolean {
  const minute = Math.floor(nowMs / MINUTE);
  const seen = used.get(address);
  if (seen?.minute !== minute) {
    if (used.size > 10_000) used.clear();
    used.set(address, { minute, n: 1 });
    return false;
  }
  seen.n += 1;
  return seen.n > CITIZEN_PER_MINUTE * Number(process.env['RATE_FACTOR'] ?? '1');
}
