/** The officer's seat in the call: camera, connections, and the recording that runs as soon as somebody was let in. */
import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue';
import type { Party } from '../../../../models/release/parties.ts';
import { browserClock } from '../../../citizen/clock.ts';
import { openCall, type Call, type CallState, type PeerState } from '../../../room/call.ts';
import { openDevices } from '../../../room/devices.ts';
import { keepInBrowser } from '../../../room/kept-chunks.ts';
import { startRecorder, type Recorded, type Recorder } from '../../../room/recorder.ts';
import { takeSnapshot, type Still } from '../../../room/snapshot.ts';
import { openUploadQueue, type QueueState, type UploadQueue } from '../../../room/upload-queue.ts';
import type { PartyHealth } from '../../../room/watch-parties.ts';
import { workerTicks } from '../../../room/worker-ticks.ts';
import type { DeskConnection } from '../../desk-connection.ts';
import { officeUploader } from './office-uploader.ts';

export type CallWish = {
  connection: DeskConnection;
  release: string;
  room: string;
  /** Burned into the recording: number and office. */
  title: string;
  labelOf: (party: Party, name: string) => string;
  spokenNow: () => string;
};
/** A release’s room has no other seats. */
export const isOfRelease = (peer: PeerState): peer is PeerState & { party: Party } => peer.party !== 'citizen';
type Ticket = { url: string; ticket: string };

