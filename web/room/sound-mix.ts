/** One sound track of all that is said; streams may come and go while it is recorded. */
import type { Party } from '../../models/release/parties.ts';

type Source = { stream: MediaStream; track: string; node: MediaStreamAudioSourceNode; analyser: AnalyserNode };
export type SoundMix = {
  readonly stream: MediaStream;
  set(streams: ReadonlyMap<Party, MediaStream>): void;
  /** The loudest sample since the last look, 0 to 1; undefined for a party without a sound track. Exactly 0: nothing arrives at all. */
  peak(party: Party): number | undefined;
  stop(): void;
};

export function createSoundMix(): SoundMix {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const sources = new Map<Party, Source>();
  // A destination without any source stands still, and the recording with it.
  const silence = context.createConstantSource();
  const none = context.createGain();
  none.gain.value = 0;
  silence.connect(none).connect(out);
  silence.start();
  void context.resume();
  const samples = new Float32Array(2048);

  const remove = (party: Party): void => {
    const source = sources.get(party);
    source?.node.disconnect();
    source?.analyser.disconnect();
    sources.delete(party);
  };
  return {
    stream: out.stream,
    set(streams) {
      for (const [party, { track }] of sources)
        if (streams.get(party)?.getAudioTracks()[0]?.id !== track) remove(party);
      for (const [party, stream] of streams) {
        const [track] = stream.getAudioTracks();
        if (track === undefined || sources.has(party)) continue;
        const node = context.createMediaStreamSource(new MediaStream([track]));
        const analyser = context.createAnalyser();
        analyser.fftSize = 2048;
        node.connect(analyser).connect(out);
        sources.set(party, { stream, track: track.id, node, analyser });
      }
    },
    peak(party) {
      const source = sources.get(party);
      if (source === undefined) return undefined;
      source.analyser.getFloatTimeDomainData(samples);
      return samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    },
    stop() {
      for (const party of [...sources.keys()]) remove(party);
      void context.close();
    },
  };
}
