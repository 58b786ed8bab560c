/** A person says how they want to be told, and takes back what they do not have to be told (退订). */
import * as z from 'zod';
import { done, refused, type Outcome } from '../outcome.ts';
import { NoticeWishes } from './notice-wishes.ts';

export const noticePlaces = ['chat', 'sms'] as const;
export const NoticeChoice = NoticeWishes.extend({ channel: z.enum(noticePlaces) });
export type NoticeChoice = z.infer<typeof NoticeChoice>;

/** As the page shows it: what is chosen, and which places there are to choose from. */
export const ShownNoticeChoice = NoticeChoice.extend({ places: z.array(z.enum(noticePlaces)).min(1) });
export type ShownNoticeChoice = z.infer<typeof ShownNoticeChoice>;

type Chosen = { notify: 'chat' | 'sms' | 'none'; wishes?: NoticeWishes | undefined };

/** `talk`, `phone`: whether there is one. Undefined for whoever left no way at all. */
export function shownChoice(
  { notify, wishes }: Chosen,
  has: { talk: boolean; phone: boolean },
): ShownNoticeChoice | undefined {
  const places = noticePlaces.filter((place) => (place === 'chat' ? has.talk : has.phone));
  const [first] = places;
  if (first === undefined) return undefined;
  return {
    places,
    channel: notify !== 'none' && places.includes(notify) ? notify : first,
    onlyDue: notify === 'none' || wishes?.onlyDue === true,
    ...(wishes?.quiet === undefined ? {} : { quiet: wishes.quiet }),
  };
}

export function choose<Kept extends Chosen>(
  record: Kept,
  { channel, quiet, onlyDue }: NoticeChoice,
  has: { talk: boolean; phone: boolean },
): Outcome<Kept> {
  if (channel === 'chat' ? !has.talk : !has.phone) return refused('bad-input', 'nobody could be reached there');
  return done({ ...record, notify: channel, wishes: { onlyDue, ...(quiet === undefined ? {} : { quiet }) } });
}
