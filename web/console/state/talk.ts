/** One open conversation: its lines and notes, who else looks at it, and what may be done with it. */
import { computed, reactive } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { Line, Note } from '../../../models/conversation/line.ts';
import type { DeskRow, OfficerView, Viewer } from '../../../models/conversation/views.ts';
import type { Instant } from '../../../models/time.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Answer, Problem } from '../desk-requests.ts';
import type { Delivered } from './outbox.ts';
import { createPresence } from './presence.ts';

type View = Omit<OfficerView, 'lines' | 'notes' | 'viewers' | 'viewersAt'>;
const PAGE = 60;
const PRESENCE = 20_000;
const TYPING_SHOWN = 6_000;

type State = {
  status: 'loading' | 'ready' | 'failed' | 'not-allowed' | 'missing';
  problem: Problem | undefined;
  retryAt: number;
  failedSince: number;
  view: View | undefined;
  lines: Line[];
  notes: Note[];
  viewers: Viewer[];
  viewersAt: Instant | undefined;
  citizenTypesUntil: number;
  collision: Collision | undefined;
  /** So many of the last lines are on screen; older ones come when somebody scrolls up. */
  shown: number;
  fetchingEarlier: boolean;
  noEarlier: boolean;
};
export type Collision = { name: string; since: number };

