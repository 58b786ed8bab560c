/** One key does one thing, outside of fields and dialogs only; Ctrl K works everywhere. */
import type { Ref } from 'vue';

const keys = {
  j: 'next',
  k: 'previous',
  c: 'claim',
  r: 'reply',
  n: 'note',
  t: 'transfer',
  e: 'close',
  g: 'guide',
  a: 'answer',
  x: 'select',
  m: 'macro',
  '/': 'canned',
  '?': 'help',
} as const;
export type Shortcut = (typeof keys)[keyof typeof keys] | 'search' | 'escape';

const isShortcutKey = (key: string): key is keyof typeof keys => key in keys;

export function onShortcut(singleKeys: Ref<boolean>, handle: (shortcut: Shortcut) => boolean): () => void {
  function listen(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const shortcut = meant(event, singleKeys.value);
    if (shortcut !== undefined && handle(shortcut)) event.preventDefault();
  }
  window.addEventListener('keydown', listen);
  return () => {
    window.removeEventListener('keydown', listen);
  };
}

function meant(event: KeyboardEvent, singleKeys: boolean): Shortcut | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (dialogOpen()) return undefined;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key === 'k') return 'search';
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (key === 'Escape') return 'escape';
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (target?.matches('input, textarea, select, [contenteditable], [role="combobox"]') === true) return undefined;
  return singleKeys && isShortcutKey(key) ? keys[key] : undefined;
}

/** Element Plus keeps closed dialogs in the page; only a visible one takes the keys. */
const dialogOpen = (): boolean =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].some((dialog) => dialog.checkVisibility());
