/** The helper of a talk: named by the person, reads and writes in it under the own name, until the person takes that back. */
import { done, refused, type Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { noted, type Conversation } from './conversation.ts';
import type { TalkHelper } from './talk-helper.ts';

/** As it stands before what the helper wrote. */
export const shownName = ({ name, relation }: Pick<TalkHelper, 'name' | 'relation'>): string =>
  `${name}（${relation}）`;

/** Whoever was named before has no part in it any more. */
export function nameHelper(c: Conversation, helper: Omit<TalkHelper, 'at'>, now: Instant): Conversation {
  if (c.helper?.id === helper.id) return c;
  return noted({ ...c, helper: { ...helper, at: now } }, { at: now, what: 'helper-named' });
}

export function removeHelper(c: Conversation, now: Instant): Conversation {
  if (c.helper === undefined) return c;
  const { helper: _helper, ...rest } = c;
  return noted(rest, { at: now, what: 'helper-removed' });
}

/** By the link; refused once somebody else was named, or nobody. */
export function joinAsHelper(c: Conversation, id: string, now: Instant): Outcome<Conversation> {
  if (c.helper?.id !== id) return refused('not-allowed', 'the helper was taken back');
  if (c.helper.joinedAt !== undefined) return done(c);
  return done(noted({ ...c, helper: { ...c.helper, joinedAt: now } }, { at: now, what: 'helper-joined' }));
}
