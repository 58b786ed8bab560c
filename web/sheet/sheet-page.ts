/** What the page of one guidance sheet knows: the sheet as it stands now, language and size of type, photos on their way. */
import { computed, inject, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { sheetPageWords } from '../../models/phrasebook/sheet-page-words.ts';
import type { Text } from '../../models/guidance/service.ts';
import type { ShownSheet } from '../../models/sheet/views.ts';
import { browserHttp, isRefusal } from '../citizen/office-http.ts';
import { keepPreferences, readPreferences } from '../citizen/preferences.ts';
import { followSheet } from './follow-sheet.ts';
import { createPending } from './pending-photos.ts';

export type Opened = {
  sheet: ShownSheet;
  language: 'zh' | 'en';
  elder: boolean;
  socket?: { url: string; ticket: string };
};
type Status = 'loading' | 'ready' | 'missing' | 'failed';

export type SheetPageState = ReturnType<typeof createSheetPage>;
export const sheetKey: InjectionKey<SheetPageState> = Symbol('sheet');
export function useSheet(): SheetPageState {
  const page = inject(sheetKey);
  if (page === undefined) throw new Error('a part of the page was mounted outside of it');
  return page;
}

export function createSheetPage(id: string, box: Storage | undefined, root: HTMLElement) {
  const kept = readPreferences(box);
  const asked = new URLSearchParams(location.search);
  const status = ref<Status>('loading');
  const offline = ref(false);
  const sheet = shallowRef<ShownSheet>();
  const language = ref<'zh' | 'en'>((asked.get('lang') ?? kept.language) === 'en' ? 'en' : 'zh');
  const elder = ref(kept.elder === 'on' || kept.elder === 'max');
  const words = computed(() => sheetPageWords(language.value));

  /** An older answer never undoes a newer one. */
  const take = (next: ShownSheet): void => {
    if (next.id === id && next.version >= (sheet.value?.version ?? 0)) sheet.value = next;
  };
  const follow = followSheet({
    async ask() {
      const answer = await browserHttp('GET', `/api/own-sheets/${id}`).catch(() => undefined);
      offline.value = answer === undefined;
      if (answer === undefined) return undefined;
      if (answer.status !== 200) {
        if (sheet.value === undefined)
          status.value = answer.status === 404 || answer.status === 422 ? 'missing' : 'failed';
        return undefined;
      }
      const opened = answer.body as Opened;
      if (sheet.value === undefined) {
        // What was chosen on this device counts; else what was chosen in the talk.
        if (kept.language === undefined && !asked.has('lang')) language.value = opened.language;
        if (kept.elder === undefined) elder.value = opened.elder;
      }
      take(opened.sheet);
      status.value = 'ready';
      return opened.socket;
    },
    heard(message) {
      const { type, sheet: news } = message as { type?: string; sheet?: ShownSheet };
      if (type === 'sheet' && news !== undefined) take(news);
    },
  });
  const pending = createPending(id, take);

  watch(
    [language, elder],
    () => {
      root.lang = language.value === 'en' ? 'en' : 'zh-CN';
      root.toggleAttribute('data-elder', elder.value);
      document.title = words.value.title;
    },
    { immediate: true },
  );

  return {
    id,
    status,
    offline,
    sheet,
    language,
    elder,
    words,
    pending,
    text: (text: Text): string => text[language.value],
    start: follow.start,
    retry: follow.now,
    turnElder(): void {
      elder.value = !elder.value;
      keepPreferences(box, { ...readPreferences(box), elder: elder.value ? 'on' : 'off' });
    },
    /** Only as long as no officer has looked at it; the sentence of a refusal, else nothing. */
    async takeBack(photo: string, delivery: string): Promise<string | undefined> {
      const answer = await browserHttp('POST', `/api/own-sheets/${id}/acts`, {
        act: 'take-back',
        photo,
        delivery,
      }).catch(() => undefined);
      if (answer?.status === 200) {
        take((answer.body as { sheet: ShownSheet }).sheet);
        return undefined;
      }
      return isRefusal(answer?.body) ? answer.body.sentence : words.value.notReached;
    },
  };
}
