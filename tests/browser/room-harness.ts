/** Runs in the browser: one page in a call, with a picture of its own colour, driven from the test. */
import { browserClock } from '../../web/citizen/clock.ts';
import { openCall, type Call, type CallOptions, type CallState } from '../../web/room/call.ts';
import { openDevices } from '../../web/room/devices.ts';
import { keepInBrowser } from '../../web/room/kept-chunks.ts';
import { frame } from '../../web/room/picture.ts';
import { startRecorder, type Recorded, type Recorder } from '../../web/room/recorder.ts';
import { takeSnapshot } from '../../web/room/snapshot.ts';
import { openUploadQueue, type Uploader, type UploadQueue } from '../../web/room/upload-queue.ts';
import { Party } from '../../models/release/parties.ts';
import type { RoomParty } from '../../models/room/subject.ts';

type Flow = { bytes: number; frames: number; sound: number; state: string; pair: string };
export type JoinWish = Pick<CallOptions, 'socketUrl' | 'room' | 'as' | 'consent' | 'policy'> & {
  ticket: string;
  colour: string;
  /** Leaves only relay servers of this transport. */
  transport?: 'udp' | 'tcp';
};
export type RecordWish = { release: string; room: string; upload: string };

let call: Call | undefined;
let state: CallState | undefined;
let own: MediaStream | undefined;
let recorder: Recorder | undefined;
let queue: UploadQueue | undefined;
const gaps: unknown[] = [];
const videos = new Map<RoomParty, HTMLVideoElement>();

/** The browser's test picture under so much colour that the tile is known by it. */
async function tinted(colour: string): Promise<MediaStream> {
  const opened = await openDevices();
  if (!opened.ok) throw new Error(`no camera: ${opened.camera}`);
  const video = document.createElement('video');
  Object.assign(video, { srcObject: opened.stream, muted: true, playsInline: true });
  await video.play();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const pencil = canvas.getContext('2d');
  setInterval(() => {
    if (pencil === null) return;
    pencil.globalAlpha = 1;
    pencil.drawImage(video, 0, 0, 320, 180);
    pencil.globalAlpha = 0.75;
    pencil.fillStyle = colour;
    pencil.fillRect(0, 0, 320, 180);
  }, 100);
  return new MediaStream([...canvas.captureStream(10).getVideoTracks(), ...opened.stream.getAudioTracks()]);
}

function onlyBy(transport: string): void {
  const Real = RTCPeerConnection;
  const only = (servers: RTCIceServer[] = []): RTCIceServer[] =>
    servers
      .map((server) => ({
        ...server,
        urls: [server.urls].flat().filter((url) => url.endsWith(`transport=${transport}`)),
      }))
      .filter(({ urls }) => urls.length > 0);
  globalThis.RTCPeerConnection = class extends Real {
    constructor({ iceServers, ...rest }: RTCConfiguration = {}) {
      super({ ...rest, iceServers: only(iceServers) });
    }
    override setConfiguration({ iceServers, ...rest }: RTCConfiguration = {}): void {
      super.setConfiguration({ ...rest, iceServers: only(iceServers) });
    }
  };
}

function videoOf(party: RoomParty, stream: MediaStream): HTMLVideoElement {
  const video = videos.get(party) ?? document.body.appendChild(document.createElement('video'));
  videos.set(party, video);
  if (video.srcObject !== stream) {
    Object.assign(video, { srcObject: stream, muted: true, playsInline: true, autoplay: true });
    video.play().catch(() => undefined);
  }
  return video;
}

const recorded = (): Recorded[] => {
  const me: Recorded = {
    party: Party.parse(state?.me?.party ?? 'officer'),
    label: 'me',
    video: own === undefined ? undefined : videoOf(state?.me?.party ?? 'officer', own),
    stream: own,
    muted: false,
    cameraOff: false,
  };
  const others = (state?.peers ?? [])
    .filter((peer) => peer.admitted)
    .map(({ party, name, stream, muted, cameraOff }) => ({
      party: Party.parse(party),
      label: `${name} ${party}`,
      video: stream === undefined ? undefined : videoOf(party, stream),
      stream,
      muted,
      cameraOff,
    }));
  return [me, ...others];
};

