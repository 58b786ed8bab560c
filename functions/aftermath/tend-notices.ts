/** Operators and managers look at what could not be sent, and have it tried again once the cause is mended. */
import type { Officer } from '../../models/access/staff.ts';
import { maySee } from '../../models/access/permissions.ts';
import { noticeId } from '../../models/aftermath/notice-about.ts';
import { tryNoticeAgain, type Notice } from '../../models/aftermath/notice.ts';
import type { FailedNotice } from '../../models/aftermath/notice-requests.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

const PAGE = 50;

/** Of the caller's own office, oldest first; each by what its record is found by, and nobody's name. */
export async function listFailedNotices(
  deps: Deps,
  by: Officer,
  { start }: { start?: string | undefined },
): Promise<Outcome<{ notices: FailedNotice[]; next?: string }>> {
  const { notices, next } = await deps.notices.failed(by.office, PAGE, start);
  const numbers = await numbersOf(deps, notices);
  return done({
    notices: notices.flatMap((notice) =>
      notice.state.name === 'failed'
        ? [
            {
              id: noticeId(notice),
              kind: notice.about.kind,
              to: notice.about.to,
              number: numbers.get(notice.about.id) ?? '',
              news: notice.about.news,
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

async function numbersOf(deps: Deps, notices: readonly Notice[]): Promise<Map<string, string>> {
  const matters = await deps.complaints.several(
    notices.flatMap(({ about }) => (about.kind === 'matter' ? [about.id] : [])),
  );
  const lenders = await Promise.all(
    notices.flatMap(({ about }) => (about.kind === 'lender' ? [deps.lenders.find(about.id)] : [])),
  );
  const releases = await Promise.all(
    notices.flatMap(({ about }) => (about.kind === 'release' ? [deps.releases.find(about.id)] : [])),
  );
  const bookings = await Promise.all(
    notices.flatMap(({ about }) =>
      about.kind === 'booking' || about.kind === 'call' ? [deps.bookings.find(about.id)] : [],
    ),
  );
  const webhooks = await Promise.all(
    notices.flatMap(({ about }) => (about.kind === 'webhook' ? [deps.webhooks.find(about.id)] : [])),
  );
  const sheets = await Promise.all(
    notices.flatMap(({ about }) => (about.kind === 'sheet' ? [deps.sheets.find(about.id)] : [])),
  );
  const agents = notices.flatMap(({ about }) => (about.kind === 'agent' ? [about.id] : []));
  return new Map<string, string>([
    ...webhooks.flatMap((found) => (found === undefined ? [] : [[found.id, found.name] as const])),
    ...agents.map((id) => [id, id] as const),
    ...[...releases, ...bookings, ...sheets].flatMap((found) =>
      found.ok ? [[found.value.id, found.value.number] as const] : [],
    ),
    ...matters.map((c) => [c.id, c.number] as const),
    ...lenders.flatMap((found) => (found.ok ? [[found.value.id, found.value.name] as const] : [])),
  ]);
}

/** The next sweep sends it. Refuses what was not given up. */
export async function sendNoticeAgain(deps: Deps, by: Officer, { id }: { id: DeliveryId }): Promise<Outcome<void>> {
  const found = await deps.notices.find(id);
  if (!found.ok || !maySee(by, found.value.office)) return refused('not-found', 'no such notice');
  const again = tryNoticeAgain(found.value, deps.now());
  if (!again.ok) return again;
  return (await deps.notices.save(again.value)) ? done(undefined) : refused('stale', 'somebody else was first');
}
