/** Operators and managers look at what could not be sent, and have it tried again once the cause is mended. */
import type { Officer } from '../../models/access/staff.ts';
import { maySee } from '../../models/access/permissions.ts';
import { noticeId, tryNoticeAgain } from '../../models/aftermath/notice.ts';
import type { FailedNotice } from '../../models/aftermath/notice-requests.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

const PAGE = 50;

/** Of the caller's own office, oldest first; the matter by its number only. */
export async function listFailedNotices(
  deps: Deps,
  by: Officer,
  { start }: { start?: string | undefined },
): Promise<Outcome<{ notices: FailedNotice[]; next?: string }>> {
  const { notices, next } = await deps.notices.failed(by.office, PAGE, start);
  const matters = new Map(
    (await deps.complaints.several(notices.map(({ complaint }) => complaint))).map((c) => [c.id, c.number]),
  );
  return done({
    notices: notices.flatMap((notice) =>
      notice.state.name === 'failed'
        ? [
            {
              id: noticeId(notice),
              number: matters.get(notice.complaint) ?? '',
              news: notice.news,
              channel: notice.channel,
              happenedAt: notice.at,
              failedAt: notice.state.at,
              why: notice.state.why,
              tries: notice.attempts,
            },
          ]
        : [],
    ),
    ...(next === undefined ? {} : { next }),
  });
}

/** The next sweep sends it. Refuses what was not given up. */
export async function sendNoticeAgain(deps: Deps, by: Officer, { id }: { id: DeliveryId }): Promise<Outcome<void>> {
  const found = await deps.notices.find(id);
  if (!found.ok || !maySee(by, found.value.office)) return refused('not-found', 'no such notice');
  const again = tryNoticeAgain(found.value, deps.now());
  if (!again.ok) return again;
  return (await deps.notices.save(again.value)) ? done(undefined) : refused('stale', 'somebody else was first');
}