export function createTalk(connection: DeskConnection, me: Me, id: string) {
  const at = `/api/desk/conversations/${id}`;
  const state = reactive<State>({
    status: 'loading',
    problem: undefined,
    retryAt: 0,
    failedSince: 0,
    view: undefined,
    lines: [],
    notes: [],
    viewers: [],
    viewersAt: undefined,
    citizenTypesUntil: 0,
    collision: undefined,
    shown: PAGE,
    fetchingEarlier: false,
    noEarlier: false,
  });
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let catching: Promise<void> | undefined;
  let readSent = 0;

  const lastSeq = (): number => state.lines.at(-1)?.seq ?? 0;
  const mine = computed(() => state.view?.row.state === 'with-officer' && state.view.row.officer === me.id);

  function merge(lines: Line[]): void {
    if (lines.length === 0) return;
    const bySeq = new Map(state.lines.map((line) => [line.seq, line]));
    for (const line of lines) bySeq.set(line.seq, line);
    state.lines = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  }
  function mergeNotes(notes: Note[]): void {
    const byId = new Map(state.notes.map((note) => [note.id, note]));
    for (const note of notes) byId.set(note.id, note);
    state.notes = [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  }
  function apply({ lines, notes, viewers, viewersAt, ...view }: OfficerView): void {
    // A slower answer must not undo what a faster one already showed.
    if (state.view !== undefined && view.row.version < state.view.row.version) view.row = state.view.row;
    view.readByCitizen = Math.max(view.readByCitizen, state.view?.readByCitizen ?? 0);
    state.view = view;
    merge(lines);
    mergeNotes(notes);
    see({ viewers, viewersAt });
  }
  /** Answers and news overtake each other; who was there later counts. */
  function see({ viewers, viewersAt }: Pick<OfficerView, 'viewers' | 'viewersAt'>): void {
    if (state.viewersAt !== undefined && viewersAt < state.viewersAt) return;
    state.viewersAt = viewersAt;
    state.viewers = viewers.filter((viewer) => viewer.id !== me.id);
  }

  async function fetchAfter(after: number): Promise<OfficerView | undefined> {
    const answer = await connection.request<OfficerView>('GET', `${at}?after=${after}`);
    if (closed) return undefined;
    if (answer.ok) return answer.value;
    fail(answer.problem);
    return undefined;
  }
  function fail(problem: Problem): void {
    state.problem = problem;
    if (problem.kind === 'not-allowed') state.status = 'not-allowed';
    else if (problem.kind === 'not-found' || problem.kind === 'bad-input') state.status = 'missing';
    else if (state.status !== 'ready') {
      if (state.status !== 'failed') state.failedSince = connection.now();
      state.status = 'failed';
      state.retryAt = connection.now() + 5_000;
      clearTimeout(retry);
      retry = setTimeout(() => void catchUp(), 5_000);
    }
  }

  /** Fetches what follows the last line held; the first time, the end of the conversation. */
  function catchUp(): Promise<void> {
    catching ??= run().finally(() => {
      catching = undefined;
    });
    return catching;
  }
  async function run(): Promise<void> {
    clearTimeout(retry);
    const fresh = state.lines.length === 0;
    let view = await fetchAfter(lastSeq());
    if (view === undefined) return;
    if (fresh && (view.lines.at(-1)?.seq ?? 0) < view.lastSeq) {
      const end = await fetchAfter(Math.max(0, view.lastSeq - PAGE));
      if (end === undefined) return;
      view = end;
    }
    apply(view);
    state.status = 'ready';
    state.problem = undefined;
    while (lastSeq() < view.lastSeq) {
      const before = lastSeq();
      const next = await fetchAfter(before);
      if (next === undefined) return;
      apply(next);
      view = next;
      if (lastSeq() === before) break;
    }
    markRead();
  }

  /** Shows older lines: first those already here, then those of the office. */
  async function earlier(): Promise<void> {
    if (state.fetchingEarlier) return;
    if (state.shown < state.lines.length) {
      state.shown += PAGE;
      return;
    }
    const first = state.lines[0]?.seq ?? 1;
    if (first <= 1 || state.noEarlier) return;
    state.fetchingEarlier = true;
    const view = await fetchAfter(Math.max(0, first - 1 - PAGE));
    if (view !== undefined) {
      const older = view.lines.filter((line) => line.seq < first);
      state.noEarlier = older.length === 0;
      merge(older);
      state.shown += PAGE;
    }
    state.fetchingEarlier = false;
  }

  function setRow(row: DeskRow): void {
    if (state.view !== undefined && row.version >= state.view.row.version) state.view.row = row;
  }
  function markRead(): void {
    if (!mine.value || document.visibilityState !== 'visible' || lastSeq() <= readSent) return;
    const seq = lastSeq();
    readSent = seq;
    void connection.request('POST', `${at}/read`, { seq }).then((answer) => {
      if (!answer.ok && readSent === seq) readSent = 0;
    });
  }

  const presence = createPresence(
    async (typing) => {
      if (document.visibilityState !== 'visible' || state.status !== 'ready') return;
      const answer = await connection.request<Pick<OfficerView, 'viewers' | 'viewersAt'>>('POST', `${at}/presence`, {
        typing,
      });
      if (answer.ok && !closed) see(answer.value);
    },
    () => connection.now(),
    PRESENCE,
  );

  const stopListening = connection.listen((event) => {
    if (event.type === 'refresh') void catchUp();
    if (!('id' in event) || event.id !== id) return;
    if (event.type === 'lines') {
      const gap = (event.lines[0]?.seq ?? 0) > lastSeq() + 1;
      setRow(event.row);
      // What happened to the conversation changes more than its lines: history, summary, who has it.
      const happened = event.lines.some((line) => line.content.type === 'happening');
      if (!gap) merge(event.lines);
      if (gap || happened || state.status !== 'ready') void catchUp();
      if (event.lines.some((line) => line.from === 'citizen')) state.citizenTypesUntil = 0;
      markRead();
    } else if (event.type === 'note') mergeNotes([event.note]);
    else if (event.type === 'viewers') see(event);
    else if (event.type === 'typing') state.citizenTypesUntil = connection.now() + TYPING_SHOWN;
    else if (event.type === 'wechat' && state.view !== undefined) state.view.wechat = event.wechat;
    else if (event.type === 'read' && state.view !== undefined)
      state.view.readByCitizen = Math.max(state.view.readByCitizen, event.seq);
    else if (event.type === 'desk' && (state.view?.row.version ?? 0) < event.version) void catchUp();
  });

  /** Does something to the conversation and shows at once what became of it. */
  async function act<T extends object>(what: string, body: unknown): Promise<Answer<T>> {
    const answer = await connection.request<T & { row?: DeskRow }>('POST', `${at}/${what}`, body);
    if (answer.ok && answer.value.row !== undefined) setRow(answer.value.row);
    void catchUp();
    return answer;
  }

  /** What became of a letter written here. */
  function delivered(news: Delivered): void {
    if (news.letter.conversation !== id) return;
    if (news.kind === 'reply') {
      setRow(news.row);
      if ((news.lines[0]?.seq ?? 0) > lastSeq() + 1) void catchUp();
      else merge(news.lines);
    } else if (news.kind === 'note') mergeNotes([news.note]);
    else if (news.problem.kind === 'stale') {
      const lines = (news.problem.more['lines'] ?? []) as Line[];
      merge(lines);
      const colleague = lines.findLast((line) => line.from === 'officer' && line.by !== me.id);
      state.collision = { name: colleague?.byName ?? '', since: colleague?.seq ?? lastSeq() };
      void catchUp();
    } else void catchUp();
  }

  document.addEventListener('visibilitychange', markRead);
  connection.watch(id);
  void catchUp().then(presence.show);

  return {
    id,
    state,
    mine,
    lastSeq,
    catchUp,
    earlier,
    act,
    delivered,
    showTyping: presence.writes,
    end(): void {
      closed = true;
      stopListening();
      connection.unwatch(id);
      presence.end();
      clearTimeout(retry);
      document.removeEventListener('visibilitychange', markRead);
    },
  };
}
export type Talk = ReturnType<typeof createTalk>;
