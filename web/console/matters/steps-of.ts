/** The eight steps of a matter, from received to filed away, as they were taken in this round. */
import type { MatterFile } from '../../../models/complaint/views.ts';

export type StepName =
  | 'filed'
  | 'accepted'
  | 'contact'
  | 'assigned'
  | 'working'
  | 'answered'
  | 'confirmed'
  | 'closed'
  | 'declined'
  | 'withdrawn'
  | 'merged';
export type Step = { name: StepName; status: 'taken' | 'now' | 'to-come'; at?: string; late?: boolean };

type Seen = Pick<MatterFile, 'row' | 'history'>;

/** A reopened matter begins its round with the reopening; what came before stands in the history. */
export function stepsOf({ row, history }: Seen): Step[] {
  const round = history.findLastIndex((h) => h.what === 'reopened');
  const since = history.slice(Math.max(0, round));
  const last = (...what: string[]): Seen['history'][number] | undefined => since.findLast((h) => what.includes(h.what));
  const filed = history.find((h) => h.what === 'filed');
  const step = (name: StepName, happened: Seen['history'][number] | undefined): Step =>
    happened === undefined
      ? { name, status: 'to-come' }
      : { name, status: 'taken', at: happened.at, ...(happened.reason === 'late' ? { late: true } : {}) };
  const head: Step[] = [
    filed === undefined ? { name: 'filed', status: 'taken', at: row.filedAt } : step('filed', filed),
    step('accepted', last('accepted', 'reopened')),
    step('contact', last('first-contact')),
    step('assigned', last('assigned', 'claimed')),
  ];
  const ended = endOf(row.state);
  if (ended !== undefined) {
    const over = last(ended === 'declined' ? 'declined' : ended);
    const kept = head.filter(({ status }) => status === 'taken');
    return [...kept, { ...step(ended, over), status: 'taken' }, closed(row, last('closed'))];
  }
  const answered = last('answered');
  const working: Step = {
    name: 'working',
    status:
      row.state === 'working' || row.state === 'waiting-for-citizen'
        ? 'now'
        : answered === undefined
          ? 'to-come'
          : 'taken',
  };
  const steps = [
    ...head,
    working,
    step('answered', answered),
    step('confirmed', last('confirmed')),
    closed(row, last('closed')),
  ];
  if (steps.some(({ status }) => status === 'now') || row.state === 'closed') return steps;
  // The first step that is still to come is the one that is being waited for.
  const next = steps.findIndex(({ status, name }) => status === 'to-come' && name !== 'contact');
  return steps.map((one, index) => (index === next ? { ...one, status: 'now' } : one));
}

const closed = (row: MatterFile['row'], happened: { at: string } | undefined): Step =>
  row.state === 'closed' && happened !== undefined
    ? { name: 'closed', status: 'taken', at: happened.at }
    : { name: 'closed', status: 'to-come' };

function endOf(state: MatterFile['row']['state']): 'declined' | 'withdrawn' | 'merged' | undefined {
  return state === 'declined' || state === 'withdrawn' || state === 'merged' ? state : undefined;
}
