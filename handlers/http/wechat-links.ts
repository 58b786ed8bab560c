/** The window between browser and WeChat: opens a talk by its link, joins it to a person there, parts them again. */
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import { joiningOf, joinLink, JOIN_MINUTES } from '../../functions/wechat/join-links.ts';
import { joinWeChat, partTalk } from '../../functions/wechat/join-wechat.ts';
import { talkLink, talkOf } from '../../functions/wechat/talk-link.ts';
import { ConversationId } from '../../models/ids.ts';
import { Asked } from '../../models/live/ladder.ts';
import { MINUTE } from '../../models/time.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { weChatOnFirstUse } from '../gateways/wechat-on-first-use.ts';
import { weChatFromEnvironment } from '../gateways/wechat-settings.ts';
import { wireWith } from '../wiring.ts';
import { noCookie, slipCookie, slipOf, visitCookie, visitorOf } from './cookies.ts';
import { openPages, type Reply, type Visit } from './form-window.ts';
import { connectPage, joinedPage, linkedPage, scanPage, troublePage } from './wechat-pages/link-pages.ts';

wireWith({ wire: wireFromEnvironment, weChat: () => weChatOnFirstUse });

const inWeChat = ({ event }: Visit): boolean => /MicroMessenger/iu.test(event.headers['user-agent'] ?? '');
const lastOf = ({ event }: Visit, name: string): string => event.pathParameters?.[name] ?? '';

/** Whoever visits, known already or for the first time. */
function visitorAt({ signer, event, nowMs, deps, page }: Visit): { visitor: Visitor; cookies: string[] } {
  const known = visitorOf(signer, event.cookies, nowMs);
  if (known !== undefined) return { visitor: known, cookies: [] };
  const conversation = ConversationId.parse(deps.newId());
  const visitor: Visitor = { conversation, office: page.office.id, language: page.lang, elder: page.elder };
  return { visitor, cookies: [visitCookie(signer, visitor, nowMs)] };
}

async function connect(visit: Visit): Promise<Reply> {
  const { deps, page } = visit;
  if (weChatFromEnvironment() === undefined) return { show: troublePage(page, 'noAccount') };
  const { visitor, cookies } = visitorAt(visit);
  const { conversation } = await deps.conversations.look(visitor.conversation);
  if (conversation?.follower !== undefined)
    return { show: linkedPage(page, conversation.channel === 'wechat'), cookies };
  const link = joinLink(deps, { talk: visitor });
  return { show: connectPage({ page, link, here: inWeChat(visit), minutes: JOIN_MINUTES }), cookies };
}

/** The browser that began to join is the one that ends it: the platform brings back only a short word. */
const JOINING = 'bc_joining';

function join(visit: Visit): Reply {
  const { deps, page, signer, nowMs } = visit;
  const settings = weChatFromEnvironment();
  if (settings === undefined) return { show: troublePage(page, 'noAccount') };
  const slip = lastOf(visit, 'link');
  if (joiningOf(deps, slip) === undefined) return { show: troublePage(page, 'failed'), status: 410 };
  if (!inWeChat(visit)) return { show: scanPage(page, `${deps.origin}/wechat/join/${slip}`) };
  const state = deps.newId();
  // The platform checks the order of what it is asked.
  const asked = new URLSearchParams({
    appid: settings.appId,
    redirect_uri: `${deps.origin}/wechat/joined`,
    response_type: 'code',
    scope: 'snsapi_base',
    state,
  });
  return {
    go: `${settings.oauth}/connect/oauth2/authorize?${asked.toString()}#wechat_redirect`,
    cookies: [slipCookie(signer, JOINING, { slip, state }, 10 * MINUTE, nowMs)],
  };
}

async function joined(visit: Visit): Promise<Reply> {
  const { deps, page, event, signer, nowMs, query } = visit;
  const begun = slipOf(signer, event.cookies, JOINING, nowMs);
  const joining = typeof begun?.['slip'] === 'string' ? joiningOf(deps, begun['slip']) : undefined;
  const cookies = [noCookie(JOINING)];
  const failed: Reply = { show: troublePage(page, 'failed'), status: 410, cookies };
  if (joining === undefined || begun?.['state'] !== query['state'] || query['code'] === undefined) return failed;
  const who = await deps.weChat.openIdOf(query['code']);
  if (!who.ok) return failed;
  const done = await joinWeChat(deps, joining, who.value);
  if (!done.ok) return { show: troublePage(page, 'taken'), status: 409, cookies };
  return { show: joinedPage(page, talkLink(deps, done.value)), cookies };
}

/** WeChat's own browser gives no camera: the address takes the link along to the browser that the page is then opened in. */
const livePage = (how: Asked, visit: Visit): string =>
  inWeChat(visit) ? `/live?how=${how}&talk=${encodeURIComponent(lastOf(visit, 'link'))}` : `/live?how=${how}`;

/** From WeChat or a text message: the browser goes on with this talk. */
async function openTalk(visit: Visit): Promise<Reply> {
  const { deps, page, signer, nowMs } = visit;
  const talk = talkOf(deps, lastOf(visit, 'link'));
  const { conversation: c } = talk === undefined ? {} : await deps.conversations.look(talk);
  if (c === undefined) return { show: troublePage(page, 'talkGone'), status: 410 };
  const { id, office, language, elder } = c;
  const live = Asked.safeParse(visit.query['live']);
  return {
    go: live.success ? livePage(live.data, visit) : '/',
    cookies: [visitCookie(signer, { conversation: id, office, language, elder }, nowMs)],
  };
}

async function part(visit: Visit): Promise<Reply> {
  const known = visitorOf(visit.signer, visit.event.cookies, visit.nowMs);
  if (known !== undefined) await partTalk(visit.deps, known.conversation);
  return { go: '/wechat/connect' };
}

export const handler = openPages(
  {
    'GET /wechat/connect': connect,
    'GET /wechat/join/{link}': (visit) => Promise.resolve(join(visit)),
    'GET /wechat/joined': joined,
    'GET /wechat/talk/{link}': openTalk,
    'POST /wechat/part': part,
  },
  ({ page }) => ({ show: troublePage(page, 'failed'), status: 403 }),
);
