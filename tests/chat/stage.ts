/** A small office around the assistant: keeps the record between turns and carries out what the assistant asks for. */
import { openBot } from '../../handlers/chat/bot.ts';
import type { Bot, BotTurn, Effect, Surroundings } from '../../models/conversation/bot.ts';
import type { CitizenContent, Reply } from '../../models/conversation/content.ts';
import {
  backToBot,
  cancelWaiting,
  claim,
  handOver,
  openConversation,
  type Conversation,
} from '../../models/conversation/conversation.ts';
import { setGreenLane } from '../../models/conversation/green-lane.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import type { ConversationId, OfficeId, StaffId } from '../../models/ids.ts';
import { instantOf, type Instant } from '../../models/time.ts';
import type { CallBackDesk } from '../../models/appointment/call-back-desk.ts';
import type { ReleaseDesk } from '../../models/release/release-desk.ts';
import { quietCallBacks } from './quiet-call-backs.ts';
import { quietLive } from './quiet-live.ts';
import { quietDesk } from './quiet-desk.ts';
import { quietWindow } from './quiet-window.ts';

export type Setting = {
  office?: OfficeId;
  now?: string;
  language?: 'zh' | 'en';
  elder?: boolean;
  phone?: string;
  /** Null: nobody is on duty. */
  line?: { ahead: number; minutes: number } | null;
  published?: readonly PublishedAnswer[];
  /** Undefined: no lender is enrolled. */
  release?: ReleaseDesk;
  /** Undefined: no time is free. */
  callBack?: CallBackDesk;
};

const OFFICER = 'officer-li' as StaffId;
/** A Wednesday morning. */
const USUAL = '2026-11-18T10:12+08:00';

let shared: Bot | undefined;
/** One controller for all talks, as in production. */
const usualBot = (): Bot => (shared ??= openBot({ newId: () => 'id', knowledge: { published: () => [] } }));

export type Talk = {
  say(content: string | CitizenContent): Promise<Reply[]>;
  /** The first reply, or an empty one. */
  ask(text: string): Promise<Reply>;
  conversation(): Conversation;
  effects: Effect[];
  claim(name: string): void;
  officer(text: string): void;
  handBack(): Promise<Reply[]>;
};

export function openTalk(setting: Setting = {}): Talk {
  const now: Instant = instantOf(Date.parse(setting.now ?? USUAL));
  const published = setting.published;
  const bot =
    published === undefined ? usualBot() : openBot({ newId: () => 'id', knowledge: { published: () => published } });
  const line = setting.line === undefined ? { ahead: 2, minutes: 6 } : setting.line;
  const heard: string[] = [];
  const around: Surroundings = {
    line: () => Promise.resolve(line === null ? null : { ...line, onDuty: 1 }),
    nextMessageNumber: () => Promise.resolve('L-1117-012'),
    window: quietWindow(() => heard),
    callBack: setting.callBack ?? quietCallBacks,
    helperSpeaks: false,
    newHelper: () => Promise.resolve({ id: 'a-helper-id', link: 'http://localhost/helper/x' }),
    release: setting.release ?? quietDesk,
    live: quietLive(line),
  };
  let c: Conversation = {
    ...openConversation(
      '01J00000000000000000000000' as ConversationId,
      {
        office: setting.office ?? 'yinchuan',
        channel: 'web',
        language: setting.language ?? 'zh',
        elder: setting.elder ?? false,
      },
      now,
    ),
    ...(setting.phone === undefined ? {} : { phone: setting.phone }),
  };
  const effects: Effect[] = [];
  let officerName = '';
  let officerSaid: string[] = [];

  const follow = (turn: BotTurn): Reply[] => {
    c = { ...c, ...turn.change };
    for (const effect of turn.effects) {
      effects.push(effect);
      const { do: what, ...how } = effect;
      if (what === 'hand-over')
        c = valueOf(handOver(c, { ...(how as Extract<Effect, { do: 'hand-over' }>), dueAt: now }, now), c);
      if (effect.do === 'green-lane') c = setGreenLane(c, effect.on, now);
      if (what === 'cancel-waiting') c = valueOf(cancelWaiting(c, now), c);
    }
    return turn.replies;
  };

  const say = async (content: string | CitizenContent): Promise<Reply[]> => {
    const replies = follow(
      await bot.hear(c, typeof content === 'string' ? { type: 'text', text: content } : content, now, around),
    );
    if (typeof content === 'string') heard.push(content);
    return replies;
  };

  return {
    say,
    ask: async (text) => (await say(text))[0] ?? { type: 'reply', say: '', buttons: [] },
    conversation: () => c,
    effects,
    claim(name) {
      officerName = `${name}警官`;
      officerSaid = [];
      c = valueOf(claim(c, OFFICER, officerName, now), c);
    },
    officer(text) {
      officerSaid.push(text);
    },
    async handBack() {
      c = valueOf(backToBot(c, OFFICER, now), c);
      return follow(await bot.welcomeBack(c, officerName, officerSaid, now));
    },
  };
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false }, otherwise: T): T {
  return outcome.ok ? outcome.value : otherwise;
}

/** What was shown contains every one of these words or matches these patterns. */
export function shows(shown: string, ...words: readonly (string | RegExp)[]): void {
  for (const word of words) {
    if (typeof word === 'string') expect(shown).toContain(word);
    else expect(shown).toMatch(word);
  }
}
