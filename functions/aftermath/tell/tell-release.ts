/** Tells owner and lender's agent what befell a release: in the owner's talk, or by short message. */
import type { AboutA } from '../../../models/aftermath/notice-about.ts';
import type { Notice } from '../../../models/aftermath/notice.ts';
import { readFiled } from '../../../models/clock/filed-clock.ts';
import { filledIn, releaseNewsWords, releaseTemplate } from '../../../models/phrasebook/release-news.ts';
import { saidWhen } from '../../../models/phrasebook/said-when.ts';
import { requiredPapers } from '../../../models/release/papers.ts';
import { lenderNameOf, openSession, shapeOf, type Release } from '../../../models/release/release.ts';
import type { Deps } from '../../deps.ts';
import { releaseAddress } from '../../release/release-address.ts';
import { sayInTalk, sendToPhone } from './hand-over.ts';
import type { Teller, Tried } from './tellers.ts';

type ReleaseNotice = Notice & { about: AboutA<'release'> };
type OfRelease = Notice & { about: AboutA<'release' | 'booking'> };

export const tellRelease: Teller<'release'> = async (deps, notice) => {
  const found = await deps.releases.find(notice.about.id);
  if (!found.ok || isOld(notice, found.value)) return 'dropped';
  return tellOfRelease(deps, notice, found.value, whenOf(notice, found.value, deps));
};

/** `when`: the time that the sentence speaks of. */
export async function tellOfRelease(deps: Deps, notice: OfRelease, r: Release, when?: string): Promise<Tried> {
  const { about, channel } = notice;
  const language = about.to === 'owner' ? r.language : 'zh';
  const words = releaseNewsWords(about, language);
  if (words === undefined) return 'dropped';
  const link = releaseAddress(deps, r.number, r.id, about);
  const tracking = r.custody?.tracking;
  const values = {
    number: r.number,
    ...(words.say.includes('{lender}') ? { lender: lenderNameOf(r) } : {}),
    ...(words.say.includes('{when}') && when !== undefined ? { when } : {}),
    ...(words.say.includes('{tracking}') && tracking !== undefined ? { tracking } : {}),
  };
  const template = releaseTemplate(about);
  const phone = async (): Promise<Tried> =>
    sendToPhone(deps, notice, await phoneFor(deps, r, about.to), { template, values: { ...values, link }, language });
  if (channel !== 'chat') return phone();
  return sayInTalk(deps, notice, {
    reply: {
      type: 'reply',
      say: `${filledIn(words.say, values)}${language === 'zh' ? '。' : '.'}`,
      buttons: [{ label: words.see, open: link, look: 'main' }],
    },
    template: { name: template, values },
    phone,
  });
}

async function phoneFor(deps: Deps, r: Release, to: OfRelease['about']['to']): Promise<string | undefined> {
  if (to === 'owner') return r.owner.phone;
  if (to === 'contact') {
    const lender = r.lender === undefined ? undefined : await deps.lenders.find(r.lender.lender);
    return lender?.ok === true ? lender.value.contact.phone : undefined;
  }
  const agent = r.lender?.agent === undefined ? undefined : await deps.staff.find(r.lender.agent.id);
  return agent?.ok === true && agent.value.active ? agent.value.phone : undefined;
}

const whenOf = ({ about }: ReleaseNotice, r: Release, deps: Pick<Deps, 'now'>): string | undefined =>
  about.news === 'accepted' && r.clock !== undefined
    ? saidWhen(readFiled(r.office, r.clock, deps.now()).dueAt, about.to === 'owner' ? r.language : 'zh')
    : undefined;

/** Things went on before the word went out, or it does not concern this reader: the page says how it stands. */
function isOld({ about: { news, to } }: ReleaseNotice, r: Release): boolean {
  const side = to === 'owner' ? 'owner' : 'lender';
  if (r.state.name === 'cancelled' || r.state.name === 'expired') return news !== r.state.name;
  switch (news) {
    case 'papers-missing': {
      const own = new Set(requiredPapers(shapeOf(r)).flatMap(({ of, kind }) => (of === side ? [kind] : [])));
      const bad = r.papers.some(({ kind, verdict }) => own.has(kind) && verdict?.good === false);
      return r.state.name !== 'papers-missing' || !bad;
    }
    case 'choose-time':
      return r.bookings.length > 0;
    case 'called':
      return openSession(r)?.with.includes(side) !== true;
    case 'call-broken':
      return openSession(r) !== undefined || r.decision !== undefined;
    case 'other-stated':
      return r.decision !== undefined || r.ticked.some(({ cell }) => cell === `statement:${side}`);
    case 'certificate-ready':
      return r.custody?.way !== 'counter';
    default:
      return false;
  }
}
