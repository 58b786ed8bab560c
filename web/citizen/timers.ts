/** One timer per purpose: setting it again replaces it. */
import type { Clock } from './clock.ts';

export type Timers = {
  later(purpose: string, ms: number, run: () => void): void;
  callOff(purpose: string): void;
  isSet(purpose: string): boolean;
  stop(): void;
};

export function createTimers(clock: Clock): Timers {
  const set = new Map<string, () => void>();
  let stopped = false;
  const callOff = (purpose: string): void => {
    set.get(purpose)?.();
    set.delete(purpose);
  };
  return {
    later(purpose, ms, run) {
      callOff(purpose);
      if (stopped) return;
      set.set(
        purpose,
        clock.after(ms, () => {
          set.delete(purpose);
          run();
        }),
      );
    },
    callOff,
    isSet: (purpose) => set.has(purpose),
    stop() {
      stopped = true;
      for (const off of set.values()) off();
      set.clear();
    },
  };
}
