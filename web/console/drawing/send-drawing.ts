/** A drawing on its way: what an open page sees meanwhile, the picture for WeChat, and the line of the talk. */
import type { Mark } from '../../../models/conversation/drawing.ts';
import type { Line } from '../../../models/conversation/line.ts';
import type { DeskRow } from '../../../models/conversation/views.ts';
import { markedPicture } from '../../drawing/marked-picture.ts';
import { putPhoto, type Address } from '../../photo/prepare-photo.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Answer } from '../desk-requests.ts';
import type { Talk } from '../state/talk.ts';

type Photo = { attachment: string; width: number; height: number };
type Sent = { row: DeskRow; lines: Line[] };

/** Often enough to be followed, seldom enough for a slow line. */
const EVERY_MS = 300;

/** Shows the citizen's open page what is being drawn; nobody waits for it and nothing depends on it. */
export function createShow(connection: Pick<DeskConnection, 'draw'>, conversation: string, photo: () => Photo) {
  let waiting: readonly Mark[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shows = false;
  const show = (marks: readonly Mark[]): void => {
    if (marks.length === 0 && !shows) return;
    shows = marks.length > 0;
    const { attachment: on, width, height } = photo();
    connection.draw({ conversation, on, width, height, marks });
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = waiting = undefined;
  };
  return {
    soon(marks: readonly Mark[]): void {
      // Words that are being typed anew are empty for a moment.
      waiting = marks.filter((mark) => mark.kind !== 'text' || mark.says.trim() !== '');
      timer ??= setTimeout(() => {
        const next = waiting ?? [];
        stop();
        show(next);
      }, EVERY_MS);
    },
    /** The line that was sent takes its place. */
    sent(): void {
      stop();
      shows = false;
    },
    end(): void {
      stop();
      show([]);
    },
  };
}

export async function sendDrawing(
  connection: Pick<DeskConnection, 'request'>,
  talk: Pick<Talk, 'id' | 'act' | 'lastSeq'>,
  drawing: { photo: Photo; marks: readonly Mark[]; delivery: string; needsPicture: boolean },
): Promise<Answer<Sent>> {
  const { photo, marks, delivery } = drawing;
  const picture = drawing.needsPicture ? await uploaded(connection, talk.id, photo, marks) : undefined;
  return talk.act<Sent>('drawings', {
    delivery,
    seen: talk.lastSeq(),
    on: photo.attachment,
    width: photo.width,
    height: photo.height,
    marks,
    ...(picture === undefined ? {} : { picture }),
  });
}

/** Undefined: it did not get there; the words and the link do. */
async function uploaded(
  connection: Pick<DeskConnection, 'request'>,
  talk: string,
  { attachment, width, height }: Photo,
  marks: readonly Mark[],
): Promise<string | undefined> {
  const made = await markedPicture(`/api/desk/attachments/${attachment}`, marks, { width, height });
  if (made === undefined) return undefined;
  const { blob, sha256, width: w, height: h } = made;
  const started = await connection.request<{ attachment: string; upload: Address }>(
    'POST',
    `/api/desk/conversations/${talk}/attachments`,
    { mime: 'image/jpeg', bytes: blob.size, sha256, width: w, height: h },
  );
  return started.ok && (await putPhoto(started.value.upload, blob)) ? started.value.attachment : undefined;
}
