/** Photos that were chosen and are not yet sent: each with its picture, what it is doing, and a second try. */
import { reactive } from 'vue';
import type { CitizenContent } from '../../models/conversation/content.ts';
import { preparePhoto, type PhotoFault, type Prepared } from '../photo/prepare-photo.ts';
import { uploadPhoto } from './photo.ts';
import type { Transport } from './transport.ts';

type ChosenPhoto = {
  id: number;
  picture: string;
  state: 'working' | 'uploading' | 'failed';
  fault?: PhotoFault;
  sentence?: string | undefined;
};
export type Photos = {
  chosen: readonly ChosenPhoto[];
  add(file: Blob): void;
  retry(id: number): void;
  remove(id: number): void;
};

export function createPhotos(transport: Pick<Transport, 'request'>, send: (content: CitizenContent) => void): Photos {
  const chosen = reactive<ChosenPhoto[]>([]);
  const files = new Map<number, { file: Blob; prepared?: Prepared }>();
  let born = 0;

  const remove = (id: number): void => {
    const place = chosen.findIndex((photo) => photo.id === id);
    const [photo] = place < 0 ? [] : chosen.splice(place, 1);
    if (photo) URL.revokeObjectURL(photo.picture);
    files.delete(id);
  };
  const fail = (photo: ChosenPhoto, fault: PhotoFault, sentence?: string): void => {
    photo.state = 'failed';
    photo.fault = fault;
    photo.sentence = sentence;
  };
  const run = async (id: number): Promise<void> => {
    const photo = chosen.find((one) => one.id === id);
    const held = files.get(id);
    if (!photo || !held) return;
    photo.state = held.prepared ? 'uploading' : 'working';
    if (!held.prepared) {
      const prepared = await preparePhoto(held.file);
      if (!prepared.ok) {
        fail(photo, prepared.fault);
        return;
      }
      held.prepared = prepared.value;
    }
    photo.state = 'uploading';
    const uploaded = await uploadPhoto(transport.request, held.prepared);
    if (!files.has(id)) return;
    if (uploaded.ok) {
      remove(id);
      send(uploaded.value);
    } else fail(photo, uploaded.fault, uploaded.sentence);
  };

  return {
    chosen,
    add(file) {
      const id = ++born;
      files.set(id, { file });
      chosen.push({ id, picture: URL.createObjectURL(file), state: 'working' });
      void run(id);
    },
    retry(id) {
      void run(id);
    },
    remove,
  };
}
