/** One file on screen: what is in it, what may be done with it, and what changed while somebody was writing. */
import { reactive } from 'vue';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';

type Happened = { at: string; what: string; by?: string | undefined; reason?: string | undefined };
type File = { row: { version: number }; history: Happened[] };
type FileState<F extends File> = {
  status: 'loading' | 'ready' | 'failed' | 'missing';
  problem: Problem | undefined;
  retryAt: number;
  failedSince: number;
  file: F | undefined;
  /** The version that the one in front of the screen has looked at. */
  seen: number;
  /** What others did after that; decisions wait until it was looked at. */
  changes: F['history'];
  busy: boolean;
};

export function openFile<F extends File>(
  connection: DeskConnection,
  of: {
    event: 'matter' | 'release';
    id: string;
    /** Where the office keeps it. */
    at: string;
    /** Somebody is writing in it. */
    writes: () => boolean;
    /** Steps that put nobody's decision out of date: my own, looks, and what the clock does by itself. */
    quiet: (happened: F['history'][number]) => boolean;
    loaded?: (file: F, before: F | undefined) => void;
  },
) {
  const { id, at } = of;
  const state = reactive({
    status: 'loading',
    problem: undefined,
    retryAt: 0,
    failedSince: 0,
    file: undefined,
    seen: 0,
    changes: [],
    busy: false,
  }) as FileState<F>;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const deliveries = new Map<string, string>();

  /** `own`: what I have just done is seen by me. `late`: the office refused because somebody was first. */
  function apply(file: F, how: { own?: boolean; late?: boolean } = {}): void {
    const before = state.file;
    if (before !== undefined && file.row.version < before.row.version) return;
    const old = new Set((before?.history ?? []).map(keyOf));
    const news = before === undefined ? [] : file.history.filter((h) => !old.has(keyOf(h)) && !of.quiet(h));
    state.file = file;
    const held = how.late === true || state.changes.length > 0 || (news.length > 0 && of.writes());
    if (how.own !== true && held) state.changes = [...state.changes, ...news];
    else {
      state.changes = [];
      state.seen = file.row.version;
    }
    state.status = 'ready';
    state.problem = undefined;
    of.loaded?.(file, before);
  }

  async function load(): Promise<void> {
    clearTimeout(retry);
    const answer = await connection.request<F>('GET', at);
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
  const deliver = async <Answer extends { ok: boolean }>(
    key: string,
    send: (delivery: string) => Promise<Answer>,
    over: (answer: Answer) => boolean,
  ): Promise<Answer> => {
    const delivery = deliveries.get(key) ?? crypto.randomUUID();
    deliveries.set(key, delivery);
    const answer = await send(delivery);
    if (over(answer)) deliveries.delete(key);
    return answer;
  };
  async function act(what: { act: string }): Promise<Problem | undefined> {
    state.busy = true;
    const answer = await deliver(
      JSON.stringify(what),
      (delivery) => connection.request<F>('POST', `${at}/acts`, { delivery, seen: state.seen, what }),
      (given) => given.ok || (given.problem.kind !== 'offline' && given.problem.kind !== 'broken'),
    );
    state.busy = false;
    if (answer.ok) {
      apply(answer.value, { own: true });
      return undefined;
    }
    const { problem } = answer;
    const newest = problem.more['file'] as F | undefined;
    if (problem.kind === 'stale' && newest !== undefined) apply(newest, { late: true });
    else if (problem.kind !== 'offline') void load();
    return problem;
  }
  const reveal = (field: string, reason: string) =>
    connection.request<{ value: string }>('POST', `${at}/reveal`, { field, reason });

  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
    else if (event.type === of.event && event.id === id && event.version > (state.file?.row.version ?? 0)) void load();
  });
  // Clocks go on, and private notes change no version.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible') void load();
  }, 60_000);
  const first = load();

  return {
    id,
    state,
    /** The first answer is here, whatever it was. */
    first,
    isClosed: (): boolean => closed,
    load,
    deliver,
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

const keyOf = (h: Happened): string => JSON.stringify([h.at, h.what, h.by, h.reason]);
