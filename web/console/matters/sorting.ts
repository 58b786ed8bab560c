/** What an officer chooses when sorting a matter, before it is a deed. */
import type { StaffAct } from '../../../models/complaint/requests.ts';
import type { MatterFile } from '../../../models/complaint/views.ts';

type Sort = Extract<StaffAct, { act: 'sort' }>;
export type Sorting = {
  problem: Sort['problem'];
  urgency: Sort['urgency'];
  cause: Sort['cause'] | '';
  service: string;
};

/** What the file says; for a new matter the proposal fills what is still open. */
export const sortingOf = ({ row, cause, proposal }: MatterFile): Sorting => ({
  problem: row.problem,
  urgency: row.urgency,
  cause:
    cause ?? (row.state === 'filed' && proposal !== undefined && proposal.cause !== 'unclear' ? proposal.cause : ''),
  service: row.service ?? (row.state === 'filed' ? (proposal?.service ?? '') : ''),
});

export const decisionOf = ({ problem, urgency, cause, service }: Sorting): Omit<Sort, 'act'> => ({
  problem,
  urgency,
  ...(cause === '' || cause === undefined ? {} : { cause }),
  ...(service === '' ? {} : { service }),
});