export function useCall(wish: CallWish) {
  const { connection } = wish;
  const status = ref<'opening' | 'no-devices' | 'in'>('opening');
  const trouble = ref('');
  const own = shallowRef<MediaStream>();
  const state = shallowRef<CallState>();
  const health = shallowRef<readonly PartyHealth[]>([]);
  const queue = shallowRef<QueueState>({ chunks: 0, bytes: 0, confirmed: 0, course: 'idle' });
  const recorded = ref(0);
  const recording = ref<'off' | 'starting' | 'on' | 'stopping' | 'failed'>('off');
  /** What shows each party on the page; the recorder draws from it. */
  const videos = reactive(new Map<Party, HTMLVideoElement>());
  let call: Call | undefined;
  let uploads: UploadQueue | undefined;
  let recorder: Recorder | undefined;
  let held = false;
  let over = false;

  async function open(): Promise<void> {
    status.value = 'opening';
    const opened = await openDevices();
    if (over) return;
    if (!opened.ok) {
      status.value = 'no-devices';
      trouble.value = opened.camera;
      return;
    }
    own.value = opened.stream;
    const first = await connection.request<Ticket>('POST', '/api/staff/socket', {});
    if (!first.ok || ended()) {
      if (!ended()) setTimeout(() => void open(), 3_000);
      for (const track of opened.stream.getTracks()) track.stop();
      return;
    }
    let next: string | undefined = first.value.ticket;
    call = openCall({
      socketUrl: first.value.url,
      room: wish.room,
      as: 'officer',
      stream: opened.stream,
      async ticket() {
        const known = next;
        next = undefined;
        if (known !== undefined) return known;
        const fresh = await connection.request<Ticket>('POST', '/api/staff/socket', {});
        if (!fresh.ok) throw new Error(fresh.problem.kind);
        return fresh.value.ticket;
      },
      changed,
    });
    status.value = 'in';
    changed(call.state());
  }
  const ended = (): boolean => over;

  function changed(now: CallState): void {
    state.value = now;
    // Nothing that happens between people in this room goes unrecorded.
    if (!held && recording.value === 'off' && now.peers.some(({ admitted, here }) => admitted && here)) void record();
  }

  const shownParties = (): Recorded[] => {
    const now = state.value;
    const me: Recorded = {
      party: 'officer',
      label: wish.labelOf('officer', now?.me?.name ?? ''),
      video: videos.get('officer'),
      stream: own.value,
      muted: now?.muted ?? false,
      cameraOff: now?.cameraOff ?? false,
    };
    const others = (now?.peers ?? [])
      .filter(isOfRelease)
      .filter(({ admitted }) => admitted)
      .map(({ party, name, stream, muted, cameraOff }): Recorded => ({
        party,
        label: wish.labelOf(party, name),
        video: videos.get(party),
        stream,
        muted,
        cameraOff,
      }));
    return [...others, me];
  };

  async function openQueue(): Promise<UploadQueue> {
    uploads ??= await openUploadQueue(
      await keepInBrowser(wish.release),
      officeUploader(connection, wish.release),
      browserClock,
      (next) => (queue.value = next),
    );
    return uploads;
  }
  async function record(): Promise<void> {
    held = false;
    recording.value = 'starting';
    try {
      recorder = await startRecorder({
        room: wish.room,
        title: wish.title,
        parties: shownParties,
        queue: await openQueue(),
        clock: browserClock,
        spokenNow: wish.spokenNow,
        newId: () => crypto.randomUUID(),
        health: (now) => {
          health.value = now;
          recorded.value = recorder?.ms() ?? 0;
        },
        // The office finds every gap in what it is handed; the page only shows it sooner.
        gap: () => undefined,
        ticks: workerTicks,
      });
      recording.value = 'on';
    } catch {
      recording.value = 'failed';
    }
  }
  /** Resolves when everything recorded is with the office, or after so long: whoever must stop cannot wait for a dead network. */
  async function stopRecording(withinMs = 30_000): Promise<boolean> {
    held = true;
    if (recording.value === 'on') {
      recording.value = 'stopping';
      await recorder?.stop();
      recorder = undefined;
    }
    recording.value = 'off';
    const until = Date.now() + withinMs;
    while (Date.now() < until && !isHandedIn()) await new Promise((resolve) => setTimeout(resolve, 200));
    return isHandedIn();
  }
  const isHandedIn = (): boolean => queue.value.chunks === 0 && ['idle', 'refused'].includes(queue.value.course);

  async function snapshot(party: Party): Promise<Still | undefined> {
    const video = videos.get(party);
    return video === undefined ? undefined : takeSnapshot(video);
  }
  const hurry = (): void => uploads?.hurry();
  window.addEventListener('online', hurry);

  // What was recorded on a page that died goes first, before anybody comes.
  void openQueue();
  void open();
  onScopeDispose(() => {
    over = true;
    window.removeEventListener('online', hurry);
    void recorder?.stop().finally(() => {
      setTimeout(() => uploads?.stop(), 20_000);
    });
    call?.leave();
    for (const track of own.value?.getTracks() ?? []) track.stop();
  });

  return {
    status,
    trouble,
    own,
    state,
    health,
    queue,
    recorded,
    recording,
    open,
    record,
    stopRecording,
    snapshot,
    /** Let in, or waiting to be. */
    inside: computed(() => (state.value?.peers ?? []).filter(isOfRelease).filter(({ admitted }) => admitted)),
    waiting: computed(() =>
      (state.value?.peers ?? []).filter(isOfRelease).filter(({ admitted, here }) => !admitted && here),
    ),
    register(party: Party, video: HTMLVideoElement | undefined): void {
      if (video === undefined) videos.delete(party);
      else videos.set(party, video);
    },
    mute: (muted: boolean): void => call?.mute(muted),
    hideCamera: (off: boolean): void => call?.hideCamera(off),
    write: (text: string): void => call?.write(text),
    admit: (party: Party, admitted: boolean): void => call?.admit(party, admitted),
    turnTo: (...to: Parameters<Call['turnTo']>): void => call?.turnTo(...to),
    takeOver: (): void => call?.takeOver(),
    reopen(): void {
      call?.leave();
      call = undefined;
      for (const track of own.value?.getTracks() ?? []) track.stop();
      void open();
    },
  };
}
export type CallSeat = ReturnType<typeof useCall>;
