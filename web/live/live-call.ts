/** One seat in a live guidance: the call, and what of it is sent on each rung of the ladder. Knows nothing of how it is shown. */
import type { Asked, Rung, StepReason } from '../../models/live/ladder.ts';
import { isHeard } from '../../models/live/ladder.ts';
import type { LiveSeat } from '../../models/live/views.ts';
import { browserClock } from '../citizen/clock.ts';
import { openCall, type Call, type CallState } from '../room/call.ts';
import { camera } from '../room/quality.ts';
import { atStart, nextLook, type Standing } from './ladder-watch.ts';

const LOOK_MS = 2000;

export type LiveCallWish = {
  seat: LiveSeat;
  /** A ticket serves one socket: a page that reconnects asks for a fresh one. */
  freshSeat(): Promise<LiveSeat>;
  as?: 'officer';
  stream: MediaStream;
  changed(state: CallState): void;
  /** Only one side watches the way, so that two do not pull at the same ladder. */
  watch?: { standing(): Standing; step(to: Rung, why: StepReason): void };
  policy?: RTCIceTransportPolicy;
};
export type LiveCall = {
  call: Call;
  /** The rung on which both stand now. */
  follow(rung: Rung): void;
  mute(muted: boolean): void;
  hideCamera(off: boolean): void;
  use(stream: MediaStream): void;
  leave(): void;
};

export function openLiveCall(wish: LiveCallWish): LiveCall {
  let rung: Rung = 'video';
  let muted = false;
  let cameraOff = false;
  let used = false;
  let left = false;
  let course = atStart;
  const call = openCall({
    socketUrl: wish.seat.socket.url,
    room: wish.seat.room,
    async ticket() {
      const { socket } = used ? await wish.freshSeat() : wish.seat;
      used = true;
      return socket.ticket;
    },
    stream: wish.stream,
    changed: wish.changed,
    ...(wish.as === undefined ? {} : { as: wish.as }),
    ...(wish.policy === undefined ? {} : { policy: wish.policy }),
  });
  /** What this side wants and what the rung allows. */
  const apply = (): void => {
    const silent = muted || !isHeard(rung);
    const blind = cameraOff || rung !== 'video';
    const now = call.state();
    if (now.muted !== silent || now.cameraOff !== blind) call.show({ muted: silent, cameraOff: blind });
  };
  const look = (): void => {
    if (left || wish.watch === undefined) return;
    const { line, peers } = call.state();
    const officer = peers.find(({ party }) => party === 'officer');
    const next = nextLook(course, wish.watch.standing(), {
      line: line === 'up' && navigator.onLine,
      // An officer who has not sat down yet is no fault of the way.
      connected: officer?.here !== true || officer.connection === 'connected',
      picture: officer?.level !== 'sound',
    });
    ({ course } = next);
    if (next.wish !== undefined) wish.watch.step(next.wish.to, next.wish.why);
    browserClock.after(LOOK_MS, look);
  };
  if (wish.watch !== undefined) browserClock.after(LOOK_MS, look);

  return {
    call,
    follow(next) {
      rung = next;
      apply();
    },
    mute(next) {
      muted = next;
      apply();
    },
    hideCamera(off) {
      cameraOff = off;
      apply();
    },
    use(stream) {
      call.use(stream);
      apply();
    },
    leave() {
      left = true;
      call.leave();
    },
  };
}

/** Camera only where a picture was asked for; a voice alone needs no more than a microphone. */
export async function openFor(asked: Asked, facing: 'user' | 'environment' = 'user'): Promise<MediaStream> {
  const audio = { echoCancellation: true, noiseSuppression: true };
  if (asked === 'voice') return navigator.mediaDevices.getUserMedia({ audio });
  const video = {
    facingMode: facing,
    width: { ideal: camera.width },
    height: { ideal: camera.height },
    frameRate: { ideal: camera.frameRate, max: 30 },
  };
  return navigator.mediaDevices.getUserMedia({ audio, video });
}
