/** A time as it stands in a message, which may be read on another day: 11月19日周四 10:30. */
import type { Day, Instant } from '../time.ts';
import type { Language } from './refusals.ts';

const written: Record<Language, Intl.DateTimeFormat> = {
  zh: format('zh-CN'),
  en: format('en-GB'),
};

function format(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    month: locale === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

const days: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' }),
};
/** 12月18日周五. */
export const saidDay = (day: Day, language: Language): string => days[language].format(new Date(`${day}T00:00:00Z`));

export const saidWhen = (at: Instant, language: Language): string => written[language].format(new Date(at));
