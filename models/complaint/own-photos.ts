/** The photos of a matter as its person sees them, numbered through the whole matter so that both sides can speak of “photo 3”. */
import type { AttachmentId } from '../ids.ts';
import type { ShownPhotos } from '../conversation/content.ts';
import type { OwnMatter, ShownEntry } from './views.ts';

type Written = Pick<OwnMatter, 'entries'>;

const allOf = ({ entries }: Written): AttachmentId[] => [...new Set(entries.flatMap((entry) => entry.attachments))];
export const photoNumber = (own: Written, photo: AttachmentId): number => allOf(own).indexOf(photo) + 1;

/** A reply shows so many; the page of the matter shows all. */
const SHOWN = 6;

/** What the office photographed, newest last: all of it, or what came with some of its words. */
export function photosFromOffice(
  own: Written & Pick<OwnMatter, 'id' | 'number'>,
  belongs: (entry: ShownEntry) => boolean = () => true,
): { photos?: ShownPhotos } {
  const ids = new Set(
    own.entries.filter((e) => e.from === 'officer' && belongs(e)).flatMap(({ attachments }) => attachments),
  );
  if (ids.size === 0) return {};
  const shown = [...ids].slice(-SHOWN).map((id) => ({ id, number: photoNumber(own, id) }));
  return { photos: { matter: own.id, number: own.number, shown, more: ids.size - shown.length } };
}
