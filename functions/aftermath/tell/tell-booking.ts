/** Tells those who come to an appointment of a release that it is taken, moved, called off, near, or was missed. */
import { saidWhen } from '../../../models/phrasebook/said-when.ts';
import type { BookingNews } from '../../../models/release/news.ts';
import { tellOfRelease } from './tell-release.ts';
import type { Teller } from './tellers.ts';

/** True only as long as the time stands. */
const standing: readonly BookingNews[] = ['booked', 'proposed', 'moved', 'day-before', 'soon'];

export const tellBooking: Teller<'booking'> = async (deps, notice) => {
  const booking = await deps.bookings.find(notice.about.id);
  if (!booking.ok) return 'dropped';
  const { reference, start, state } = booking.value;
  if (reference.kind !== 'release') return 'dropped';
  const release = await deps.releases.find(reference.id);
  if (!release.ok || release.value.decision !== undefined) return 'dropped';
  const { news } = notice.about;
  if (standing.includes(news) && (state.name !== 'confirmed' || start <= deps.now())) return 'dropped';
  const language = notice.about.to === 'owner' ? release.value.language : 'zh';
  return tellOfRelease(deps, notice, release.value, saidWhen(start, language));
};
