/** Files a notice for everything in a change that somebody is to be told; lines in a talk are written at once. */
import { NEWS_MS } from '../../models/aftermath/notice-rules.ts';
import { newNotice, type Word } from '../../models/aftermath/notice.ts';
import { plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { sendNotice } from './send-notices.ts';

/**
 * The stream may bring the same change again, also while it is still at work on it: whoever files the notice writes it, for everybody else
 * it is known. If the process dies in between, the sweep finds the claim run out and sends it.
 */
export async function queueNotices(deps: Deps, words: readonly Word[]): Promise<void> {
  for (const word of words) {
    if (word.at < plus(deps.now(), -NEWS_MS)) continue;
    const notice = newNotice(word, deps.now());
    if ((await deps.notices.add(notice)) === 'added' && notice.state.name === 'sending') await sendNotice(deps, notice);
  }
}

/** For whoever waits to hear whether it went; it is filed and tried again like every other. */
export async function tellAtOnce(deps: Deps, word: Word): Promise<'sent' | 'failed'> {
  const notice = newNotice(word, deps.now(), 'at-once');
  const added = await deps.notices.add(notice);
  const state = added === 'added' && notice.state.name === 'sending' ? await sendNotice(deps, notice) : added;
  return state === 'sent' || state === 'known' ? 'sent' : 'failed';
}
