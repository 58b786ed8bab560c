/** The people's side of the platform: who follows the account, what stands on each phone, and what was exchanged for it. */
import { createHash } from 'node:crypto';
import { openAllowance, type Allowance } from './allowance.ts';
import type { Bubble, Exchange, Person, Shown, Way } from './talk.ts';

const KEPT_EXCHANGES = 300;

export type Phones = {
  people(): readonly Person[];
  find(openId: string): Person | undefined;
  /** Who has this name; comes into being when asked for the first time. */
  add(name: string): Person;
  allowanceOf(openId: string): Allowance;
  show(person: Person, way: Way, shown: Shown, message?: string): Bubble;
  note(exchange: Omit<Exchange, 'seq'>): void;
  exchanges(): readonly Exchange[];
  /** Something a page shows has changed. */
  changed(): void;
  version(): number;
  /** Answers when something newer than `version` is there, or after a while. */
  newer(version: number, withinMs: number): Promise<void>;
};

export function openPhones(appId: string, now: () => number): Phones {
  const people = new Map<string, Person>();
  const allowances = new Map<string, Allowance>();
  const exchanges: Exchange[] = [];
  let waiting: (() => void)[] = [];
  let [version, seq] = [1, 0];
  const changed = (): void => {
    version += 1;
    for (const wake of waiting) wake();
    waiting = [];
  };
  return {
    people: () => [...people.values()],
    find: (openId) => people.get(openId),
    add(name) {
      // 28 signs that begin with an o, as the platform's own; the same person has the same one after a new start.
      const openId = `o${createHash('sha256').update(`${appId} ${name}`).digest('base64url').slice(0, 27)}`;
      const known = people.get(openId);
      if (known !== undefined) return known;
      const person: Person = {
        openId,
        name,
        following: false,
        followedAt: 0,
        scene: '',
        blocks: false,
        bubbles: [],
        typingUntil: 0,
      };
      people.set(openId, person);
      allowances.set(openId, openAllowance(now));
      changed();
      return person;
    },
    allowanceOf: (openId) => allowances.get(openId) ?? openAllowance(now),
    show(person, way, shown, message) {
      const bubble: Bubble = { seq: ++seq, at: now(), way, shown, ...(message === undefined ? {} : { message }) };
      person.bubbles.push(bubble);
      changed();
      return bubble;
    },
    note(exchange) {
      exchanges.push({ ...exchange, seq: ++seq });
      if (exchanges.length > KEPT_EXCHANGES) exchanges.shift();
      changed();
    },
    exchanges: () => exchanges,
    changed,
    version: () => version,
    newer: (known, withinMs) =>
      version > known
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, withinMs);
            waiting.push(() => {
              clearTimeout(timer);
              resolve();
            });
          }),
  };
}
