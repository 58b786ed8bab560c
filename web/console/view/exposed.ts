/** What a part of the page lets its parent do to it. */
import type { DraftKind } from '../state/drafts.ts';
import type { Guide } from '../state/references.ts';
import type { Shortcut } from '../state/shortcuts.ts';

export type Queue = { reveal: (id: string) => void };
export type Conversation = { handle: (shortcut: Shortcut) => boolean; insert: (guide: Guide) => void };
export type Composer = {
  focus: (kind: DraftKind) => Promise<void>;
  openCanned: () => Promise<void>;
  insertGuide: (guide: Guide) => Promise<void>;
};
export type Bar = { search: () => void };
export type Search = { open: () => Promise<void> };

/** One line of the list that opens after a slash or an at sign. */
export type Choice = { key: string; lead: string; title: string; text: string };
