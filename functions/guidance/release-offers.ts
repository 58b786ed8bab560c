/** What can be done with an appointment for a video release. */
import { type Offer, type ReleasePlan, type Scene, offer } from './talk.ts';

export const releaseOffers = ({ p }: Scene, { link }: ReleasePlan): Offer[] => [
  ...(link === undefined ? [] : [{ label: p.release.tryDevice, open: `${link}?next=check` }]),
  ...(link === undefined ? [] : [{ label: p.release.calendar, open: `${link}?next=calendar` }]),
  offer(p.release.change, 'release:change'),
];
