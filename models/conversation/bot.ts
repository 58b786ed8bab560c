/** The assistant as the rest of the office knows it: it hears one message and answers, and says what should follow. */
import type { CitizenContent, Reply } from './content.ts';
import type { CallBackDesk } from '../appointment/call-back-desk.ts';
import type { ReleaseDesk } from '../release/release-desk.ts';
import type { MatterWindow } from '../complaint/window.ts';
import type { OwnMatter } from '../complaint/views.ts';
import type { MatterNews } from '../complaint/news.ts';
import type { Conversation, HandOverReason, Summary } from './conversation.ts';
import type { LiveOutcome } from '../live/live-session.ts';
import type { Asked, Rung } from '../live/ladder.ts';
import type { Instant } from '../time.ts';
import type { Grade } from './rating.ts';

/** What should happen besides the words; carried out by the turn in the same transaction. */
export type Effect =
  | {
      do: 'hand-over';
      reason: HandOverReason;
      kind: 'live' | 'message';
      summary: Summary;
      callBack?: boolean;
      /** Told to the citizen with the receipt of a message. */
      number?: string;
    }
  | { do: 'cancel-waiting' }
  /** A time was settled: nobody has to look for this talk in the list before. */
  | { do: 'call-back-booked'; summary: Summary }
  | { do: 'rate'; grade: Grade; of: 'bot' | 'officer'; reason?: string }
  | { do: 'name-helper'; helper: { id: string; name: string; relation: string } }
  | { do: 'remove-helper' }
  | { do: 'green-lane'; on: boolean }
  | { do: 'mark-unsolved'; about?: string }
  | { do: 'mark-solved'; about?: string }
  /** A guide or small answer was given that this talk had not been about. */
  | { do: 'note-asked'; about: string }
  /** `words`: those of the message that no guide knows, common ones only. */
  | { do: 'not-understood'; words: readonly string[] }
  | { do: 'note-gap'; question: string; service?: string }
  /** The assistant could not finish its turn: the words are kept, the alarm counts it. */
  | { do: 'turn-failed' };

/** The parts of the record that a bot turn may change. */
export type BotChange = Partial<
  Pick<
    Conversation,
    | 'topic'
    | 'failedTurns'
    | 'obstacles'
    | 'met'
    | 'told'
    | 'phone'
    | 'confirmed'
    | 'matters'
    | 'language'
    | 'elder'
    | 'dialog'
  >
>;

export type BotTurn = { replies: Reply[]; change: BotChange; effects: Effect[] };

/** What the assistant may look up while it answers; each look-up beyond the record costs a request. */
export type Surroundings = {
  /** People waiting before a newcomer, or one who comes `first`, whole minutes expected, officers on duty; null when nobody is on duty. */
  line(first?: boolean): Promise<{ ahead: number; minutes: number; onDuty: number } | null>;
  /** The next number for a message left out of hours, `L-1117-012`. */
  nextMessageNumber(): Promise<string>;
  /** The “办不成事” counter. */
  window: MatterWindow;
  /** It is the helper who writes: what only the person may decide is refused. */
  helperSpeaks: boolean;
  /** A naming, and the link that opens its door. */
  newHelper(): Promise<{ id: string; link: string }>;
  /** Times at which the office calls. */
  callBack: CallBackDesk;
  /** Live guidance: who would come first and how long that takes, null when nobody is on duty; the way to its page. */
  live: { line(): Promise<{ ahead: number; minutes: number } | null>; link(how: Asked): string };
  /** The “视频办”: lenders, times, bookings. */
  release: ReleaseDesk;
};

/** How a live guidance ended. */
export type LiveEnd = {
  officer: string;
  outcome: LiveOutcome;
  minutes: number;
  /** By which ways they spoke, in their order. */
  ways: readonly Rung[];
  service?: string;
  /** The way to the checklist that was gone through, if there is one. */
  checklist?: string;
  /** Back to its page, for another one. */
  link: string;
};

export interface Bot {
  hear(conversation: Conversation, content: CitizenContent, now: Instant, around: Surroundings): Promise<BotTurn>;
  /** What the assistant says when an officer hands the talk back: one line that sums up, and the rating. */
  welcomeBack(
    conversation: Conversation,
    officerName: string,
    officerSaid: readonly string[],
    now: Instant,
  ): Promise<BotTurn>;
  /** What the assistant says when a live guidance is over: what was done, the rating, and the window when it could not be done. */
  afterLive(conversation: Conversation, end: LiveEnd): Promise<BotTurn>;
  /** What the assistant says in a talk when something happened to one of its matters; `words` are the officer's own. */
  tell(conversation: Conversation, matter: OwnMatter, news: MatterNews, now: Instant, words?: string): Promise<BotTurn>;
}
