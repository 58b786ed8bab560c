/** One connection to one other page: perfect negotiation, candidates in few messages, restarts by itself when the way breaks. */
import type { Signal } from '../../models/room/requests.ts';
import type { Clock } from '../citizen/clock.ts';
import { createTimers } from '../citizen/timers.ts';
import { createJoiner, cut } from './cutting.ts';

/** Descriptions wait so long for the first candidates, candidates for each other: three messages instead of ten. */
const GATHER = 120;
const BROKEN_AFTER = 4_000;
const CONNECT_WITHIN = 12_000;

export type PeerOptions = {
  /** Gives way when both offer at once, and lets the other begin. */
  polite: boolean;
  relays: RTCIceServer[];
  policy: RTCIceTransportPolicy;
  stream: MediaStream;
  clock: Clock;
  newId(): string;
  send(signal: Signal): boolean;
  /** Whether the other page can be spoken to at this moment. */
  reachable(): boolean;
  changed(): void;
};
export type Peer = {
  readonly connection: RTCPeerConnection;
  /** What comes from the other side. */
  readonly remote: MediaStream;
  hear(signal: Signal): void;
  /** After the line was down: what was said meanwhile is said again. */
  recover(relays: RTCIceServer[]): void;
  /** Another camera or microphone, without a new negotiation. */
  use(stream: MediaStream): void;
  close(): void;
};

export function openPeer(options: PeerOptions): Peer {
  const { polite, clock } = options;
  const timers = createTimers(clock);
  const connection = new RTCPeerConnection({ iceServers: options.relays, iceTransportPolicy: options.policy });
  const remote = new MediaStream();
  const joined = createJoiner();
  let stream = options.stream;
  let makingOffer = false;
  let ignoreOffer = false;
  let settingAnswer = false;
  let tracksAdded = false;
  let waiting: RTCIceCandidate[] = [];
  let order = Promise.resolve();

  const send = (signal: Signal): void => {
    for (const part of cut(signal, options.newId())) options.send(part);
  };
  const addTracks = (): void => {
    if (tracksAdded) return;
    tracksAdded = true;
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
  };
  const sendDescription = (): void => {
    timers.later('description', GATHER, () => {
      const { localDescription } = connection;
      if (localDescription === null || localDescription.type === 'rollback') return;
      // The candidates that were found meanwhile are in it.
      waiting = [];
      send({ description: { type: localDescription.type, sdp: localDescription.sdp } });
    });
  };
  const sendCandidates = (): void => {
    // In its description they come by themselves.
    if (timers.isSet('description')) return;
    const candidates = waiting.splice(0, 20).map((one) => one.toJSON());
    if (candidates.length > 0)
      send({ candidates: candidates.map((one) => ({ ...one, candidate: one.candidate ?? '' })) });
  };

  connection.onnegotiationneeded = async () => {
    try {
      makingOffer = true;
      await connection.setLocalDescription();
      sendDescription();
    } catch {
      // Closed meanwhile, or an offer came in between and is being answered.
    } finally {
      makingOffer = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => {
    if (candidate === null || candidate.candidate === '') return;
    waiting.push(candidate);
    timers.later('candidates', GATHER, sendCandidates);
  };
  connection.ontrack = ({ track }) => {
    for (const old of remote.getTracks()) if (old.kind === track.kind && old !== track) remote.removeTrack(old);
    remote.addTrack(track);
    track.onunmute = track.onmute = options.changed;
    options.changed();
  };
  const restart = (): void => {
    if (connection.connectionState === 'connected') return;
    if (options.reachable()) {
      if (connection.signalingState === 'have-local-offer') sendDescription();
      else connection.restartIce();
    }
    timers.later('restart', CONNECT_WITHIN, restart);
  };
  connection.onconnectionstatechange = () => {
    const { connectionState } = connection;
    if (connectionState === 'connected') timers.callOff('restart');
    // The one who gives way waits longer: two restarts at once would only meet each other.
    else if (connectionState === 'failed') timers.later('restart', polite ? BROKEN_AFTER : 0, restart);
    else if (connectionState === 'disconnected')
      timers.later('restart', polite ? 2 * BROKEN_AFTER : BROKEN_AFTER, restart);
    options.changed();
  };

  const answer = async (description: RTCSessionDescriptionInit): Promise<void> => {
    const ready = !makingOffer && (connection.signalingState === 'stable' || settingAnswer);
    ignoreOffer = !polite && description.type === 'offer' && !ready;
    if (ignoreOffer) return;
    settingAnswer = description.type === 'answer';
    await connection.setRemoteDescription(description);
    settingAnswer = false;
    if (description.type !== 'offer') return;
    addTracks();
    await connection.setLocalDescription();
    sendDescription();
  };
  const follow = async (signal: Signal): Promise<void> => {
    try {
      if ('description' in signal) await answer(signal.description);
      else if ('candidates' in signal)
        for (const { candidate, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } of signal.candidates)
          await connection.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    } catch {
      // Of an offer that was ignored, or of a round that a restart has ended: the next round brings new ones.
      settingAnswer = false;
    }
  };

  // The other begins; if nothing comes from them, their first word was lost.
  if (polite) timers.later('begin', CONNECT_WITHIN / 2, addTracks);
  else addTracks();
  timers.later('restart', CONNECT_WITHIN, restart);

  return {
    connection,
    remote,
    hear(signal) {
      const whole = joined(signal);
      if (whole === undefined) return;
      timers.callOff('begin');
      order = order.then(() => follow(whole));
    },
    recover(relays) {
      try {
        connection.setConfiguration({ iceServers: relays, iceTransportPolicy: options.policy });
      } catch {
        // Closed, or a browser that takes no new servers: the old ones serve until they run out.
      }
      if (connection.signalingState === 'have-local-offer') sendDescription();
      else if (connection.connectionState !== 'connected' && tracksAdded)
        timers.later('restart', polite ? BROKEN_AFTER : 0, restart);
    },
    use(next) {
      stream = next;
      for (const sender of connection.getSenders()) {
        const track = next.getTracks().find(({ kind }) => kind === (sender.track?.kind ?? ''));
        if (track !== undefined && track !== sender.track) void sender.replaceTrack(track);
      }
      // Whoever began with their voice alone may show a picture later.
      const sent = new Set(connection.getSenders().map(({ track }) => track?.kind));
      if (tracksAdded)
        for (const track of next.getTracks()) if (!sent.has(track.kind)) connection.addTrack(track, next);
    },
    close() {
      timers.stop();
      connection.onconnectionstatechange =
        connection.onicecandidate =
        connection.onnegotiationneeded =
        connection.ontrack =
          null;
      connection.close();
    },
  };
}
