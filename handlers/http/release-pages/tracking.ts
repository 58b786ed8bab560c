/** Following one's own release: found by number and code, shown, acted on, printed. */
import { viewPhoto } from '../../../functions/conversation/photos.ts';
import { actOnOwnRelease, findOwnRelease, readOwnRelease } from '../../../functions/release/find-own-release.ts';
import { joinLink } from '../../../functions/wechat/join-links.ts';
import { ownBookings } from '../../../functions/release/own-appointment.ts';
import { helperLink, namingOf } from '../../../functions/release/helper-link.ts';
import { nameOwnHelper, removeOwnHelper } from '../../../functions/release/own-helper.ts';
import { withdrawOwnRelease } from '../../../functions/release/withdraw-own-release.ts';
import { AttachmentId, DeliveryId, type ReleaseId } from '../../../models/ids.ts';
import { noticeChoiceWords } from '../../../models/phrasebook/notice-choice-words.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { ReleaseNumber } from '../../../models/release/release.ts';
import { FindRelease } from '../../../models/release/requests.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import { weChatIsOffered } from '../wechat-offered.ts';
import type { Reply, Visit } from '../form-window.ts';
import type { FindPage } from '../report-pages/find-form.ts';
import { noticeChoiceIn } from '../report-pages/notice-choice.ts';
import { announceFor, floods } from '../report-pages/reporting.ts';
import { plain, plainNumber } from '../report-pages/typed.ts';
import { casePage } from './case-page.ts';
import type { CasePage } from './deed-form.ts';
import { findPage } from './find-page.ts';
import { paperNames, paperPage } from './paper-page.ts';
import { giveOwn, ownOn, takeSlip } from './slips.ts';

/** The release that this browser has open as its owner's side. */
export function ownerOf(visit: Visit): ReleaseId | undefined {
  const holder = ownOn(visit);
  return holder?.as === 'owner' ? holder.release : undefined;
}

export async function showFind(visit: Visit): Promise<Reply> {
  const { page, query, deps } = visit;
  const open = ownerOf(visit);
  if (open !== undefined && query['other'] === undefined) {
    const found = query['number'] === undefined ? undefined : await deps.releases.find(open);
    if (found === undefined || (found.ok && found.value.number === plain(query['number']).toUpperCase()))
      return { go: '/release/track/case' };
  }
  return { show: findPage({ page, number: plain(query['number']).slice(0, 20) }) };
}

export async function findRelease(visit: Visit): Promise<Reply> {
  const { deps, page, field, address } = visit;
  const words = trackReleaseWords(page.lang);
  const number = plainNumber(field('number'));
  const code = plain(field('code')).replaceAll('-', '');
  const asked = FindRelease.safeParse({ number, code });
  const again = (faults: NonNullable<FindPage['faults']>): Reply => ({
    show: findPage({ page, number: number.slice(0, 20), faults }),
    status: 422,
  });
  if (!asked.success)
    return again({
      ...(ReleaseNumber.safeParse(number).success ? {} : { number: words.numberWrong }),
      ...(FindRelease.shape.code.safeParse(code).success ? {} : { code: words.queryCodeWrong }),
    });
  const found = await findOwnRelease(deps, asked.data, address);
  if (found.ok) return { go: '/release/track/case', cookies: [giveOwn(visit, { release: found.value, as: 'owner' })] };
  if (found.refusal.kind === 'too-many')
    return { show: findPage({ page, number, trouble: words.tooManyTries }), status: 429 };
  return again({ code: words.noFit(Number(/(\d+) tries left/u.exec(found.refusal.detail)?.[1] ?? 0)) });
}

export const seenOut = ({ page }: Visit): Reply => ({
  show: findPage({ page, number: '', trouble: trackReleaseWords(page.lang).seenOut }),
  status: 401,
});

/** What a browser without an open release is told; with one, the release as its owner sees it. */
export async function withOwn(
  visit: Visit,
  then: (id: ReleaseId, own: OwnRelease) => Promise<Reply> | Reply,
): Promise<Reply> {
  const id = ownerOf(visit);
  const own = id === undefined ? undefined : await readOwnRelease(visit.deps, id, 'owner');
  return id === undefined || own?.ok !== true ? seenOut(visit) : then(id, own.value);
}

type More = Pick<CasePage, 'trouble' | 'said'> & { status?: number };

export const caseShown = (visit: Visit, more: More = {}): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { deps, page } = visit;
    const [bookings, release] = await Promise.all([ownBookings(deps, id), deps.releases.find(id)]);
    const helper = release.ok ? release.value.helper : undefined;
    const show = casePage({
      page,
      own,
      bookings,
      delivery: () => deps.newId(),
      helperLink: helper === undefined ? undefined : helperLink(deps, id, helper.id),
      weChat: weChatIsOffered() ? joinLink(deps, { release: id }) : undefined,
      trouble: more.trouble,
      said: more.said,
    });
    return { show, status: more.status ?? 200 };
  });

