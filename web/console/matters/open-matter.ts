/** One matter on screen: its file, what may be done with it, who else is there, and what changed while somebody was writing. */
import { reactive } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { StaffAct } from '../../../models/complaint/requests.ts';
import type { MatterFile, MatterRow } from '../../../models/complaint/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { createPresence } from '../state/presence.ts';
import { createMatterPhotos } from './matter-photos.ts';

export type Aids = {
  service?: { id: string; nameZh: string; nameEn: string };
  citations: string[];
  papers: string[];
  similar: { row: MatterRow; samePerson: boolean }[];
};
type Happened = MatterFile['history'][number];
type State = {
  status: 'loading' | 'ready' | 'failed' | 'missing';
  problem: Problem | undefined;
  retryAt: number;
  failedSince: number;
  file: MatterFile | undefined;
  aids: Aids | undefined;
  /** The version that the one in front of the screen has looked at. */
  seen: number;
  /** What others did after that; decisions wait until it was looked at. */
  changes: Happened[];
  busy: boolean;
};
const PRESENCE = 10_000;
/** Steps that the clock takes by itself, and looks: nobody's decision is out of date because of them. */
const quiet = new Set([
  'seen',
  'revealed',
  'reveal-asked',
  'reveal-granted',
  'reveal-refused',
  'reminded',
  'last-call',
  'contact-missed',
  'answer-missed',
  'waiting-reminder',
  'supervision-missed',
  'call-back-missed',
  'rectification-missed',
  'check-back-sent',
  'sampled',
]);

export function createOpenMatter(connection: DeskConnection, me: Me, id: string, writes: () => boolean) {
  const at = `/api/matters/${id}`;
  const state = reactive<State>({
    status: 'loading',
    problem: undefined,
    retryAt: 0,
    failedSince: 0,
    file: undefined,
    aids: undefined,
    seen: 0,
    changes: [],
    busy: false,
  });
  /** What is chosen for a message and for the answer stays while the matter is open, whichever tab is shown. */
  const place = `/api/matters/${id}`;
  const photos = { say: createMatterPhotos(connection, place), answer: createMatterPhotos(connection, place) };
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const deliveries = new Map<string, string>();

  /** `own`: what I have just done is seen by me. `late`: the office refused because somebody was first. */
  function apply(file: MatterFile, how: { own?: boolean; late?: boolean } = {}): void {
    const before = state.file;
    if (before !== undefined && file.row.version < before.row.version) return;
    const old = new Set((before?.history ?? []).map(keyOf));
    const news =
      before === undefined
        ? []
        : file.history.filter((h) => !old.has(keyOf(h)) && h.by !== me.id && !quiet.has(h.what) && !clockRang(h));
    state.file = file;
    const held = how.late === true || state.changes.length > 0 || (news.length > 0 && writes());
    if (how.own !== true && held) state.changes = [...state.changes, ...news];
    else {
      state.changes = [];
      state.seen = file.row.version;
    }
    state.status = 'ready';
    state.problem = undefined;
    if (before?.row.service !== file.row.service || before === undefined) void loadAids();
  }

  async function load(): Promise<void> {
    clearTimeout(retry);
    const answer = await connection.request<MatterFile>('GET', at);
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
  async function loadAids(): Promise<void> {
    const answer = await connection.request<Aids>('GET', `${at}/aids`);
    if (answer.ok && !closed) state.aids = answer.value;
  }

  /** The same press keeps its delivery id until it was answered: what was lost on the way is not done twice. */
  async function act(what: StaffAct): Promise<Problem | undefined> {
    const key = JSON.stringify(what);
    const delivery = deliveries.get(key) ?? crypto.randomUUID();
    deliveries.set(key, delivery);
    state.busy = true;
    const answer = await connection.request<MatterFile>('POST', `${at}/acts`, { delivery, seen: state.seen, what });
    state.busy = false;
    if (answer.ok) {
      deliveries.delete(key);
      apply(answer.value, { own: true });
      return undefined;
    }
    const { problem } = answer;
    if (problem.kind !== 'offline' && problem.kind !== 'broken') deliveries.delete(key);
    const newest = problem.more['file'] as MatterFile | undefined;
    if (problem.kind === 'stale' && newest !== undefined) apply(newest, { late: true });
    else if (problem.kind !== 'offline') void load();
    return problem;
  }
  async function note(text: string, mentions: readonly string[]): Promise<Problem | undefined> {
    const key = `note ${text}`;
    const delivery = deliveries.get(key) ?? crypto.randomUUID();
    deliveries.set(key, delivery);
    const answer = await connection.request<{ memo: MatterFile['memos'][number] }>('POST', `${at}/notes`, {
      delivery,
      text,
      mentions,
    });
    if (!answer.ok) return answer.problem;
    deliveries.delete(key);
    const file = state.file;
    if (file !== undefined && file.memos.every((memo) => memo.id !== answer.value.memo.id))
      file.memos.push(answer.value.memo);
    return undefined;
  }
  const reveal = (field: string, reason: string) =>
    connection.request<{ value: string }>('POST', `${at}/reveal`, { field, reason });

  const presence = createPresence(
    async (typing) => {
      if (document.visibilityState !== 'visible' || state.status !== 'ready') return;
      const answer = await connection.request<{ viewers: MatterFile['viewers'] }>('POST', `${at}/presence`, { typing });
      if (answer.ok && !closed && state.file !== undefined) state.file.viewers = answer.value.viewers;
    },
    () => connection.now(),
    PRESENCE,
  );
  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
    // A note changes no version: the colleague it is meant for has it at once.
    else if (event.type === 'mention' && event.id === id) void load();
    else if (event.type === 'matter' && event.id === id && event.version > (state.file?.row.version ?? 0)) void load();
  });
  // Clocks go on, and private notes change no version.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible') void load();
  }, 60_000);
  void load().then(presence.show);

  return {
    id,
    state,
    photos,
    load,
    act,
    note,
    reveal,
    showTyping: presence.writes,
    /** The changes were looked at: what is decided now is decided about the newest. */
    look(): void {
      state.changes = [];
      state.seen = state.file?.row.version ?? state.seen;
    },
    end(): void {
      closed = true;
      photos.say.clear();
      photos.answer.clear();
      stop();
      clearTimeout(retry);
      presence.end();
      clearInterval(safety);
    },
  };
}
export type OpenMatter = ReturnType<typeof createOpenMatter>;

const keyOf = (h: Happened): string => JSON.stringify([h.at, h.what, h.by, h.reason]);
/** Raised or supervised by the ladder: no person did it. */
const clockRang = (h: Happened): boolean =>
  h.by === undefined && ['raised', 'supervised', 'closed'].includes(h.what) && h.reason !== 'citizen';
