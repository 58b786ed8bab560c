/** The room page's questions to the office, over HTTP: the addresses stand here and nowhere else. */
import type { Invitation, RoomOffice, Told } from './room-office.ts';

type Upload = { id: string; url: string; headers: Record<string, string> };

/** `language` for the sentences of refusals; the session is a cookie that the link left behind. */
export function officeOverHttp(sorry: string): RoomOffice {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Response> =>
    fetch(`/api/room${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-bancheng': '1' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const told = async (sent: Promise<Response>): Promise<Told> => {
    try {
      const answer = await sent;
      if (answer.ok) return { ok: true };
      const { detail, sentence } = (await answer.json()) as { detail?: string; sentence?: string };
      return { ok: false, sentence: sentence ?? detail ?? sorry };
    } catch {
      return { ok: false, sentence: sorry };
    }
  };
  return {
    async invite() {
      const answer = await ask('GET', '');
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Invitation;
    },
    agree: (version) => told(ask('POST', '/consent', { version })),
    tellCheck: (check) => told(ask('POST', '/check', check)),
    enterCode: (code) => told(ask('POST', '/code', { code })),
    readStatement: () => told(ask('POST', '/statement', {})),
    sendPaper: ({ blob, ...facts }) =>
      told(
        (async () => {
          const announced = await ask('POST', '/papers', facts);
          if (!announced.ok) return announced;
          const { id, url, headers } = (await announced.json()) as Upload;
          const put = await fetch(url, { method: 'PUT', headers, body: blob });
          return put.ok ? ask('POST', `/papers/${id}`, {}) : put;
        })(),
      ),
    ping: () => fetch(`/favicon.svg?${String(Date.now())}`, { cache: 'no-store' }),
  };
}
