/** Tells a person what befell their matter: in their talk, or by short message. */
import type { AboutA } from '../../../models/aftermath/notice-about.ts';
import type { Notice } from '../../../models/aftermath/notice.ts';
import { phoneOf, type Complaint } from '../../../models/complaint/complaint.ts';
import { done, refused } from '../../../models/outcome.ts';
import { templateOf } from '../../../models/phrasebook/notice-templates.ts';
import type { Deps } from '../../deps.ts';
import { carriedOn, sendToPhone, type Said } from './hand-over.ts';
import type { Teller, Tried } from './tellers.ts';

type MatterNotice = Notice & { about: AboutA<'matter'> };

export const tellMatter: Teller<'matter'> = async (deps, notice) => {
  const found = await deps.complaints.find(notice.about.id);
  if (!found.ok || found.value.state.name === 'withdrawn') return 'dropped';
  return notice.channel === 'chat' ? tellInTalk(deps, notice, found.value) : tellByPhone(deps, notice, found.value);
};

/** A line of the assistant's with its buttons; open pages show it at once. */
async function tellInTalk(deps: Deps, notice: MatterNotice, c: Complaint): Promise<Tried> {
  // Knows the whole catalogue: loaded with the first line in a talk.
  const { readOwn } = await import('../../complaint/find-own.ts');
  const matter = await readOwn(deps, c.id);
  if (!matter.ok) return 'no-talk';
  if (notice.about.news === 'rate' && !matter.value.may.rate) return 'dropped';
  // The officer's own words stand in the entry that was written with what happened.
  const words = matter.value.entries.find((e) => e.from === 'officer' && e.at === notice.at)?.text;
  return carriedOn(deps, notice, saidOf(deps, notice, c), async (conversation, now) => {
    const turn = await deps.bot.tell(conversation, matter.value, notice.about.news, now, words);
    // An assistant that stumbled apologises to whoever asked it something; nobody asked here.
    if (turn.effects.some((effect) => effect.do === 'turn-failed'))
      return refused('wrong-state', 'the assistant could not word it');
    return done({
      conversation: { ...conversation, ...turn.change },
      lines: turn.replies.map((content) => ({ from: 'bot', content })),
    });
  });
}

/** The assistant words the line; this is what goes where a talk does not reach its reader. */
const saidOf = (deps: Deps, notice: MatterNotice, c: Complaint): Said => ({
  reply: { type: 'reply', say: c.number, buttons: [] },
  template: { name: templateOf(notice.about.news), values: { number: c.number } },
  phone: () => tellByPhone(deps, notice, c),
});

/** The number and the way to the page, nothing that a stranger who sees the screen could learn from. */
const tellByPhone = (deps: Deps, notice: MatterNotice, c: Complaint): Promise<Tried> =>
  sendToPhone(deps, notice, phoneOf(c), {
    template: templateOf(notice.about.news),
    values: { number: c.number, link: `${deps.origin}/track?number=${c.number}` },
    language: c.language,
  });
