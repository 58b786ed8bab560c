/** Speaking instead of typing: hold and let go, or tap and tap again; what was heard is shown before it is sent. */
import { onUnmounted, ref } from 'vue';
import { canListen, listen, type ListenEnd } from './speech.ts';
import { useChat } from './chat.ts';

/** Shorter than this is a tap: it goes on listening until the next tap. */
const TAP_MS = 400;
const sentences = { nothing: 'heardNothing', denied: 'speechDenied', gone: 'speechGone' } as const;

export function useListening(heard: (text: string) => void) {
  const { phrases, notice } = useChat();
  const isListening = ref(false);
  const hearing = ref('');
  let session: { stop(): void } | undefined;
  let pressedAt = 0;
  let alive = true;

  const begin = (): void => {
    hearing.value = '';
    notice.value = '';
    isListening.value = true;
    session = listen(phrases.value.lang, (text) => (hearing.value = text), ended);
  };
  const ended = (end: ListenEnd): void => {
    isListening.value = false;
    session = undefined;
    if (!alive) return;
    if ('text' in end) heard(end.text);
    else notice.value = phrases.value[sentences[end.failed]];
  };
  const stop = (): void => {
    session?.stop();
  };
  onUnmounted(() => {
    alive = false;
    stop();
  });

  return {
    can: canListen(),
    isListening,
    hearing,
    down(event: PointerEvent) {
      if (event.button !== 0) return;
      if (isListening.value) {
        stop();
        return;
      }
      pressedAt = event.timeStamp;
      begin();
    },
    up(event: PointerEvent) {
      if (isListening.value && event.timeStamp - pressedAt > TAP_MS) stop();
    },
    /** From the keyboard or a screen reader a press has no length: it turns listening on and off. */
    click(event: MouseEvent) {
      if (event.detail !== 0) return;
      if (isListening.value) stop();
      else begin();
    },
  };
}
