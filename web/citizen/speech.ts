/** Speaking and listening by what the browser has itself; absent where it has nothing. */
type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }>> };
type Recognition = {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type Browser = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

const recognitionIn = (browser: object): (new () => Recognition) | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = browser as Browser;
  return SpeechRecognition ?? webkitSpeechRecognition;
};
export const canListen = (): boolean => recognitionIn(window) !== undefined;
export const canReadAloud = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

export type ListenEnd = { text: string } | { failed: 'nothing' | 'denied' | 'gone' };

/** Listens until it is told to stop; `done` is called exactly once. */
export function listen(
  lang: string,
  hearing: (text: string) => void,
  done: (end: ListenEnd) => void,
): { stop(): void } {
  const Kind = recognitionIn(window);
  if (!Kind) {
    done({ failed: 'gone' });
    return { stop: () => undefined };
  }
  const recognition = new Kind();
  let text = '';
  let failed: 'nothing' | 'denied' | 'gone' = 'nothing';
  recognition.lang = lang;
  recognition.interimResults = true;
  recognition.continuous = true;
  recognition.onresult = ({ results }) => {
    text = Array.from(results, (alternatives) => alternatives[0]?.transcript ?? '').join('');
    hearing(text);
  };
  recognition.onerror = ({ error }) => {
    if (error === 'not-allowed') failed = 'denied';
    else if (error !== 'no-speech' && error !== 'aborted') failed = 'gone';
  };
  recognition.onend = () => {
    const said = text.trim();
    done(said === '' ? { failed } : { text: said });
  };
  recognition.start();
  return {
    stop() {
      recognition.stop();
    },
  };
}

/** Reads slowly; what is being read stops first. */
export function readAloud(text: string, lang: string, done: () => void): void {
  speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = lang;
  speech.rate = 0.9;
  speech.onend = speech.onerror = done;
  speechSynthesis.speak(speech);
}

export const stopReading = (): void => {
  speechSynthesis.cancel();
};