const api = {
  async join({ colour, ticket, transport, ...wish }: JoinWish): Promise<void> {
    if (transport !== undefined) onlyBy(transport);
    own = await tinted(colour);
    call = openCall({
      ...wish,
      ticket: () => ticket,
      stream: own,
      changed(next) {
        state = next;
        for (const { party, stream } of next.peers) if (stream !== undefined) videoOf(party, stream);
      },
    });
    state = call.state();
  },
  state: () => {
    const { peers = [], ...rest } = state ?? {};
    return { ...rest, peers: peers.map(({ stream: _stream, ...peer }) => peer) };
  },
  call: () => call as Call,
  leave: () => call?.leave(),
  devices: () => openDevices(),
  async flow(party: RoomParty): Promise<Flow | undefined> {
    const report = await call?.statsOf(party);
    const flow: Flow = {
      bytes: 0,
      frames: 0,
      sound: 0,
      state: state?.peers.find((one) => one.party === party)?.connection ?? 'none',
      pair: '',
    };
    if (report === undefined) return undefined;
    const byId = new Map<string, Record<string, unknown>>();
    report.forEach((entry: Record<string, unknown>) => byId.set(entry['id'] as string, entry));
    for (const entry of byId.values()) {
      if (entry['type'] === 'inbound-rtp' && entry['kind'] === 'video') {
        flow.bytes += entry['bytesReceived'] as number;
        flow.frames += (entry['framesDecoded'] as number | undefined) ?? 0;
      } else if (entry['type'] === 'inbound-rtp') flow.sound += entry['bytesReceived'] as number;
      else if (entry['type'] === 'transport') {
        const pair = byId.get(entry['selectedCandidatePairId'] as string);
        const local = byId.get(pair?.['localCandidateId'] as string);
        flow.pair = `${String(local?.['candidateType'])}/${String(local?.['relayProtocol'] ?? local?.['protocol'])}`;
      }
    }
    return flow;
  },
  async record({ release, room, upload }: RecordWish): Promise<string> {
    const post = async (what: string, body: unknown): Promise<Record<string, unknown>> => {
      const answer = await fetch(`${upload}/${what}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Record<string, unknown>;
    };
    const uploader: Uploader = {
      async begin(take) {
        await post('begin', take);
      },
      async announce(chunk) {
        const { url, headers } = await post('announce', chunk);
        return url === undefined ? undefined : { url: url as string, headers: headers as Record<string, string> };
      },
      async confirm(chunk) {
        await post('confirm', chunk);
      },
      async end(take) {
        await post('end', take);
      },
    };
    queue = await openUploadQueue(await keepInBrowser(release), uploader, browserClock, () => undefined);
    globalThis.addEventListener('online', () => queue?.hurry());
    recorder = await startRecorder({
      room,
      title: 'YC-1128-J001 银川',
      parties: recorded,
      queue,
      clock: browserClock,
      spokenNow: () => new Date().toISOString(),
      newId: () => crypto.randomUUID(),
      health: () => undefined,
      gap: (signal) => gaps.push(signal),
    });
    return recorder.take;
  },
  recording: () => ({ ...queue?.state(), gaps }),
  stopRecording: () => recorder?.stop(),
  async snapshot(party: Party): Promise<unknown> {
    const video = videos.get(party);
    const still = video === undefined ? undefined : await takeSnapshot(video);
    if (still === undefined) return undefined;
    const { blob, ...facts } = still;
    return { ...facts, head: [...new Uint8Array(await blob.slice(0, 3).arrayBuffer())] };
  },
  /** Plays a recording and says which colour each tile has, at its end. */
  async play(
    url: string,
    tiles: number,
  ): Promise<{ width: number; height: number; seconds: number; colours: number[][] }> {
    const video = document.createElement('video');
    // Whole in memory, so that it can be jumped about in.
    const src = URL.createObjectURL(await (await fetch(url)).blob());
    Object.assign(video, { muted: true, playsInline: true, src });
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => {
        reject(new Error(video.error?.message ?? 'does not play'));
      };
    });
    // Without a length in its head: a jump far behind the end finds the end.
    video.currentTime = 1e7;
    await new Promise((resolve) => (video.onseeked = resolve));
    const seconds = video.duration === Infinity ? video.currentTime : video.duration;
    video.currentTime = Math.max(0, seconds - 1);
    await new Promise((resolve) => (video.onseeked = resolve));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [frame.width, frame.height];
    const pencil = canvas.getContext('2d', { willReadFrequently: true });
    pencil?.drawImage(video, 0, 0, frame.width, frame.height);
    const colours = Array.from({ length: tiles }, (_, i) => {
      const [r = 0, g = 0, b = 0] = pencil?.getImageData(((i + 0.25) * frame.width) / tiles, 216, 1, 1).data ?? [];
      return [r, g, b];
    });
    return { width: video.videoWidth, height: video.videoHeight, seconds, colours };
  },
};
export type Harness = typeof api;
Object.assign(globalThis, { harness: api });
