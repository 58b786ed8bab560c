/** The citizen's side of live guidance: asks, waits, comes in, follows the ladder, leaves; the talk beside it goes on whatever happens here. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Asked, Rung, StepReason } from '../../models/live/ladder.ts';
import type { LiveDoor, LiveSeat, LiveView } from '../../models/live/views.ts';
import type { Chat } from '../citizen/chat.ts';
import { isRefusal } from '../citizen/office-http.ts';
import type { CallState } from '../room/call.ts';
import { switchCamera, troubleOf } from '../room/devices.ts';
import { liveWords } from './live-words.ts';
import { openFor, openLiveCall, type LiveCall } from './live-call.ts';

const POLL_MS = 4000;
type Trouble = 'refused' | 'in-wechat' | 'other';

export function useLive(chat: Chat) {
  const words = computed(() => liveWords(chat.language.value));
  const door = shallowRef<LiveDoor>();
  const failed = ref(false);
  const busy = ref(false);
  const sentence = ref('');
  const trouble = ref<Trouble>();
  const own = shallowRef<MediaStream>();
  const state = shallowRef<CallState>();
  const asked = ref<Asked>(chat.live.value ?? 'video');
  /** Said not to be answered now: the card folds away, the talk keeps the line. */
  const declined = ref<string>();
  /** Steps that the office has not heard of yet, oldest first; the page stands on the last of them already. */
  const steps = ref<{ to: Rung; why: StepReason }[]>([]);
  let call: LiveCall | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let facing: 'user' | 'environment' = 'user';

  const live = computed<LiveView | undefined>(() => door.value?.live);
  const mark = computed(() => chat.now.value.conversation?.live);
  const how = computed<Rung>(() => steps.value.at(-1)?.to ?? live.value?.how ?? 'video');
  const stage = computed(() => {
    const { state: at, id } = live.value ?? {};
    if (door.value === undefined) return 'opening' as const;
    if (at === 'live') return own.value === undefined ? ('ready' as const) : ('call' as const);
    // A call is the person's own to take; their helper comes in beside them.
    if (at === 'invited' && declined.value !== id && !chat.now.value.helping) return 'invited' as const;
    if (at === 'waiting') return 'waiting' as const;
    if (chat.live.value === undefined) return 'none' as const;
    return door.value.line === null ? ('closed' as const) : ('check' as const);
  });

  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const answer = await chat.transport.request(method, `/api/live${path}`, body);
    if (answer.status === 200) return answer.body;
    sentence.value = isRefusal(answer.body) ? answer.body.sentence : '';
    return undefined;
  };
  const look = async (): Promise<void> => {
    try {
      const next = (await ask('GET', '')) as LiveDoor | undefined;
      if (next !== undefined) take(next);
      failed.value = next === undefined;
    } catch {
      failed.value = true;
    }
  };
  const take = (next: LiveDoor): void => {
    const before = live.value;
    if (before !== undefined && next.live?.id === before.id && next.live.version < before.version) return;
    door.value = next;
    if (next.live?.state !== 'live') hangUp();
    if (next.live?.state === 'ended' && before?.state === 'live') chat.live.value = undefined;
    call?.follow(how.value);
  };
  const keepLooking = (): void => {
    clearTimeout(timer);
    if (over) return;
    const soon = stage.value === 'waiting' || stage.value === 'invited' || failed.value || steps.value.length > 0;
    timer = setTimeout(() => void look().finally(keepLooking), soon ? POLL_MS : 5 * POLL_MS);
  };
  const press = async (path: string, body: object = {}): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    sentence.value = '';
    try {
      const answer = (await ask('POST', path, body)) as LiveDoor | { live: LiveView } | undefined;
      if (answer !== undefined && 'office' in answer) take(answer);
      else await look();
      return answer !== undefined;
    } catch {
      failed.value = true;
      return false;
    } finally {
      busy.value = false;
      keepLooking();
    }
  };

  /** Opens the devices and sits down; nothing is opened before the person presses or has asked for it. */
  const enter = async (): Promise<void> => {
    const seat = door.value?.seat;
    const view = live.value;
    if (seat === undefined || view === undefined || call !== undefined || own.value !== undefined) return;
    trouble.value = undefined;
    let stream: MediaStream;
    try {
      stream = await openFor(view.asked);
    } catch (error) {
      const why = troubleOf(error, navigator);
      trouble.value = why === 'refused' || why === 'in-wechat' ? why : 'other';
      return;
    }
    sit(seat, stream);
  };
  const sit = (seat: LiveSeat, stream: MediaStream): void => {
    own.value = stream;
    call = openLiveCall({
      seat,
      stream,
      async freshSeat() {
        await look();
        const fresh = door.value?.seat;
        if (fresh === undefined) throw new Error('no seat');
        return fresh;
      },
      changed(next) {
        state.value = next;
        if (next.line === 'out' && next.out?.why === 'ended') void look();
        if (next.line === 'up' && steps.value.length > 0) void tellSteps();
      },
      watch: {
        standing: () => ({
          rung: how.value,
          asked: live.value?.asked ?? 'video',
          why: steps.value.at(-1)?.why ?? live.value?.why,
        }),
        step,
      },
    });
    state.value = call.call.state();
    call.follow(how.value);
  };
  const hangUp = (): void => {
    call?.leave();
    call = undefined;
    state.value = undefined;
    for (const track of own.value?.getTracks() ?? []) track.stop();
    own.value = undefined;
    steps.value = [];
  };

  /** The page stands on the new rung at once; the office hears of it as soon as it can. */
  const step = (to: Rung, why: StepReason): void => {
    if (to === how.value) return;
    steps.value = [...steps.value, { to, why }];
    call?.follow(to);
    void tellSteps();
  };
  let telling = false;
  const tellSteps = async (): Promise<void> => {
    const id = live.value?.id;
    if (telling || id === undefined) return;
    telling = true;
    try {
      for (let [first] = steps.value; first !== undefined; [first] = steps.value) {
        const answer = (await ask('POST', `/${id}/step`, first)) as { live: LiveView } | undefined;
        steps.value = steps.value.slice(1);
        if (answer !== undefined && door.value !== undefined) take({ ...door.value, live: answer.live });
        // Refused: the other side went elsewhere meanwhile, and there both stand.
        else await look();
      }
      call?.follow(how.value);
    } catch {
      // Without a network it is told with the next line that comes up.
    } finally {
      telling = false;
      keepLooking();
    }
  };

  // An officer answered, asked, stepped or ended: the talk knows first.
  watch(
    () => [mark.value?.id, mark.value?.version],
    () => void look().finally(keepLooking),
  );
  // Whoever waited here comes in by themselves.
  watch(stage, (now, before) => {
    if (now === 'ready' && before === 'waiting') void enter();
  });
  void look().finally(keepLooking);
  onScopeDispose(() => {
    over = true;
    clearTimeout(timer);
    hangUp();
  });

  return {
    words,
    door,
    live,
    stage,
    how,
    asked,
    busy,
    failed,
    sentence,
    trouble,
    own,
    state,
    enter,
    step,
    askFor: (wish: Asked) => press('/ask', { how: wish }),
    async accept() {
      if (live.value !== undefined && (await press(`/${live.value.id}/accept`))) await enter();
    },
    decline() {
      declined.value = live.value?.id;
      void press(`/${live.value?.id ?? ''}/cancel`);
    },
    async cancel() {
      chat.live.value = undefined;
      await press(`/${live.value?.id ?? ''}/cancel`);
    },
    leave: (outcome: 'solved' | 'not-solved') => press(`/${live.value?.id ?? ''}/leave`, { outcome }),
    async bring(name: string, helper: string): Promise<string | undefined> {
      const brought = (await ask('POST', `/${live.value?.id ?? ''}/helper`, { helper, name })) as
        { link: string } | undefined;
      return brought?.link;
    },
    mute: (muted: boolean) => call?.mute(muted),
    hideCamera: (off: boolean) => call?.hideCamera(off),
    async flip() {
      if (own.value === undefined) return;
      facing = facing === 'user' ? 'environment' : 'user';
      own.value = await switchCamera(own.value, facing);
      call?.use(own.value);
    },
    /** Began with the voice alone: the camera opens by the person's own press. */
    async showPicture() {
      if (own.value === undefined) return;
      if (own.value.getVideoTracks().length === 0) {
        const withPicture = await openFor('video', facing).catch(() => undefined);
        if (withPicture === undefined) return;
        own.value = new MediaStream([...own.value.getAudioTracks(), ...withPicture.getVideoTracks()]);
        for (const track of withPicture.getAudioTracks()) track.stop();
        call?.use(own.value);
      }
      call?.hideCamera(false);
      step('video', 'wish');
    },
    /** Without camera and microphone the officer is still heard and seen, and all can be written. */
    withoutDevices() {
      const seat = door.value?.seat;
      trouble.value = undefined;
      if (seat !== undefined && own.value === undefined) sit(seat, new MediaStream());
      step('text', 'wish');
    },
    comeBack() {
      hangUp();
      void look().then(enter);
    },
  };
}
export type Live = ReturnType<typeof useLive>;
