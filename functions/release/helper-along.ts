/** Whoever helps in the talk from which a release was applied for is beside its owner in the call, too; the talk holds their way in. */
import { nameHelper } from '../../models/release/changes/helper.ts';
import type { Release } from '../../models/release/release.ts';
import { helperWords } from '../../models/phrasebook/helper-words.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';
import { helperLink } from './helper-link.ts';

/** As it is filed; unchanged where nobody came in to help. */
export async function withTalkHelper(deps: Pick<Deps, 'conversations'>, r: Release, now: Instant): Promise<Release> {
  if (r.talk === undefined || !r.sides.includes('owner')) return r;
  const helper = (await deps.conversations.look(r.talk)).conversation?.helper;
  if (helper?.joinedAt === undefined) return r;
  const named = nameHelper(r, { id: helper.id, name: helper.name, relation: helper.relation }, now);
  return named.ok ? named.value : r;
}

/** Once, whatever is handed in again. */
export async function tellTalkHelper(deps: Deps, r: Release): Promise<void> {
  const { talk, helper } = r;
  if (talk === undefined || helper === undefined) return;
  const words = helperWords(r.language);
  await changeConversation(
    deps,
    talk,
    (conversation) =>
      done({
        conversation,
        lines: [
          {
            from: 'bot',
            content: {
              type: 'reply',
              say: words.inCall(helper.name, r.number),
              buttons: [{ label: words.inCallLink, open: helperLink(deps, r.id, helper.id), look: 'plain' }],
            },
          },
        ],
      }),
    { delivery: `helper-along-${r.id}` as DeliveryId },
  );
}
