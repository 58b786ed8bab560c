/** What anybody may read of the reports: kind, office, dates, and whether it is still open. */
import { readFiled } from '../../models/clock/filed-clock.ts';
import { isOpen, type Complaint } from '../../models/complaint/complaint.ts';
import type { ProblemKind } from '../../models/complaint/kinds.ts';
import type { Open311Request } from '../../models/complaint/open311.ts';
import type { ComplaintId, OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { officeOf } from '../../models/office/offices.ts';
import { problemNames } from '../../models/phrasebook/complaint-kinds.ts';
import { open311Notes } from '../../models/phrasebook/open311-words.ts';
import { DAY, dayOf, msOf, plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** The standard's own bounds: ninety days, a thousand requests. */
const MOST_DAYS = 90;
const MOST = 1000;
const PAGE = 250;

export type AskOpen311 = {
  office: OfficeId;
  from?: Instant | undefined;
  to?: Instant | undefined;
  codes?: readonly ProblemKind[] | undefined;
  status?: readonly ('open' | 'closed')[] | undefined;
  limit?: number | undefined;
  start?: string | undefined;
};

/** Newest first; `next` continues the list. Refuses `bad-input` for a span of more than ninety days. */
export async function listOpen311(
  deps: Deps,
  ask: AskOpen311,
  language: 'zh' | 'en',
): Promise<Outcome<{ requests: Open311Request[]; next?: string }>> {
  const now = deps.now();
  const to = ask.to ?? (ask.from === undefined ? now : plus(ask.from, MOST_DAYS * DAY));
  const from = ask.from ?? plus(to, -MOST_DAYS * DAY);
  if (from > to || msOf(to) - msOf(from) > MOST_DAYS * DAY) return refused('bad-input', 'a span of at most 90 days');
  const limit = Math.min(ask.limit ?? MOST, MOST);
  const requests: Open311Request[] = [];
  let { start } = ask;
  let read = 0;
  // Short pages so that a narrow filter ends on a page's edge: what was read is either shown or left out for good.
  do {
    const size = Math.min(PAGE, limit - requests.length);
    const page = await deps.complaints.filedBetween(ask.office, dayOf(from), dayOf(to), size, start);
    read += size;
    for (const c of page.complaints) {
      const wanted = c.filedAt >= from && c.filedAt <= to && (ask.codes?.includes(c.problem) ?? true);
      const shown = open311Request(c, now, language);
      if (wanted && (ask.status?.includes(shown.status) ?? true)) requests.push(shown);
    }
    start = page.next;
  } while (start !== undefined && requests.length < limit && read < 2 * MOST);
  return done({ requests, ...(start === undefined ? {} : { next: start }) });
}

/** Those that are there and of this office; the standard knows no error for the others. */
export async function someOpen311(
  deps: Deps,
  office: OfficeId,
  ids: readonly ComplaintId[],
  language: 'zh' | 'en',
): Promise<Open311Request[]> {
  const found = await deps.complaints.several(ids);
  return found.filter((c) => c.office === office).map((c) => open311Request(c, deps.now(), language));
}

/** Answered is not closed: whether it is really done is for the person to say. */
export function open311Request(c: Complaint, now: Instant, language: 'zh' | 'en'): Open311Request {
  const open = isOpen(c) || c.state.name === 'resolved';
  const office = officeOf(c.office);
  return {
    service_request_id: c.id,
    status: open ? 'open' : 'closed',
    status_notes: open311Notes[c.state.name][language],
    service_name: problemNames[c.problem][language],
    service_code: c.problem,
    description: null,
    agency_responsible: language === 'zh' ? office.nameZh : office.nameEn,
    service_notice: null,
    requested_datetime: c.filedAt,
    updated_datetime: !open && 'at' in c.state ? c.state.at : c.lastAt,
    expected_datetime: readFiled(c.office, c.answerBy, now).dueAt,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
