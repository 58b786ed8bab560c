/** An officer at the desk, without the console: signs in, is on duty, takes a conversation, answers. */
import WebSocket from 'ws';
import type { Running } from './product.ts';

export type Desk = {
  waiting(): Promise<{ id: string; need: string }[]>;
  act(id: string, what: string, body?: object): Promise<void>;
  leave(): void;
};

export async function openDesk(product: Running, name: string): Promise<Desk> {
  const account = product.accounts.find((one) => one.name === name);
  if (!account) throw new Error(`no account ${name}`);
  let cookie = '';
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${product.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  await ask('POST', '/api/staff/sign-in', { name, password: account.password, code: product.code(name) });
  const { url, ticket } = (await ask('POST', '/api/staff/socket', {})) as { url: string; ticket: string };
  const socket = new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    async waiting() {
      const { rows } = (await ask('GET', '/api/desk?list=waiting')) as { rows: { id: string; need: string }[] };
      return rows;
    },
    async act(id, what, body = {}) {
      await ask('POST', `/api/desk/conversations/${id}/${what}`, body);
    },
    leave() {
      socket.close();
    },
  };
}