export const showCase = (visit: Visit): Promise<Reply> => {
  const { page, query } = visit;
  const said =
    query['done'] === 'notices'
      ? noticeChoiceWords(page.lang).done
      : trackReleaseWords(page.lang).done[query['done'] ?? ''];
  return caseShown(visit, said === undefined ? {} : { said });
};

export const deliveryOf = ({ field, deps }: Visit): DeliveryId =>
  DeliveryId.safeParse(field('delivery')).data ?? DeliveryId.parse(deps.newId());

export const act = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { deps, page, field } = visit;
    const words = trackReleaseWords(page.lang);
    if (await floods(visit, 'release-act')) return caseShown(visit, { trouble: words.tooOften, status: 429 });
    switch (field('act')) {
      case 'photos':
        return handInPhotos(visit, id, own);
      case 'cancel': {
        const withdrawn = await withdrawOwnRelease(deps, id, deliveryOf(visit));
        return withdrawn.ok ? done('cancelled') : caseShown(visit, { trouble: words.moved, status: 409 });
      }
      case 'notices':
        return chooseNotices(visit, id);
      case 'helper':
        return callHelper(visit, id);
      case 'helper-off':
        await removeOwnHelper(deps, id);
        return done('helper-removed');
      default:
        return caseShown(visit, { trouble: words.refusedGeneral, status: 422 });
    }
  });

const done = (what: string): Reply => ({ go: `/release/track/case?done=${what}` });

/** Each paper on its own, so that one that does not go does not hold back the others. */
async function handInPhotos(visit: Visit, id: ReleaseId, own: OwnRelease): Promise<Reply> {
  const { deps, page, field } = visit;
  const words = trackReleaseWords(page.lang);
  const delivery = deliveryOf(visit);
  let taken = 0;
  for (const { kind, from } of own.papers) {
    const photos = (field(`photos-${kind}`) ?? '')
      .split(',')
      .map((one) => AttachmentId.safeParse(one).data)
      .filter((one) => one !== undefined)
      .slice(0, 8);
    if (from !== 'handed-in' || photos.length === 0) continue;
    const added = await actOnOwnRelease(deps, id, 'owner', {
      delivery: DeliveryId.parse(`${delivery.slice(0, 40)}-${kind}`),
      what: { act: 'add-photos', kind, photos },
    });
    if (!added.ok) {
      const trouble = added.refusal.kind === 'wrong-state' ? words.moved : words.refusedGeneral;
      return caseShown(visit, { trouble, status: 409 });
    }
    taken += 1;
  }
  return taken === 0 ? caseShown(visit, { trouble: words.nothingAdded, status: 422 }) : done('photos');
}

async function chooseNotices(visit: Visit, id: ReleaseId): Promise<Reply> {
  const { deps, page } = visit;
  const choice = noticeChoiceIn(visit);
  if (choice === undefined) return caseShown(visit, { trouble: noticeChoiceWords(page.lang).quietWrong, status: 422 });
  const what = { act: 'notices', choice } as const;
  const chosen = await actOnOwnRelease(deps, id, 'owner', { delivery: deliveryOf(visit), what });
  return chosen.ok
    ? done('notices')
    : caseShown(visit, { trouble: trackReleaseWords(page.lang).refusedGeneral, status: 409 });
}

async function callHelper(visit: Visit, id: ReleaseId): Promise<Reply> {
  const { deps, page, field } = visit;
  const words = trackReleaseWords(page.lang);
  const name = (field('helper-name') ?? '').trim();
  const relation = (field('helper-relation') ?? '').trim();
  if (name === '' || relation === '' || name.length > 40 || relation.length > 20)
    return caseShown(visit, { trouble: words.helperMissing, status: 422 });
  const named = await nameOwnHelper(deps, id, { id: namingOf(deliveryOf(visit)), name, relation });
  return named.ok ? done('helper') : caseShown(visit, { trouble: words.moved, status: 409 });
}

export const leave = (): Promise<Reply> =>
  Promise.resolve({ go: '/release/track', cookies: [takeSlip('own'), takeSlip('receipt')] });

export const announcePhoto = (visit: Visit): Promise<Reply> => announceFor(visit, ownerOf(visit));

/** Of the owner's own papers only. */
export const showPhoto = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const photo = AttachmentId.safeParse(visit.event.pathParameters?.['photo']);
    if (!photo.success || !own.papers.some(({ photos }) => photos.includes(photo.data)))
      return { go: '/release/track/case' };
    const address = await viewPhoto(visit.deps, id, photo.data);
    return { go: address.ok ? address.value : '/release/track/case' };
  });

export const showPaper = (visit: Visit): Promise<Reply> =>
  withOwn(visit, (_id, own) => {
    const of = paperNames.find((one) => one === visit.query['of']);
    const address = `${process.env['PAGES_ORIGIN'] ?? ''}/release/track?number=${own.number}`;
    const show = of === undefined ? undefined : paperPage(visit.page, own, of, address);
    return show === undefined ? { go: '/release/track/case' } : { show };
  });
