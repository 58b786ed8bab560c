/** What a browser may carry between the pages of a release: which application is being written, whose receipt may be seen, which release is open. */
import { ReleaseId, StaffId } from '../../../models/ids.ts';
import { DAY, HOUR } from '../../../models/time.ts';
import { noCookie, slipCookie, slipOf } from '../cookies.ts';
import type { Visit } from '../form-window.ts';

/** Shared computers stand in every hall: what opens somebody's release is forgotten after two hours. */
const kinds = { apply: DAY, receipt: 2 * HOUR, own: 2 * HOUR } as const;
type SlipKind = keyof typeof kinds;

const nameOf = (kind: SlipKind): string => `bc_release_${kind}`;

export const giveSlip = ({ signer, nowMs }: Visit, kind: Exclude<SlipKind, 'own'>, id: ReleaseId): string =>
  slipCookie(signer, nameOf(kind), { m: id }, kinds[kind], nowMs);

export const onSlip = ({ signer, event, nowMs }: Visit, kind: Exclude<SlipKind, 'own'>): ReleaseId | undefined =>
  ReleaseId.safeParse(slipOf(signer, event.cookies, nameOf(kind), nowMs)?.['m']).data;

export const takeSlip = (kind: SlipKind): string => noCookie(nameOf(kind));

/** Who has the release open: its owner's side, somebody whom the owner named as helper, or the lender's agent on the way to the call. */
export type Holder =
  | { release: ReleaseId; as: 'owner' }
  | { release: ReleaseId; as: 'helper'; helper: string }
  /** Good as long as the session in which it was given. */
  | { release: ReleaseId; as: 'lender'; agent: StaffId; session: string };

export function giveOwn({ signer, nowMs }: Pick<Visit, 'signer' | 'nowMs'>, holder: Holder): string {
  const says = {
    m: holder.release,
    s: holder.as,
    ...(holder.as === 'helper' ? { h: holder.helper } : {}),
    ...(holder.as === 'lender' ? { a: holder.agent, i: holder.session } : {}),
  };
  return slipCookie(signer, nameOf('own'), says, kinds.own, nowMs);
}

export function ownOn({ signer, event, nowMs }: Pick<Visit, 'signer' | 'event' | 'nowMs'>): Holder | undefined {
  const says = slipOf(signer, event.cookies, nameOf('own'), nowMs);
  const release = ReleaseId.safeParse(says?.['m']);
  if (says === undefined || !release.success) return undefined;
  if (says['s'] === 'owner') return { release: release.data, as: 'owner' };
  if (says['s'] === 'lender') {
    const agent = StaffId.safeParse(says['a']);
    return agent.success && typeof says['i'] === 'string'
      ? { release: release.data, as: 'lender', agent: agent.data, session: says['i'] }
      : undefined;
  }
  return typeof says['h'] === 'string' ? { release: release.data, as: 'helper', helper: says['h'] } : undefined;
}
