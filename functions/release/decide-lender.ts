/** A manager approves a lender, sends the application back with all reasons, suspends and resumes it; the lender is told by a message. */
import type { Officer } from '../../models/access/staff.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import { approveLender, resumeLender, returnLender, suspendLender } from '../../models/release/lender-changes.ts';
import type { DecideLender } from '../../models/release/lender-requests.ts';
import { shownLender, type ShownLender } from '../../models/release/lender-views.ts';
import { endSessions } from '../access/end-sessions.ts';
import { tellAtOnce } from '../aftermath/queue-notices.ts';
import type { Deps } from '../deps.ts';
import { lenderAsSeen } from './find-lender.ts';

/** `told`: whether the message was taken; where it was not, somebody calls. */
export async function decideLender(
  deps: Deps,
  by: Officer,
  { id, version, what }: DecideLender,
): Promise<Outcome<{ lender: ShownLender; told: 'sent' | 'failed' }>> {
  const found = await lenderAsSeen(deps, by, { id, version });
  if (!found.ok) return found;
  const decided = change(found.value, what, { at: deps.now(), by: by.id });
  if (!decided.ok) return decided;
  const saved = await deps.lenders.save(decided.value, found.value);
  if (!saved.ok) return saved;
  if (what.act === 'suspend') {
    // Their next request is refused in any case; this closes what is open now.
    const agents = await deps.staff.agentsOf(id);
    await Promise.all(agents.map((agent) => endSessions(deps, agent)));
  }
  return done({ lender: shownLender(saved.value, by.id), told: await tell(deps, saved.value, what) });
}

function change(lender: Lender, what: DecideLender['what'], act: Parameters<typeof approveLender>[1]): Outcome<Lender> {
  switch (what.act) {
    case 'approve':
      return approveLender(lender, act);
    case 'return':
      return returnLender(lender, what, act);
    case 'suspend':
      return suspendLender(lender, what.note, act);
    case 'resume':
      return resumeLender(lender, act);
  }
}

/** At any hour: the manager waits to hear whether it went, and calls where it did not. It is tried again all the same. */
const tell = (deps: Deps, lender: Lender, { act }: DecideLender['what']): Promise<'sent' | 'failed'> =>
  tellAtOnce(deps, {
    about: { kind: 'lender', id: lender.id, to: 'contact', news: act },
    version: lender.version,
    index: 0,
    office: lender.office,
    at: deps.now(),
    channel: 'sms',
    urgent: true,
  });
