/** What of a matter the audit line keeps beside the event, so that every figure can be made again from the lines alone: closed words and ids. */
import { serviceById } from '../guidance/catalogue.ts';
import { waits } from '../complaint/changes/reveal.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { isOpenState, type Facts } from './line-facts.ts';

/** A matter as the stream shows it: sealed fields are there as unreadable text, or not there. */
export type OpenFields = Pick<
  Complaint,
  | 'service'
  | 'problem'
  | 'cause'
  | 'urgency'
  | 'channel'
  | 'level'
  | 'cycle'
  | 'helped'
  | 'anonymous'
  | 'notify'
  | 'contact'
  | 'answerBy'
  | 'rung'
  | 'extension'
  | 'report'
  | 'revealAsks'
  | 'rectification'
  | 'history'
  | 'owners'
> & { state: { name: string; owner?: { id: string }; how?: { owner?: { id: string } } }; declineAsked?: unknown };

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** `contact` and `answer` tell how this cycle's clock stands: running, missed, done, ended without, or none. */
export function matterFacts(m: OpenFields): Facts {
  const open = isOpenState(m.state.name);
  const owner = m.state.owner?.id ?? m.state.how?.owner?.id;
  const missed = (what: string): boolean => m.rung.includes(`${String(m.cycle)}:${what}-missed`);
  const reachable = !(m.anonymous && m.notify === 'none');
  const last = (what: string): number => m.history.findLastIndex((h) => h.what === what);
  const asks = [
    ...(m.declineAsked === undefined ? [] : ['decline']),
    ...(open && m.extension !== undefined && m.extension.decidedAt === undefined ? ['extension'] : []),
    ...(m.report !== undefined && m.report.readBy === undefined ? ['report'] : []),
    ...(m.revealAsks?.some(waits) === true ? ['reveal'] : []),
  ];
  return {
    state: m.state.name,
    ...(owner === undefined ? {} : { owner }),
    // Words that a stranger handed in as a service would become names of figures.
    service: m.service === undefined ? 'none' : serviceById(m.service) === undefined ? 'other' : m.service,
    problem: m.problem,
    cause: m.cause ?? 'none',
    urgency: m.urgency,
    channel: m.channel,
    level: String(m.level),
    cycle: String(m.cycle),
    helped: yesNo(m.helped),
    anonymous: yesNo(m.anonymous),
    contact: !reachable
      ? 'none'
      : missed('contact')
        ? 'missed'
        : m.contact.stoppedAt !== undefined
          ? 'done'
          : open
            ? 'running'
            : 'ended',
    answer: missed('answer') ? 'missed' : m.answerBy.stoppedAt !== undefined ? 'done' : open ? 'running' : 'ended',
    rated: yesNo(last('rated') > last('reopened')),
    rectifying: yesNo(m.rectification !== undefined && m.rectification.clock.stoppedAt === undefined),
    asks: asks.join(' '),
  };
}
