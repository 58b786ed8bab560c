/** Tries camera, microphone, light and network before the call; whatever fails is one of a closed list, each with its advice. */
import type { Finding, Findings } from '../../models/room/findings.ts';
import { isWeChat } from '../citizen/in-wechat.ts';
import type { RelayServer } from '../../models/room/rooms.ts';
import { camera } from './quality.ts';

type Surroundings = { userAgent: string; mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined };
const here = (): Surroundings => ({
  userAgent: navigator.userAgent,
  // Absent on pages without TLS and in browsers that cannot call.
  mediaDevices: (navigator as { mediaDevices?: MediaDevices }).mediaDevices,
});

type Trouble = Extract<Finding<'camera'>, 'refused' | 'none' | 'busy' | 'unsupported' | 'in-wechat'>;

/** What a browser means when it gives no camera or microphone. */
export function troubleOf(error: unknown, { userAgent, mediaDevices }: Surroundings): Trouble {
  const name = (error as { name?: string } | undefined)?.name ?? '';
  const wechat = isWeChat(userAgent);
  if (mediaDevices === undefined || typeof RTCPeerConnection === 'undefined')
    return wechat ? 'in-wechat' : 'unsupported';
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError')
    return wechat ? 'in-wechat' : 'refused';
  if (name === 'NotFoundError' || name === 'DevicesNotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotReadableError' || name === 'TrackStartError' || name === 'AbortError') return 'busy';
  return wechat ? 'in-wechat' : 'unsupported';
}

export type Opened =
  | { ok: true; stream: MediaStream; missing: { microphone?: Trouble } }
  | { ok: false; camera: Trouble; microphone: Trouble };

/** Camera and microphone in one question to the person; a camera without microphone is told apart from neither. */
export async function openDevices(
  facing: 'user' | 'environment' = 'user',
  around: Surroundings = here(),
): Promise<Opened> {
  const video = {
    facingMode: facing,
    width: { ideal: camera.width },
    height: { ideal: camera.height },
    frameRate: { ideal: camera.frameRate, max: 30 },
  };
  const audio = { echoCancellation: true, noiseSuppression: true };
  const ask = async (wish: MediaStreamConstraints): Promise<MediaStream> => {
    if (around.mediaDevices === undefined) throw new Error('no devices');
    return around.mediaDevices.getUserMedia(wish);
  };
  try {
    return { ok: true, stream: await ask({ video, audio }), missing: {} };
  } catch (both) {
    const trouble = troubleOf(both, around);
    if (trouble !== 'none' && trouble !== 'busy') return { ok: false, camera: trouble, microphone: trouble };
    // One of the two is missing or taken: which?
    try {
      return { ok: true, stream: await ask({ video }), missing: { microphone: trouble } };
    } catch (error) {
      return { ok: false, camera: troubleOf(error, around), microphone: trouble };
    }
  }
}

/** The other camera of a phone; the microphone stays as it is. */
export async function switchCamera(stream: MediaStream, facing: 'user' | 'environment'): Promise<MediaStream> {
  // Most phones give the second camera only once the first is free.
  for (const track of stream.getVideoTracks()) track.stop();
  const opened = await openDevices(facing);
  const video = opened.ok ? opened.stream.getVideoTracks() : [];
  if (opened.ok) for (const track of opened.stream.getAudioTracks()) track.stop();
  return new MediaStream([...stream.getAudioTracks(), ...video]);
}

/** Brightness of a picture, 0 to 255, by how the eye sees colours; alpha is left out. */
export function brightnessOf(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i + 2 < pixels.length; i += 4)
    sum += 0.2126 * (pixels[i] ?? 0) + 0.7152 * (pixels[i + 1] ?? 0) + 0.0722 * (pixels[i + 2] ?? 0);
  return pixels.length === 0 ? 0 : sum / (pixels.length / 4);
}
export const lightOf = (brightness: number): Finding<'light'> =>
  brightness < 55 ? 'dark' : brightness > 225 ? 'glaring' : 'good';

/** A small copy of what a video shows at this moment, to be measured; undefined before the first picture. */
export function pixelsOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): Uint8ClampedArray | undefined {
  if (video.videoWidth === 0 || video.readyState < 2) return undefined;
  [canvas.width, canvas.height] = [32, 18];
  const pencil = canvas.getContext('2d', { willReadFrequently: true });
  pencil?.drawImage(video, 0, 0, 32, 18);
  return pencil?.getImageData(0, 0, 32, 18).data;
}

export type Meter = { level(): number; loudest(): number; stop(): void };
/** How loud the microphone is, 0 to 1; `loudest` since it was opened. */
export function openMeter(stream: MediaStream): Meter {
  const sound = new AudioContext();
  const analyser = sound.createAnalyser();
  analyser.fftSize = 512;
  sound.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let loudest = 0;
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const now = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      loudest = Math.max(loudest, now);
      return now;
    },
    loudest: () => loudest,
    stop() {
      void sound.close();
    },
  };
}
/** Speaking at arm's length is far above this; an open microphone in a silent room far below. */
export const HEARD = 0.012;

const SLOW_MS = 1500;
const RELAY_WITHIN = 6000;

/** `relays`: none because the office has none, or `unset`, `untried` where that is worth saying. */
export type RelaysToTry = readonly RelayServer[] | 'unset' | 'untried';

/** `ping` fetches something small from the office. */
export async function checkNetwork(
  ping: () => Promise<unknown>,
  relays: RelaysToTry,
  clock: () => number = () => performance.now(),
): Promise<Finding<'network'>> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const started = clock();
    try {
      await ping();
    } catch {
      return 'offline';
    }
    times.push(clock() - started);
  }
  if (Math.min(...times) > SLOW_MS) return 'slow';
  if (relays === 'unset' || relays === 'untried') return relays;
  const closed = relays.filter(({ username }) => username !== undefined);
  if (closed.length === 0) return 'good';
  return (await reachesRelay(closed)) ? 'relayed' : 'no-relay';
}

async function reachesRelay(relays: RTCIceServer[]): Promise<boolean> {
  const trial = new RTCPeerConnection({ iceServers: relays, iceTransportPolicy: 'relay' });
  try {
    return await new Promise<boolean>((resolve) => {
      setTimeout(resolve, RELAY_WITHIN, false);
      trial.onicecandidate = ({ candidate }) => {
        if (candidate !== null) resolve(true);
      };
      trial.createDataChannel('trial');
      void trial.setLocalDescription();
    });
  } finally {
    trial.close();
  }
}

/** As it stands before anything was tried: nothing is taken for good. */
export const unchecked: Findings = {
  camera: 'unsupported',
  microphone: 'unsupported',
  light: 'not-seen',
  network: 'offline',
};
