/** The written conversations of this flow, played against the assistant. They are examples of how it behaves, not its script. */
import type { Reply } from '../../models/conversation/content.ts';
import { openTalk } from '../chat/stage.ts';
import { describeTranscript, offices, settings, transcripts } from './expectations.ts';
import { play, type Transcript } from './transcript.ts';

const played = new Map<string, Promise<Reply[][]>>();
const playOnce = (t: Transcript): Promise<Reply[][]> => {
  const known = played.get(t.id);
  if (known !== undefined) return known;
  const talk = openTalk({ office: offices[t.office], now: t.given.now, ...settings[t.id] });
  const shown = play(t, {
    citizen: (text) => talk.say(text),
    claim: (officer) => {
      talk.claim(officer);
      return Promise.resolve();
    },
    officer: (text) => {
      talk.officer(text);
      return Promise.resolve();
    },
    handBack: () => talk.handBack(),
  });
  played.set(t.id, shown);
  return shown;
};

for (const id of transcripts) describeTranscript(id, playOnce);
