/** The page's line to the peer: deeds go there, what is new comes back as soon as it is there. */
import type { DevDeed, DevState } from '../dev-state.ts';

export async function does(deed: DevDeed): Promise<void> {
  await fetch('/dev/wechat/deeds', { method: 'POST', body: JSON.stringify(deed) });
}

let chosen = '';
let cut = new AbortController();

/** Whose phone is shown; the running question is asked anew. */
export function choose(person: string): void {
  chosen = person;
  cut.abort();
}
export const opened = (to: string): string =>
  `/dev/wechat/open?${new URLSearchParams({ person: chosen, to }).toString()}`;

export async function watch(show: (state: DevState) => void): Promise<never> {
  let seen = { version: 0, person: '' };
  for (;;) {
    cut = new AbortController();
    try {
      const version = seen.person === chosen ? seen.version : 0;
      const query = new URLSearchParams({ seen: String(version), person: chosen });
      const answer = await fetch(`/dev/wechat/state?${query.toString()}`, { signal: cut.signal });
      const state = (await answer.json()) as DevState;
      chosen = state.person;
      seen = state;
      show(state);
    } catch {
      // Another phone was chosen, or the peer is just starting again.
      if (!cut.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
