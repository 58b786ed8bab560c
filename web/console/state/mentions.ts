/** Where colleagues named me and I have not looked yet: kept by the office, so that a closed console misses nothing. */
import { computed, ref, shallowRef } from 'vue';
import type { ShownMention, ShownMentions } from '../../../models/conversation/mention.ts';
import type { DeskConnection } from '../desk-connection.ts';

/** `tell` says it once, in the page and, if it is hidden, on the desktop. */
export function createMentions(
  connection: Pick<DeskConnection, 'listen' | 'request'>,
  how: { isOpen: (mention: ShownMention) => boolean; tell: (mention: ShownMention) => void },
) {
  /** Newest first. */
  const waiting = shallowRef<ShownMention[]>([]);
  const more = ref(false);
  /** Read here: a list that was asked for before does not bring it back. */
  const read = new Set<string>();
  /** What comes live while a list is on its way: the list may be older than that. */
  const coming = new Set<ShownMention[]>();
  const places = computed(() => new Set(waiting.value.map(({ id }) => id)));

  async function load(): Promise<void> {
    const came: ShownMention[] = [];
    coming.add(came);
    const answer = await connection.request<ShownMentions>('GET', '/api/desk/mentions');
    coming.delete(came);
    if (!answer.ok) return;
    const listed = new Set(answer.value.mentions.map(({ key }) => key));
    waiting.value = [...came.filter(({ key }) => !listed.has(key)), ...answer.value.mentions].filter(
      ({ key }) => !read.has(key),
    );
    more.value = answer.value.more;
    look();
  }
  /** What is on screen is read. */
  function look(): void {
    if (document.visibilityState !== 'visible') return;
    void take(waiting.value.filter(how.isOpen));
  }
  async function take(seen: readonly ShownMention[]): Promise<void> {
    if (seen.length === 0) return;
    const keys = seen.map(({ key }) => key);
    for (const key of keys) read.add(key);
    waiting.value = waiting.value.filter(({ key }) => !read.has(key));
    const answer = await connection.request('POST', '/api/desk/mentions/read', { keys });
    // What did not get through stands there again with the next list.
    if (!answer.ok) for (const key of keys) read.delete(key);
    else if (more.value) await load();
  }
  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
    if (event.type !== 'mention' || read.has(event.key)) return;
    const { type: _type, ...mention } = event;
    how.tell(mention);
    for (const came of coming) came.unshift(mention);
    waiting.value = [mention, ...waiting.value.filter(({ key }) => key !== mention.key)];
    look();
  });
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') void load();
  };
  document.addEventListener('visibilitychange', onVisible);
  return {
    waiting,
    more,
    load,
    has: (id: string): boolean => places.value.has(id),
    opened(id: string | undefined): void {
      void take(waiting.value.filter((mention) => mention.id === id));
    },
    end(): void {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
