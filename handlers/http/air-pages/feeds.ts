/** Approved scripts as JSON Feed 1.1 and RSS 2.0, for the station's programs. */
import XMLBuilder from 'fast-xml-builder';
import type { Broadcast } from '../../../models/broadcast/broadcast.ts';
import { spokenParts, spokenSeconds } from '../../../models/broadcast/item.ts';
import type { OfficeId } from '../../../models/ids.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { airPageWords, broadcastWords } from '../../../models/phrasebook/broadcast-words.ts';
import { msOf, type Instant } from '../../../models/time.ts';

export type Feed = { office: OfficeId; broadcasts: readonly Broadcast[]; origin: string };

const addressOf = ({ origin, office }: Pick<Feed, 'origin' | 'office'>): string => `${origin}/air/${office}`;
const titleOf = (office: OfficeId): string => `${airPageWords.title.zh} · ${officeOf(office).nameZh}`;

/** What the speaker reads, part by part, a line each. */
const textOf = ({ items }: Broadcast): string =>
  items
    .map((item) =>
      spokenParts(item)
        .map(({ of, text }) => `${broadcastWords.spoken[of]}${text}`)
        .join('\n'),
    )
    .join('\n\n');

/** Approved first, then aired: the newer of the two changes counts. */
const publishedAt = ({ approvedAt, lastAt }: Broadcast): Instant => approvedAt ?? lastAt;

export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed.office),
    home_page_url: addressOf(feed),
    feed_url: `${addressOf(feed)}/feed.json`,
    description: airPageWords.lead.zh,
    language: 'zh-CN',
    authors: [{ name: officeOf(feed.office).nameZh }],
    items: feed.broadcasts.map((broadcast) => ({
      id: `${addressOf(feed)}/${broadcast.week}`,
      url: `${addressOf(feed)}/${broadcast.week}`,
      title: broadcast.title,
      content_text: textOf(broadcast),
      date_published: publishedAt(broadcast),
      date_modified: broadcast.lastAt,
      /** An extension, as the format allows: question, answer and rule apart, with the length of each. */
      _bancheng: {
        week: broadcast.week,
        ...(broadcast.aired === undefined ? {} : { aired: broadcast.aired }),
        questions: broadcast.items.map((item) => ({
          question: item.question,
          answer: item.answer,
          papers: item.papers,
          fee: item.fee,
          time: item.time,
          source: item.source,
          seconds: spokenSeconds(item),
        })),
      },
    })),
  });

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});
/** Without the signs that XML 1.0 cannot hold. */
const clean = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
export const httpDate = (instant: Instant): string => new Date(msOf(instant)).toUTCString();

export const rssFeed = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      channel: {
        title: titleOf(feed.office),
        link: addressOf(feed),
        description: airPageWords.lead.zh,
        language: 'zh-cn',
        ...(feed.broadcasts.length === 0 ? {} : { lastBuildDate: httpDate(lastChange(feed.broadcasts)) }),
        'atom:link': { '@href': `${addressOf(feed)}/feed.xml`, '@rel': 'self', '@type': 'application/rss+xml' },
        item: feed.broadcasts.map((broadcast) => ({
          title: clean(broadcast.title),
          link: `${addressOf(feed)}/${broadcast.week}`,
          guid: { '@isPermaLink': 'true', '#text': `${addressOf(feed)}/${broadcast.week}` },
          pubDate: httpDate(publishedAt(broadcast)),
          description: clean(textOf(broadcast)),
        })),
      },
    },
  })}`;

export const lastChange = (broadcasts: readonly Broadcast[]): Instant =>
  broadcasts.map(({ lastAt }) => lastAt).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z' as Instant);
