/** Photos of papers chosen for the next words on a matter or for a lender’s record: uploaded at once, sent with the words, taken away while they are unsent. */
import { computed, reactive } from 'vue';
import type { AttachmentId } from '../../../models/ids.ts';
import { preparePhoto, putPhoto, type Address, type PhotoFault, type Prepared } from '../../photo/prepare-photo.ts';
import type { DeskConnection } from '../desk-connection.ts';

type ChosenPhoto = {
  id: number;
  picture: string;
  state: 'working' | 'uploading' | 'there' | 'failed';
  fault?: PhotoFault;
  sentence?: string;
  attachment?: AttachmentId;
};
type Started = { attachment: AttachmentId; upload: Address };
/** As many as the office takes with one message. */
export const MOST_PHOTOS = 6;

/** `place`: whose photos they are, `/api/matters/…` or `/api/lenders/…`. */
export function createMatterPhotos(connection: Pick<DeskConnection, 'request'>, place: string) {
  const chosen = reactive<ChosenPhoto[]>([]);
  const files = new Map<number, { file: Blob; prepared?: Prepared }>();
  let born = 0;

  function fail(photo: ChosenPhoto, fault: PhotoFault, sentence = ''): void {
    photo.state = 'failed';
    photo.fault = fault;
    photo.sentence = sentence;
  }
  async function run(id: number): Promise<void> {
    const photo = chosen.find((one) => one.id === id);
    const held = files.get(id);
    if (photo === undefined || held === undefined) return;
    photo.state = held.prepared === undefined ? 'working' : 'uploading';
    if (held.prepared === undefined) {
      const prepared = await preparePhoto(held.file);
      if (!prepared.ok) {
        fail(photo, prepared.fault);
        return;
      }
      held.prepared = prepared.value;
      photo.state = 'uploading';
    }
    const { blob, width, height, sha256 } = held.prepared;
    const started = await connection.request<Started>('POST', `${place}/photos`, {
      mime: 'image/jpeg',
      bytes: blob.size,
      sha256,
      width,
      height,
    });
    if (!started.ok) fail(photo, 'photoFailed', started.problem.sentence);
    else if (await putPhoto(started.value.upload, blob)) {
      photo.attachment = started.value.attachment;
      photo.state = 'there';
    } else fail(photo, 'photoFailed');
  }
  function remove(id: number): void {
    const place = chosen.findIndex((photo) => photo.id === id);
    const [photo] = place < 0 ? [] : chosen.splice(place, 1);
    if (photo !== undefined) URL.revokeObjectURL(photo.picture);
    files.delete(id);
  }
  return {
    chosen,
    /** False while one is on its way or did not arrive: words are not sent without the photo they speak of. */
    ready: computed(() => chosen.every(({ state }) => state === 'there')),
    attachments: (): AttachmentId[] => chosen.flatMap(({ attachment }) => attachment ?? []),
    add(added: Iterable<Blob>): void {
      for (const file of added) {
        if (chosen.length >= MOST_PHOTOS) return;
        const id = ++born;
        files.set(id, { file });
        chosen.push({ id, picture: URL.createObjectURL(file), state: 'working' });
        void run(id);
      }
    },
    retry: (id: number): void => void run(id),
    remove,
    clear(): void {
      for (const { id } of [...chosen]) remove(id);
    },
  };
}
export type MatterPhotos = ReturnType<typeof createMatterPhotos>;
