/** Asks the office over HTTP and turns whatever happens into an answer: nothing in here throws, no refusal is lost. */
import type { RefusalKind } from '../../models/outcome.ts';

export type Problem = {
  kind: RefusalKind | 'signed-out' | 'offline' | 'broken';
  /** For people; empty when nobody answered. */
  sentence: string;
  /** Four characters to quote when reporting a breakdown. */
  reference: string;
  /** What else the refusal brought: a colleague's lines, the questions an answer would make worse. */
  more: Record<string, unknown>;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Request = <T>(method: Method, path: string, body?: unknown) => Promise<Answer<T>>;

export type RequestWorld = {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  random: () => number;
  /** In which language refusals are worded. */
  language: () => 'zh' | 'en';
};
/** Told about every request, so that somebody knows whether the office can be reached. */
export type Watcher = {
  /** `askedAt`: an answer to a question from before the network was lost says nothing about now. */
  answered: (serverTime: number | undefined, askedAt: number) => void;
  unreachable: () => void;
  /** `stopped`: the sentence that says why an agent may not act any more. */
  signedOut: (stopped?: string) => void;
};

const patience = 20_000;

export function createRequest(world: RequestWorld, watcher: Watcher): Request {
  const failed = (
    kind: Problem['kind'],
    sentence = '',
    more: Record<string, unknown> = {},
  ): { ok: false; problem: Problem } => ({
    ok: false,
    problem: { kind, sentence, reference: reference(world.random), more },
  });

  return async function request<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    const writes = method !== 'GET';
    const askedAt = world.now();
    let response: Response;
    let payload: unknown;
    try {
      response = await world.fetch(path, {
        method,
        credentials: 'same-origin',
        headers: {
          'x-language': world.language(),
          ...(writes ? { 'content-type': 'application/json', 'x-bancheng': '1' } : {}),
        },
        ...(writes && body !== undefined ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(patience),
      });
      payload = parse(await response.text());
    } catch {
      watcher.unreachable();
      return failed('offline');
    }
    // A gateway that cannot reach the office is as good as no network.
    if (response.status >= 502 && response.status <= 504) {
      watcher.unreachable();
      return failed('offline');
    }
    const dated = Date.parse(response.headers.get('date') ?? '');
    watcher.answered(Number.isNaN(dated) ? undefined : dated, askedAt);
    if (response.ok) return { ok: true, value: payload as T };

    const { kind, sentence: said, ...more } = isRecord(payload) ? payload : {};
    const sentence = typeof said === 'string' ? said : '';
    if (response.status === 401) {
      watcher.signedOut(more['stopped'] === true ? sentence : undefined);
      return failed('signed-out', sentence, more);
    }
    if (response.status >= 500 || typeof kind !== 'string') return failed('broken', '', more);
    return failed(kind as RefusalKind, sentence, more);
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** No 0, O, 1 or I: it is read out on the phone. */
function reference(random: () => number): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from({ length: 4 }, () => letters[Math.floor(random() * letters.length)] ?? 'X').join('');
}
