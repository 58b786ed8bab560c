/** The page's own state around the transport: language, size of type, what is open, what is being read or uploaded. */
import {
  computed,
  inject,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue';
import type { CitizenContent } from '../../models/conversation/content.ts';
import type { Asked } from '../../models/live/ladder.ts';
import type { OfficeId } from '../../models/ids.ts';
import { guidesAddress } from './address.ts';
import { keepPreferences, readPreferences, type Preferences } from './preferences.ts';
import { phrasebook, type Phrases } from './phrases.ts';
import { createPhotos, type Photos } from './photos.ts';
import { createTicks, type Ticks } from './ticks.ts';
import type { Snapshot, Transport } from './transport.ts';

type Language = 'zh' | 'en';
type Elder = 'off' | 'on' | 'max';
/** What lies over the page; one at a time. */
type Sheet = 'none' | 'office' | 'more' | 'add' | 'place' | 'restart' | 'point' | 'cover';
type OwnPhoto = Extract<CitizenContent, { type: 'photo' }>;

export type Chat = {
  now: Readonly<ShallowRef<Snapshot>>;
  transport: Transport;
  language: Readonly<Ref<Language>>;
  elder: Readonly<Ref<Elder>>;
  phrases: ComputedRef<Phrases>;
  officeName: ComputedRef<string>;
  officer: ComputedRef<string | undefined>;
  guides: ComputedRef<string>;
  sheet: Ref<Sheet>;
  /** The own photo whose places are pointed at. */
  pointing: Ref<OwnPhoto | undefined>;
  ticks: Ticks;
  photos: Photos;
  /** Live guidance that was asked for on this page; its own stage stands above the talk. */
  live: Ref<Asked | undefined>;
  /** A short sentence that comes and goes, spoken by `role="status"`. */
  notice: Ref<string>;
  say(text: string): void;
  send(content: CitizenContent): void;
  /** Something was said from this page: the log follows to its end. */
  said: Ref<number>;
  setLanguage(language: Language): void;
  setElder(elder: Elder): void;
  setOffice(office: OfficeId): void;
};

export const chatKey: InjectionKey<Chat> = Symbol('chat');
export function useChat(): Chat {
  const chat = inject(chatKey);
  if (!chat) throw new Error('a part of the page was mounted outside of it');
  return chat;
}

const nothingYet: Snapshot = {
  connection: 'opening',
  loaded: false,
  conversation: undefined,
  lines: [],
  unsent: [],
  underWay: undefined,
  stuck: undefined,
  office: undefined,
  offices: [],
  officerTyping: false,
  helping: false,
  out: false,
  drawing: undefined,
  sheets: {},
};

/** `connect` gets the listener and the wishes of this device, and answers with the transport. */
export function createChat(
  connect: (changed: (snapshot: Snapshot) => void, wishes: () => Record<string, string>) => Transport,
  box: Storage | undefined,
  root: HTMLElement,
  asked: Preferences,
  wantsLive?: Asked,
): Chat {
  const kept: Preferences = { ...readPreferences(box), ...asked };
  const now = shallowRef<Snapshot>(nothingYet);
  const language = ref<Language>(kept.language ?? 'zh');
  const elder = ref<Elder>(kept.elder ?? 'off');
  const sheet = ref<Sheet>('none');
  const notice = ref('');
  const said = ref(0);
  const live = ref<Asked | undefined>(wantsLive);
  let office = kept.office;

  const keep = (): void => {
    keepPreferences(box, { language: language.value, elder: elder.value, ...(office === undefined ? {} : { office }) });
  };
  const transport = connect(
    (snapshot) => {
      now.value = snapshot;
    },
    () => ({
      ...(kept.language === undefined ? {} : { lang: language.value }),
      ...(kept.elder === undefined ? {} : { elder: String(elder.value !== 'off') }),
      ...(office === undefined ? {} : { office }),
    }),
  );
  const phrases = computed(() => phrasebook[language.value]);

  // The assistant may change these too (“please speak English”): a change in the record is followed, its old value is not.
  watch(
    () => now.value.conversation?.language,
    (next, before) => {
      if (next === undefined || next === language.value || (before === undefined && kept.language !== undefined))
        return;
      language.value = kept.language = next;
      keep();
    },
  );
  watch(
    () => now.value.conversation?.elder,
    (next, before) => {
      if (next === undefined || next === (elder.value !== 'off') || (before === undefined && kept.elder !== undefined))
        return;
      elder.value = kept.elder = next ? 'on' : 'off';
      keep();
    },
  );
  // What was chosen without a network, or came with the address, is told once the office is reached.
  watch(
    () => now.value.loaded && (now.value.connection === 'live' || now.value.connection === 'polling'),
    (reached) => {
      const record = now.value.conversation;
      if (!reached || record === undefined || record.lastSeq === 0) return;
      const differs = {
        ...(kept.language !== undefined && record.language !== kept.language ? { language: kept.language } : {}),
        ...(kept.elder !== undefined && record.elder !== (kept.elder !== 'off') ? { elder: kept.elder !== 'off' } : {}),
      };
      if (Object.keys(differs).length > 0) void transport.change(differs);
    },
  );
  watch(
    [language, elder],
    () => {
      root.lang = phrases.value.lang;
      if (elder.value === 'off') root.removeAttribute('data-elder');
      else root.setAttribute('data-elder', elder.value === 'max' ? 'max' : '');
    },
    { immediate: true },
  );

  const change = async (settings: Parameters<Transport['change']>[0]): Promise<void> => {
    // Language and type are already changed on this page and told again at the next opening.
    if (!(await transport.change(settings)) && settings.office !== undefined) notice.value = phrases.value.changeFailed;
  };
  const send = (content: CitizenContent): void => {
    notice.value = '';
    transport.say(content);
    said.value += 1;
  };

  return {
    now,
    transport,
    language,
    elder,
    phrases,
    officeName: computed(() => {
      const facts = now.value.office;
      return facts === undefined ? '' : language.value === 'en' ? facts.nameEn : facts.nameZh;
    }),
    officer: computed(() => {
      const state = now.value.conversation?.state;
      return state?.name === 'with-officer' ? state.officer : undefined;
    }),
    guides: computed(() => guidesAddress(now.value.conversation?.office, language.value, elder.value !== 'off')),
    sheet,
    pointing: ref<OwnPhoto>(),
    ticks: createTicks(box),
    photos: createPhotos(transport, send),
    live,
    notice,
    said,
    say(text) {
      if (text.trim() !== '') send({ type: 'text', text: text.trim() });
    },
    send,
    setLanguage(next) {
      language.value = kept.language = next;
      keep();
      void change({ language: next });
    },
    setElder(next) {
      const told = (next === 'off') !== (elder.value === 'off');
      elder.value = kept.elder = next;
      keep();
      if (told) void change({ elder: next !== 'off' });
    },
    setOffice(next) {
      office = next;
      keep();
      void change({ office: next });
    },
  };
}
