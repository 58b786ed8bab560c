/** The door of the platform's interface: who may come in, what breaks on a bad day, and how a refusal is worded. */
import { randomBytes } from 'node:crypto';
import { errorCodes, PlatformRefusal, type ErrorCode } from './error-codes.ts';
import { openDuties, type Asked, type InterfaceParts } from './interface-duties.ts';
import type { Menu } from './menu.ts';

export type Interface = {
  /** A file, or what is told as JSON. */
  answer(asked: Asked): Promise<unknown>;
  menu(): Menu | undefined;
  /** The next calls of an address are refused with this code, as on a bad day of the platform. */
  failNext(path: string, code: ErrorCode, times?: number): void;
  /** Calls a day of an address; beyond it 45009. */
  limit(path: string, calls: number): void;
};

export function openInterface(parts: InterfaceParts): Interface {
  const { open, guarded, menu } = openDuties(parts);
  const failing = new Map<string, { code: ErrorCode; times: number }>();
  const limits = new Map<string, number>();

  const mayAsk = ({ query, path }: Asked): void => {
    const token = query.get('access_token') ?? '';
    if (token === '') throw new PlatformRefusal(41001);
    const state = parts.tokens.check(token);
    if (state !== 'good') throw new PlatformRefusal(state === 'expired' ? 42001 : 40001);
    const left = limits.get(path);
    if (left === 0) throw new PlatformRefusal(45009);
    if (left !== undefined) limits.set(path, left - 1);
  };

  function take(asked: Asked): unknown {
    const route = `${asked.method} ${asked.path}`;
    const next = failing.get(asked.path);
    if (next !== undefined && next.times > 0) {
      next.times -= 1;
      throw new PlatformRefusal(next.code);
    }
    const free = open[route];
    if (free !== undefined) return free(asked);
    const duty = guarded[route];
    if (duty === undefined) throw new PlatformRefusal(`POST ${asked.path}` in guarded ? 43002 : 48001);
    mayAsk(asked);
    return duty(asked);
  }

  return {
    async answer(asked) {
      try {
        return (await take(asked)) ?? { errcode: 0, errmsg: 'ok' };
      } catch (error) {
        if (!(error instanceof PlatformRefusal)) throw error;
        const rid = randomBytes(4).toString('hex');
        return { errcode: error.code, errmsg: `${errorCodes[error.code]} rid: ${rid}` };
      }
    },
    menu,
    failNext(path, code, times = 1) {
      failing.set(path, { code, times });
    },
    limit(path, calls) {
      limits.set(path, calls);
    },
  };
}
