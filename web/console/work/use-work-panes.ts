/** What pages with three panes do alike: go through the list by key, leave what is open, and put the context into a drawer where it is narrow. */
import { onMounted, onUnmounted, ref, watch, type Ref } from 'vue';
import { onShortcut, type Shortcut } from '../state/shortcuts.ts';
import { useMedia } from '../state/use-media.ts';
import { useWorkplace } from '../state/workplace.ts';

export function useWorkPanes(page: {
  opened: Ref<string | undefined>;
  rows: () => readonly { id: string }[];
  /** Fetches what the address names. */
  show: (id: string | undefined) => void;
  leave: () => void;
  go: (id?: string) => void;
  reveal: (id: string) => void;
  /** Whatever keys mean besides; false where they mean nothing. */
  handle: (shortcut: Shortcut) => boolean;
}) {
  const { singleKeys } = useWorkplace();
  const narrow = useMedia('(max-width: 1179px)');
  const drawer = ref(false);
  watch(
    page.opened,
    (id) => {
      drawer.value = false;
      page.show(id);
    },
    { immediate: true },
  );

  function step(by: 1 | -1): void {
    const rows = page.rows();
    const at = rows.findIndex((row) => row.id === page.opened.value);
    const to = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by];
    if (to === undefined) return;
    page.go(to.id);
    page.reveal(to.id);
  }
  function handle(shortcut: Shortcut): boolean {
    if (shortcut === 'next') step(1);
    else if (shortcut === 'previous') step(-1);
    else if (shortcut === 'escape') {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && focused.matches('input, textarea')) focused.blur();
      else if (page.opened.value !== undefined) page.go();
    } else if (shortcut === 'help' || shortcut === 'search') return false;
    else return page.handle(shortcut);
    return true;
  }
  let stop: () => void = () => undefined;
  onMounted(() => {
    stop = onShortcut(singleKeys, handle);
  });
  onUnmounted(() => {
    stop();
    page.leave();
  });
  return { narrow, drawer };
}
