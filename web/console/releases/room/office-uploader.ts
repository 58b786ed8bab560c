/** Hands the pieces of a recording to the office, each announced, put, confirmed; every question may be asked again. */
import { UploadRefused, type Uploader } from '../../../room/upload-queue.ts';
import type { DeskConnection } from '../../desk-connection.ts';
import type { Problem } from '../../desk-requests.ts';

type Address = { url: string; headers: Record<string, string> };

/** What will not be otherwise next time: the record is closed, the release is another's. */
const final = new Set<Problem['kind']>(['not-allowed', 'not-found', 'bad-input', 'signed-out']);

export function officeUploader({ request }: Pick<DeskConnection, 'request'>, release: string): Uploader {
  const at = `/api/releases/${release}/evidence`;
  const ask = async <T>(path: string, body: object, hopeless = final): Promise<T> => {
    const answer = await request<T>('POST', `${at}/${path}`, body);
    if (answer.ok) return answer.value;
    throw hopeless.has(answer.problem.kind) ? new UploadRefused(answer.problem.kind) : new Error(answer.problem.kind);
  };
  // A take or a piece that is announced to a closed record stays refused; one to be confirmed may only not have arrived yet.
  const closed = new Set<Problem['kind']>([...final, 'wrong-state']);
  return {
    begin: async ({ take, room, mime }) => {
      await ask('takes', { delivery: `${take}-begin`, take, room, mime }, closed);
    },
    announce: (chunk) => ask<Address>('chunks', chunk, closed),
    confirm: async (chunk) => {
      await ask('chunks/confirm', { ...chunk, delivery: `${chunk.take}-${String(chunk.n)}` });
    },
    end: async ({ take, chunks }) => {
      await ask('takes/end', { delivery: `${take}-end`, take, chunks }, closed);
    },
  };
}
