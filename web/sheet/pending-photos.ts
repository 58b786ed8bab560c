/** Photos on their way to the office: each is kept until it has arrived, and tried again under the same name. */
import { reactive } from 'vue';
import type { PhotoFinding } from '../../models/sheet/photo-words.ts';
import type { ShownSheet } from '../../models/sheet/views.ts';
import { newDelivery } from '../citizen/delivery-id.ts';
import { browserHttp, isRefusal } from '../citizen/office-http.ts';
import { putPhoto, type Address, type Prepared } from '../photo/prepare-photo.ts';

export type PendingPhoto = {
  delivery: string;
  paper: string;
  picture: string;
  failed: boolean;
  /** What the office said against it. */
  sentence?: string | undefined;
};
type Held = { prepared: Prepared; findings: readonly PhotoFinding[]; attachment?: string };

export function createPending(id: string, arrived: (sheet: ShownSheet) => void) {
  const photos = reactive<PendingPhoto[]>([]);
  const held = new Map<string, Held>();

  const drop = (delivery: string): void => {
    const place = photos.findIndex((photo) => photo.delivery === delivery);
    const [photo] = place < 0 ? [] : photos.splice(place, 1);
    if (photo) URL.revokeObjectURL(photo.picture);
    held.delete(delivery);
  };
  const fail = (photo: PendingPhoto, body: unknown): void => {
    photo.failed = true;
    photo.sentence = isRefusal(body) ? body.sentence : undefined;
  };

  async function send(photo: PendingPhoto): Promise<void> {
    const own = held.get(photo.delivery);
    if (own === undefined) return;
    photo.failed = false;
    const { delivery, paper } = photo;
    if (own.attachment === undefined) {
      const { blob, width, height, sha256 } = own.prepared;
      const started = await browserHttp('POST', `/api/own-sheets/${id}/photos`, {
        paper,
        mime: 'image/jpeg',
        bytes: blob.size,
        sha256,
        width,
        height,
      }).catch(() => undefined);
      if (started?.status !== 200) {
        fail(photo, started?.body);
        return;
      }
      const { attachment, upload } = started.body as { attachment: string; upload: Address };
      if (!(await putPhoto(upload, blob))) {
        fail(photo, undefined);
        return;
      }
      own.attachment = attachment;
    }
    const { attachment, findings } = own;
    const handed = await browserHttp('POST', `/api/own-sheets/${id}/acts`, {
      act: 'hand-in',
      delivery,
      paper,
      photo: attachment,
      findings,
    }).catch(() => undefined);
    if (handed?.status !== 200) {
      fail(photo, handed?.body);
      return;
    }
    arrived((handed.body as { sheet: ShownSheet }).sheet);
    drop(delivery);
  }

  return {
    photos,
    add(paper: string, prepared: Prepared, findings: readonly PhotoFinding[]): void {
      const delivery = newDelivery(crypto);
      held.set(delivery, { prepared, findings });
      photos.push({ delivery, paper, picture: URL.createObjectURL(prepared.blob), failed: false });
      const photo = photos[photos.length - 1];
      if (photo) void send(photo);
    },
    again(photo: PendingPhoto): void {
      void send(photo);
    },
    drop,
  };
}
