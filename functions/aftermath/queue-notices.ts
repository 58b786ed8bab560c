/** Files a notice for everything in a change that the person is to be told; lines in a talk are written at once. */
import { NEWS_MS, newsOf } from '../../models/aftermath/notice-rules.ts';
import { newNotice, type Way } from '../../models/aftermath/notice.ts';
import type { AuditLine } from '../../models/aftermath/audit.ts';
import type { ComplaintId, OfficeId } from '../../models/ids.ts';
import { plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { sendNotice } from './send-notices.ts';

export type Told = {
  complaint: ComplaintId;
  version: number;
  office: OfficeId;
  way: Way;
  happened: AuditLine['happened'];
};

/**
 * The stream may bring the same change again, also while it is still at work on it: whoever files the notice writes it, for everybody else
 * it is known. If the process dies in between, the sweep finds the claim run out and sends it.
 */
export async function queueNotices(deps: Deps, told: Told): Promise<void> {
  const { complaint, version, office, way, happened } = told;
  for (const { index, news } of newsOf(happened, way.channel)) {
    const at = happened[index]?.at ?? deps.now();
    if (at < plus(deps.now(), -NEWS_MS)) continue;
    const notice = newNotice({ complaint, version, index, office, news, at, ...way }, deps.now());
    if ((await deps.notices.add(notice)) === 'added' && notice.state.name === 'sending') await sendNotice(deps, notice);
  }
}
