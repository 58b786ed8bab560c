/** The way to the page of live guidance: plain where the talk is on the page, signed where it is read in WeChat or a short message. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Asked } from '../../models/live/ladder.ts';
import type { Deps } from '../deps.ts';
import { talkLink } from '../wechat/talk-link.ts';

type Linking = Pick<Deps, 'signer' | 'origin' | 'now'>;

export const liveLink = (deps: Linking, c: Pick<Conversation, 'id' | 'follower'>, how: Asked): string =>
  c.follower === undefined ? `/live?how=${how}` : liveLinkFromOutside(deps, c, how);

export const liveLinkFromOutside = (deps: Linking, { id }: Pick<Conversation, 'id'>, how: Asked): string =>
  `${talkLink(deps, id)}?live=${how}`;
