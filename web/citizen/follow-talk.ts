/** Keeps the end of the talk in view while it is being followed, and leaves a reader of older lines alone. */
import { ref, type Ref } from 'vue';

const NEAR = 120;

export function followTalk(log: Ref<HTMLElement | undefined>) {
  /** New lines came while the reader was further up. */
  const below = ref(false);
  let inside = false;
  let follows = true;
  let watched: HTMLElement | undefined;
  const isAtEnd = (el: HTMLElement): boolean => el.scrollHeight - el.scrollTop - el.clientHeight < NEAR;

  const watchScroll = (el: HTMLElement): void => {
    if (watched === el) return;
    watched = el;
    el.addEventListener(
      'scroll',
      () => {
        follows = isAtEnd(el);
        if (follows) below.value = false;
      },
      { passive: true },
    );
    // A part that is fetched when it is needed comes after its row: it is what the reader waits for.
    el.addEventListener('grown', () => {
      if (follows) showNewest(el);
    });
    // A keyboard that opens, a photo that arrives, type that grows: the end stays the end.
    if ('ResizeObserver' in window) {
      const observer = new ResizeObserver(() => {
        if (follows) toEnd();
      });
      observer.observe(el);
    }
  };
  const toEnd = (): void => {
    const el = log.value;
    if (!el) return;
    watchScroll(el);
    el.scrollTop = el.scrollHeight;
    follows = true;
    below.value = false;
  };

  return {
    below,
    toEnd,
    /** After the rows changed. `more`: something was added at the end. */
    settle(more: boolean) {
      const el = log.value;
      if (!el) return;
      watchScroll(el);
      if (follows) showNewest(el);
      else if (more) below.value = true;
      // A pressed button that vanished with its row must not leave the keyboard user nowhere.
      if (inside && document.activeElement === document.body) el.focus({ preventScroll: true });
    },
    noteFocus() {
      inside = true;
    },
    noteBlur(event: FocusEvent) {
      if (event.relatedTarget !== null && !log.value?.contains(event.relatedTarget as Node)) inside = false;
    },
  };

  /** An answer longer than the page is shown from its first word, not from its last; so is what an officer shows. */
  function showNewest(el: HTMLElement): void {
    const heads = el.querySelectorAll<HTMLElement>('.me, .drawn, .officer .steps-card');
    const last = heads[heads.length - 1]?.closest('li');
    const end = el.scrollHeight - el.clientHeight;
    // Offsets, not rectangles: a new row is still rising while this is asked.
    el.scrollTop = last ? Math.min(end, last.offsetTop - 10) : end;
    follows = true;
  }
}
