/** What the assistant and the messages say of live guidance, in English. */
import type { LiveWords } from './live-zh.ts';

export const liveEn: LiveWords = {
  how: { video: 'video', voice: 'voice', photos: 'photos', text: 'text' },
  offer: (ahead, minutes) =>
    ahead === 0
      ? 'You can speak with an officer by video or voice; nobody waits before you. First try camera and microphone. Nothing is recorded.'
      : `You can speak with an officer by video or voice. ${String(ahead)} before you, about ${String(minutes)} minutes. Nothing is recorded.`,
  already: 'You are in the line already. Open it to see your place, or to call it off.',
  live: 'An officer is on the line with you. Open it to go back.',
  closed: (when) =>
    `No officer can go live now; opening ${when}. Ask to be called back, or leave a message: neither is lost.`,
  nobody: 'No officer is on duty now. Ask to be called back, or leave a message: neither is lost.',
  open: { video: 'Open video', voice: 'Voice only' },
  back: 'Back to the call',
  news: {
    invited: {
      say: 'Officer {officer} would like to go live with you and show you how. Open it to answer; nothing is recorded',
      see: 'Answer',
    },
    answered: { say: 'Officer {officer} has answered and waits for you', see: 'Go in' },
    missed: {
      say: 'Officer {officer} waited to go live with you. Open it again when it suits you',
      see: 'Go live again',
    },
    'not-met': {
      say: 'We are sorry: nobody answered while you waited. What you wrote is kept; wait again or ask to be called',
      see: 'Wait again',
    },
    ended: { say: 'The call with officer {officer} has ended; what was done stands in the talk', see: 'See the talk' },
  },
  summary: {
    title: 'This call',
    say: {
      solved: (officer) =>
        `The call with officer ${officer} has ended and your matter is clear. Here is what was done.`,
      'not-solved': (officer) =>
        `The call with officer ${officer} has ended and it could not be done. Shall it go to the “办不成事” window? All you said is filled in.`,
      'cut-off': (officer) =>
        `The call with officer ${officer} was cut off. What you wrote and sent is kept; go live again or leave a message.`,
    },
    who: 'Who',
    matter: 'Matter',
    long: 'How long',
    ways: 'By',
    result: 'Result',
    minutes: (n) => (n < 1 ? 'under a minute' : n === 1 ? '1 minute' : `${String(n)} minutes`),
    results: { solved: 'clear now', 'not-solved': 'could not be done', 'cut-off': 'cut off' },
    again: 'Go live again',
    checklist: 'Your checklist',
  },
};
