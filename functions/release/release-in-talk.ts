/** Serves the “视频办” in the middle of a talk: lenders, free times, an appointment, the link to the forms. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { BookingId, ReleaseId, type LenderId, type StaffId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import type { ReleaseDesk } from '../../models/release/release-desk.ts';
import { shownChoice } from '../../models/aftermath/notice-choice.ts';
import { waysOf } from '../../models/release/changes/notices.ts';
import type { Release } from '../../models/release/release.ts';
import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from '../appointment/book.ts';
import { listSlots } from '../appointment/list-slots.ts';
import type { Deps } from '../deps.ts';
import { remembering, type Once } from '../remembering.ts';
import { actOnOwnRelease } from './find-own-release.ts';
import { linkToApplication } from './application-link.ts';
import { enrolledLenders, mandateStands } from './mandate-stands.ts';
import { giveBackOwnSlot, moveOwnSlot } from './own-appointment.ts';

const KIND = 'video-release';

/**
 * One desk for one message, kept over the rounds of its turn: a turn that lost a race is run again and must not take a second place or
 * send a second link, so what was done once is answered from memory.
 */
export function openReleaseDeskFor(deps: Deps, delivery: DeliveryId): (c: Conversation) => ReleaseDesk {
  const once = remembering();
  return (c) => deskOf(deps, c, delivery, once);
}

function deskOf(deps: Deps, c: Conversation, delivery: DeliveryId, once: Once): ReleaseDesk {
  const { office } = c;
  /** Whose mandate stands today; nobody else comes to a call. */
  const agentsOf = async (lender: LenderId | undefined): Promise<StaffId[]> => {
    if (lender === undefined) return [];
    const all = await deps.staff.agentsOf(lender);
    const stand = await Promise.all(all.map(({ id }) => mandateStands(deps, id, deps.now(), office)));
    return all.filter((_, i) => stand[i]?.ok === true).map(({ id }) => id);
  };
  /** Once the application is filed, the release has to learn of every change of its times. */
  const filedUnder = async (booking: BookingId): Promise<ReleaseId | undefined> => {
    const found = await deps.bookings.find(booking);
    const reference = found.ok ? found.value.reference : undefined;
    const id = reference?.kind === 'release' ? reference.id : undefined;
    return id !== undefined && (await deps.releases.find(id)).ok ? id : undefined;
  };
  const ofTalk = async (id: ReleaseId): Promise<Release | undefined> => {
    const found = await deps.releases.find(id);
    return found.ok && found.value.talk === c.id ? found.value : undefined;
  };
  return {
    async notices(id) {
      const release = await ofTalk(id);
      return release === undefined ? undefined : shownChoice(release, waysOf(release));
    },
    async chooseNotices(id, choice) {
      if ((await ofTalk(id)) === undefined) return refused('not-found', 'no release of this talk');
      const chosen = await actOnOwnRelease(deps, id, 'owner', { delivery, what: { act: 'notices', choice } });
      return chosen.ok ? done(undefined) : chosen;
    },
    lenders: () => once('lenders', () => enrolledLenders(deps, office)),
    newId: () => once('id', () => Promise.resolve(ReleaseId.parse(deps.newId()))),
    async times(lender) {
      const agents = await agentsOf(lender);
      if (lender !== undefined && agents.length === 0) return [];
      const listed = await listSlots(deps, { office, kind: KIND, agents: agents.slice(0, 12), wish: {} });
      return listed.ok ? listed.value.three.map(({ start }) => start) : [];
    },
    hold: (plan, start, before) =>
      once(`hold#${start}`, async () => {
        const agents = await agentsOf(plan.lender);
        const joint = plan.lender !== undefined;
        if (joint && agents.length === 0) return refused('wrong-state', 'no agent of this lender may come');
        const held = await holdSlot(deps, {
          id: BookingId.parse(deps.newId()),
          office,
          kind: KIND,
          reference: { kind: 'release', id: plan.id },
          // The number comes with the application; until then the list shows where it came from.
          number: c.id.slice(-6),
          start,
          comes: joint ? ['citizen', 'agent'] : ['citizen'],
          agents: agents.slice(0, 12),
        });
        if (!held.ok) return held;
        if (before !== undefined && before !== held.value.id) await cancelBooking(deps, before, 'citizen');
        return done(held.value.id);
      }),
    confirm: (plan, booking, phone) =>
      once(`confirm#${booking}`, async () => {
        const confirmed = await confirmBooking(deps, booking);
        if (!confirmed.ok) return confirmed;
        const link = await linkToApplication(deps, {
          ...plan,
          office,
          phone,
          language: c.language,
          message: delivery,
        });
        return done({ start: confirmed.value.start, link });
      }),
    move: (booking, start) =>
      once(`move#${start}`, async () => {
        const id = await filedUnder(booking);
        const moved =
          id === undefined
            ? await rescheduleBooking(deps, { id: booking, delivery, start })
            : await moveOwnSlot(deps, id, { booking, start, delivery });
        return moved.ok ? done({ start: moved.value.start }) : moved;
      }),
    cancel: (booking) =>
      once(`cancel#${booking}`, async () => {
        const id = await filedUnder(booking);
        const off =
          id === undefined
            ? await cancelBooking(deps, booking, 'citizen', { delivery })
            : await giveBackOwnSlot(deps, id, booking, delivery);
        return off.ok ? done(undefined) : off;
      }),
  };
}
