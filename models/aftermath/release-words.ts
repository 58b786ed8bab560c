/** What of a release's happenings each side is told. */
import type { ReleaseNews, ReleaseReader } from '../release/news.ts';
import type { Side } from '../release/parties.ts';
import type { Release } from '../release/release.ts';
import type { AuditLine } from './audit.ts';

/** What an image of a release shows without opening anything sealed. */
export type ReleaseWays = Pick<
  Release,
  'notify' | 'talk' | 'wishes' | 'lender' | 'sides' | 'channel' | 'sessions' | 'bookings' | 'ticked' | 'certificateWith'
>;

export type SaidTo = { index: number; to: ReleaseReader; news: ReleaseNews };
type One = { to: Side; news: ReleaseNews };

const both = (news: ReleaseNews): One[] => [
  { to: 'owner', news },
  { to: 'lender', news },
];

/**
 * Told are steps that ask something of a side or end something for it. What a side did itself is answered where it did it. Which papers
 * are whose, and how the certificate goes back, is sealed: the teller looks, and drops what does not concern its reader.
 */
function newsOf(r: ReleaseWays, what: string, reason: string | undefined): One[] {
  const holder = r.certificateWith;
  switch (what) {
    case 'filed':
      return filed(r);
    case 'papers-faulty':
      return both('papers-missing');
    case 'papers-good':
      return both(r.bookings.length > 0 ? 'papers-good' : 'choose-time').filter(
        // The owner chooses the time, where there is one; the agent's calendar is asked for it.
        ({ to, news }) => to === 'owner' || news === 'papers-good' || !r.sides.includes('owner'),
      );
    case 'agent-took':
      return both('agent-took');
    case 'session-opened':
      return both('called').filter(({ to }) => reason?.split('+').includes(to));
    case 'session-ended':
      return reason === 'aborted' || reason === 'technical' ? both('call-broken').filter(({ to }) => wasIn(r, to)) : [];
    case 'ticked':
      return stated(r, reason);
    case 'accepted':
    case 'approved':
    case 'refused':
    case 'cancelled':
    case 'expired':
    case 'closed':
      return both(what);
    case 'moved-to-counter':
      return both('to-counter');
    case 'registered':
      return both('registered');
    case 'certificate-collected':
      return [{ to: holder, news: 'certificate-here' }];
    case 'certificate-annotated':
      return [{ to: holder, news: 'certificate-ready' }];
    case 'certificate-sent':
      return [{ to: holder, news: 'certificate-sent' }];
    case 'certificate-returned':
      return both('certificate-back');
    default:
      return [];
  }
}

/** Who applied in a talk has the receipt there; a lender that filed knows it, its owner does not. */
function filed(r: ReleaseWays): One[] {
  const owner: One[] =
    r.channel === 'lender'
      ? [{ to: 'owner', news: 'for-you' }]
      : r.notify === 'chat' && r.talk !== undefined
        ? []
        : [{ to: 'owner', news: 'filed' }];
  return r.lender?.agent === undefined ? [...owner, { to: 'lender', news: 'filed' }] : owner;
}

const wasIn = ({ sessions }: ReleaseWays, side: Side): boolean => sessions.at(-1)?.with.includes(side) === true;

/** In a call of both, the other one hears it. */
function stated(r: ReleaseWays, cell: string | undefined): One[] {
  const [step, side] = (cell ?? '').split(':');
  const other: Side = side === 'owner' ? 'lender' : 'owner';
  const has = r.ticked.some((one) => one.cell === `statement:${other}`);
  return step !== 'statement' || has || wasIn(r, other) ? [] : [{ to: other, news: 'other-stated' }];
}

export function releaseWords(r: ReleaseWays, happened: AuditLine['happened']): SaidTo[] {
  return happened.flatMap(({ what, reason }, index) =>
    newsOf(r, what, reason)
      .filter(({ to }) => r.sides.includes(to))
      .flatMap(({ to, news }): SaidTo[] => {
        if (to === 'owner') return [{ index, to, news }];
        if (r.lender?.agent !== undefined) return [{ index, to: 'agent', news }];
        // Whoever keeps the lender's house is told that one waits to be taken on; the rest is for the one who takes it.
        return news === 'filed' && r.lender !== undefined ? [{ index, to: 'contact', news }] : [];
      }),
  );
}
