/** What colleagues named somebody in and they have not opened yet; off the list once they have. */
import type { Officer } from '../../models/access/staff.ts';
import { shownMention, type ReadMentions, type ShownMentions } from '../../models/conversation/mention.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function listMentions(deps: Deps, by: Officer): Promise<Outcome<ShownMentions>> {
  const { mentions, more } = await deps.mentions.of(by.id, deps.now());
  return done({ mentions: mentions.map(shownMention), more });
}

export async function readMentions(deps: Deps, by: Officer, { keys }: ReadMentions): Promise<Outcome<void>> {
  await deps.mentions.read(by.id, keys);
  return done(undefined);
}
