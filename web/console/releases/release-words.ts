/** What happened to a release, and its cells, in words. */
import type { Phrases } from '../phrases.ts';
import type { ReleaseHappened } from './open-release.ts';

const sides = new Set([
  'filed',
  'papers-added',
  'booked',
  'rebooked',
  'code-right',
  'code-wrong',
  'helper-named',
  'helper-removed',
  'notices-chosen',
]);

/** `identity:owner` in words. */
export function cellWords(cell: string, t: Phrases): string {
  const [step = '', party = ''] = cell.split(':');
  const name = t.releases.steps[step] ?? step;
  return party === 'case' ? name : `${t.releases.calls.sides[party] ?? party} ${name}`;
}

export function releaseHappened(h: ReleaseHappened, t: Phrases): { what: string; why: string } {
  const say = t.releases.history;
  const who = h.by ?? (sides.has(h.what) ? t.releases.collision.side : say.system);
  const separator = t.product === '办成' ? ' ' : ': ';
  return { what: `${who}${separator}${say.what[h.what] ?? h.what}`, why: reasonWords(h, t) };
}

function reasonWords({ what, reason }: ReleaseHappened, t: Phrases): string {
  if (reason === undefined) return '';
  const { releases: say } = t;
  if (what === 'filed') return say.context.channels[reason] ?? reason;
  if (what === 'papers-added') return say.papers.names[reason] ?? reason;
  if (what === 'ticked') return cellWords(reason, t);
  if (what === 'unticked') {
    const [step, party, why = ''] = reason.split(':');
    return `${cellWords(`${step ?? ''}:${party ?? ''}`, t)}，${say.history.reasons[why] ?? why}`;
  }
  return (
    say.history.reasons[reason] ??
    say.forms.cancelling.reasons[reason] ??
    say.finish.reasons[reason] ??
    say.calls.how[reason] ??
    reason
  );
}
