/** The window that anybody may look through: approved radio scripts, as pages and as feeds. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { publishedBroadcasts } from '../../functions/broadcast/show-broadcasts.ts';
import { OfficeId } from '../../models/ids.ts';
import { refused } from '../../models/outcome.ts';
import { Day } from '../../models/time.ts';
import { airPage } from './air-pages/air-page.ts';
import { httpDate, jsonFeed, lastChange, rssFeed, type Feed } from './air-pages/feeds.ts';
import { scriptPage } from './air-pages/script-page.ts';
import { openWindow, publicRoute, type Request } from './window.ts';
import { writtenPage } from './written-page.ts';

const AskFeed = z.object({ office: OfficeId });
const AskPage = AskFeed.extend({ lang: z.enum(['zh', 'en']).optional() });
const AskScript = AskPage.extend({ week: Day });

export const handler = openWindow({
  'GET /air/{office}': publicRoute(AskPage, async (deps, { office, lang = 'zh' }) => {
    const broadcasts = await publishedBroadcasts(deps, office);
    return writtenPage((nonce) => airPage(office, broadcasts, lang, nonce), 'no-cache');
  }),
  'GET /air/{office}/feed.json': publicRoute(AskFeed, async (deps, { office }, request) => {
    const feed = { office, broadcasts: await publishedBroadcasts(deps, office), origin: deps.origin };
    return unlessKnown(request, feed, 'application/feed+json; charset=utf-8', jsonFeed(feed));
  }),
  'GET /air/{office}/feed.xml': publicRoute(AskFeed, async (deps, { office }, request) => {
    const feed = { office, broadcasts: await publishedBroadcasts(deps, office), origin: deps.origin };
    return unlessKnown(request, feed, 'application/rss+xml; charset=utf-8', rssFeed(feed));
  }),
  'GET /air/{office}/{week}': publicRoute(AskScript, async (deps, { office, week, lang = 'zh' }) => {
    const broadcast = (await publishedBroadcasts(deps, office)).find((one) => one.week === week);
    if (broadcast === undefined) return refused('not-found', 'no such script');
    return writtenPage((nonce) => scriptPage(broadcast, lang, nonce, `/air/${office}?lang=${lang}`), 'no-cache');
  }),
});

/** A station asks often and seldom finds anything new: then it is told so, in a few bytes. */
function unlessKnown(
  { event }: Request,
  { broadcasts }: Feed,
  type: string,
  body: string,
): APIGatewayProxyStructuredResultV2 {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    etag: tag,
    'last-modified': httpDate(lastChange(broadcasts)),
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  };
  const known = event.headers['if-none-match'];
  // A tag decides alone: a withdrawn script makes the newest change an older one.
  const same = (known ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === tag || one.trim() === '*');
  if (same) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': type }, body };
}
