/** One release on screen: its file, what may be done with it, and what changed while somebody was writing. */
import { reactive } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { ReleaseAct } from '../../../models/release/requests.ts';
import type { ReleaseFile } from '../../../models/release/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';

export type ReleaseHappened = ReleaseFile['history'][number];
type State = {
  status: 'loading' | 'ready' | 'failed' | 'missing';
  problem: Problem | undefined;
  retryAt: number;
  failedSince: number;
  file: ReleaseFile | undefined;
  /** The version that the one in front of the screen has looked at. */
  seen: number;
  /** What others did after that; decisions wait until it was looked at. */
  changes: ReleaseHappened[];
  busy: boolean;
};
/** What puts nobody's decision out of date: looks, the clock's own steps, and what is done together in the call. */
const quiet = new Set(['revealed', 'reminded', 'late', 'code-sent', 'code-right', 'code-wrong', 'accepted', 'closed']);

export function createOpenRelease(connection: DeskConnection, me: Me, id: string, writes: () => boolean) {
  const at = `/api/releases/${id}`;
  const state = reactive<State>({
    status: 'loading',
    problem: undefined,
    retryAt: 0,
    failedSince: 0,
    file: undefined,
    seen: 0,
    changes: [],
    busy: false,
  });
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const deliveries = new Map<string, string>();

  /** `own`: what I have just done is seen by me. `late`: the office refused because somebody was first. */
  function apply(file: ReleaseFile, how: { own?: boolean; late?: boolean } = {}): void {
    const before = state.file;
    if (before !== undefined && file.row.version < before.row.version) return;
    const old = new Set((before?.history ?? []).map(keyOf));
    const news =
      before === undefined
        ? []
        : file.history.filter((h) => !old.has(keyOf(h)) && h.by !== me.name && !quiet.has(h.what));
    state.file = file;
    const held = how.late === true || state.changes.length > 0 || (news.length > 0 && writes());
    if (how.own !== true && held) state.changes = [...state.changes, ...news];
    else {
      state.changes = [];
      state.seen = file.row.version;
    }
    state.status = 'ready';
    state.problem = undefined;
  }

  async function load(): Promise<void> {
    clearTimeout(retry);
    const answer = await connection.request<ReleaseFile>('GET', at);
    if (closed) return;
    if (answer.ok) {
      apply(answer.value);
      return;
    }
    state.problem = answer.problem;
    if (['not-found', 'bad-input', 'not-allowed'].includes(answer.problem.kind)) state.status = 'missing';
    else if (state.status !== 'ready') {
      if (state.status !== 'failed') state.failedSince = connection.now();
      state.status = 'failed';
      state.retryAt = connection.now() + 5_000;
      retry = setTimeout(() => void load(), 5_000);
    }
  }

  /** The same press keeps its delivery id until it was answered: what was lost on the way is not done twice. */
  async function act(what: ReleaseAct): Promise<Problem | undefined> {
    const key = JSON.stringify(what);
    const delivery = deliveries.get(key) ?? crypto.randomUUID();
    deliveries.set(key, delivery);
    state.busy = true;
    const answer = await connection.request<ReleaseFile>('POST', `${at}/acts`, { delivery, seen: state.seen, what });
    state.busy = false;
    if (answer.ok) {
      deliveries.delete(key);
      apply(answer.value, { own: true });
      return undefined;
    }
    const { problem } = answer;
    if (problem.kind !== 'offline' && problem.kind !== 'broken') deliveries.delete(key);
    const newest = problem.more['file'] as ReleaseFile | undefined;
    if (problem.kind === 'stale' && newest !== undefined) apply(newest, { late: true });
    else if (problem.kind !== 'offline') void load();
    return problem;
  }
  const reveal = (field: string, reason: string) =>
    connection.request<{ value: string }>('POST', `${at}/reveal`, { field, reason });

  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
    else if (event.type === 'release' && event.id === id && event.version > (state.file?.row.version ?? 0)) void load();
  });
  // Clocks go on.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible') void load();
  }, 60_000);
  void load();

  return {
    id,
    state,
    load,
    act,
    reveal,
    /** The changes were looked at: what is decided now is decided about the newest. */
    look(): void {
      state.changes = [];
      state.seen = state.file?.row.version ?? state.seen;
    },
    end(): void {
      closed = true;
      stop();
      clearTimeout(retry);
      clearInterval(safety);
    },
  };
}
export type OpenRelease = ReturnType<typeof createOpenRelease>;

const keyOf = (h: ReleaseHappened): string => JSON.stringify([h.at, h.what, h.by, h.reason]);
