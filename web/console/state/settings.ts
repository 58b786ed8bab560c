/** What each officer sets for this browser: colours, language, notices, single-key shortcuts. */
import { computed, ref, watchEffect } from 'vue';
import { languages, phrases, type Language } from '../phrases.ts';
import { keep, recall } from './kept.ts';

export type Theme = 'light' | 'dark';

export function createSettings() {
  const theme = ref<Theme>(recall<Theme>('theme', 'light'));
  const kept = recall<Language>('language', 'zh');
  const language = ref<Language>(languages.includes(kept) ? kept : 'zh');
  const quiet = ref(recall('quiet', false));
  const singleKeys = ref(recall('single-keys', true));
  watchEffect(() => {
    document.documentElement.dataset['theme'] = theme.value;
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    keep('theme', theme.value);
    keep('language', language.value);
    keep('quiet', quiet.value);
    keep('single-keys', singleKeys.value);
  });
  return { theme, language, quiet, singleKeys, t: computed(() => phrases[language.value]) };
}
export type Settings = ReturnType<typeof createSettings>;
