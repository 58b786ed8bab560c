/** One matter on screen: its file, what may be done with it, who else is there, and what changed while somebody was writing. */
import { ref } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { StaffAct } from '../../../models/complaint/requests.ts';
import type { MatterFile, MatterRow } from '../../../models/complaint/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { createPresence } from '../state/presence.ts';
import { openFile } from '../work/open-file.ts';
import { createMatterPhotos } from './matter-photos.ts';

export type Aids = {
  service?: { id: string; nameZh: string; nameEn: string };
  citations: string[];
  papers: string[];
  similar: { row: MatterRow; samePerson: boolean }[];
};
type Happened = MatterFile['history'][number];
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
  'fell-silent',
  'supervision-missed',
  'call-back-missed',
  'rectification-missed',
  'check-back-sent',
  'sampled',
]);

export function createOpenMatter(connection: DeskConnection, me: Me, id: string, writes: () => boolean) {
  const at = `/api/matters/${id}`;
  const aids = ref<Aids>();
  const opened = openFile<MatterFile>(connection, {
    event: 'matter',
    id,
    at,
    writes,
    quiet: (h) => h.by === me.id || quiet.has(h.what) || clockRang(h),
    loaded: (file, before) => {
      if (before?.row.service !== file.row.service || before === undefined) void loadAids();
    },
  });
  const { state } = opened;
  /** What is chosen for a message and for the answer stays while the matter is open, whichever tab is shown. */
  const photos = { say: createMatterPhotos(connection, at), answer: createMatterPhotos(connection, at) };

  async function loadAids(): Promise<void> {
    const answer = await connection.request<Aids>('GET', `${at}/aids`);
    if (answer.ok && !opened.isClosed()) aids.value = answer.value;
  }
  async function note(text: string, mentions: readonly string[]): Promise<Problem | undefined> {
    const answer = await opened.deliver(
      `note ${text}`,
      (delivery) =>
        connection.request<{ memo: MatterFile['memos'][number] }>('POST', `${at}/notes`, { delivery, text, mentions }),
      ({ ok }) => ok,
    );
    if (!answer.ok) return answer.problem;
    const { file } = state;
    if (file !== undefined && file.memos.every((memo) => memo.id !== answer.value.memo.id))
      file.memos.push(answer.value.memo);
    return undefined;
  }

  const presence = createPresence(
    async (typing) => {
      if (document.visibilityState !== 'visible' || state.status !== 'ready') return;
      const answer = await connection.request<{ viewers: MatterFile['viewers'] }>('POST', `${at}/presence`, { typing });
      if (answer.ok && !opened.isClosed() && state.file !== undefined) state.file.viewers = answer.value.viewers;
    },
    () => connection.now(),
    PRESENCE,
  );
  // A note changes no version: the colleague it is meant for has it at once.
  const stop = connection.listen((event) => {
    if (event.type === 'mention' && event.id === id) void opened.load();
  });
  void opened.first.then(presence.show);

  return {
    ...opened,
    act: (what: StaffAct) => opened.act(what),
    aids,
    photos,
    note,
    showTyping: presence.writes,
    end(): void {
      opened.end();
      photos.say.clear();
      photos.answer.clear();
      stop();
      presence.end();
    },
  };
}
export type OpenMatter = ReturnType<typeof createOpenMatter>;

/** Raised or supervised by the ladder: no person did it. */
const clockRang = (h: Happened): boolean =>
  h.by === undefined && ['raised', 'supervised', 'closed'].includes(h.what) && h.reason !== 'citizen';
