/** What the duties of guidance share: what is known of the talk, what was heard, and what a duty may answer. */
import type { BotChange, Effect, Surroundings } from '../../models/conversation/bot.ts';
import type { Button, Card, ShownPhotos } from '../../models/conversation/content.ts';
import type { MatterDraft } from '../../models/complaint/draft.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Facet } from '../../models/guidance/answers/facets.ts';
import type { LaneWish } from '../../models/guidance/answers/lane-words.ts';
import type { ServicePoint } from '../../models/guidance/point.ts';
import type { StepCard } from '../../models/guidance/step-cards/step-card.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import type { Entity, Understanding } from '../../models/guidance/understanding/understand.ts';
import type { Office } from '../../models/office/office.ts';
import type { Language, Phrases } from '../../models/phrasebook/phrases.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Day, Instant } from '../../models/time.ts';

/** Kept with the record from turn to turn, besides the record's own fields. */
export type Talk = {
  /** Matters on the table, newest last. */
  topics: readonly string[];
  /** What the buttons shown last mean, by the words they send. */
  offers: Readonly<Record<string, string>>;
  /** What the last answer was about, for 没解决. */
  last?: string;
  facet?: Facet;
  /** The day or holiday the talk is about. */
  day?: Day;
  /** The refusal given last and how often in a row. */
  refused?: string;
  refusals: number;
  /** A second matter heard and not answered yet. */
  second?: string;
  /** An officer was with this citizen: the next rating is theirs. */
  afterOfficer?: boolean;
  /** A report being written: kept, whatever else is talked about meanwhile, until it is filed or given up. */
  draft?: MatterDraft | undefined;
  /** The matter that the talk is about and the question about it that waits for an answer. */
  own?: OwnTalk | undefined;
  /** A release by video that is being arranged: kept, whatever else is talked about meanwhile. */
  release?: ReleasePlan | undefined;
  /** When the office calls: kept until the call, whatever else is talked about meanwhile. */
  callBack?: CallPlan | undefined;
  /** Somebody is being named who helps all the way. */
  helper?: HelperPlan | undefined;
  /** A lender's clerk speaks; what waits for an officer. */
  clerk?: readonly (typeof clerkQuestions)[number][] | undefined;
  /** The “办不成事” window was offered in this talk. */
  offered?: boolean;
  /** Photos of this talk, newest last: they go along with a report. */
  photos?: readonly string[];
  /** Questions that nobody verified an answer to, asked since the window was offered. */
  unanswered?: readonly string[];
};

/** One's own matter in a talk, as far as it was named. `words`: said of it and not handed in yet. */
export const ownStages = [
  'number',
  'phone-code',
  'code',
  'receipt-code',
  'lost-number',
  'lost-phone',
  'lost-code',
  'shown',
  'solved',
  'reopen',
  'add',
  'rate',
  'why',
  'when',
  'withdraw',
  'check-back',
] as const;
export type OwnTalk = {
  at: (typeof ownStages)[number];
  id?: string;
  number?: string;
  /** Given to find matters by; a phone on file is never kept here. */
  phone?: string;
  words?: string;
  /** A notice asked, not a turn: the very next message may answer. */
  told?: boolean;
};

/** What a clerk may have asked that no source answers. */
export const clerkQuestions = ['proxy', 'abroad', 'ledger'] as const;

export const releaseStages = [
  'lender',
  'seized',
  'certificate',
  'ready',
  'slot',
  'phone',
  'code',
  'booked',
  'change',
  'move',
] as const;
export type ReleasePlan = {
  at: (typeof releaseStages)[number];
  id: string;
  lender?: string;
  lenderName?: string;
  /** The owner has a court document and applies alone: no lender is asked for. */
  alone?: boolean;
  certificateWith?: Side;
  /** The times that were offered last. */
  times?: readonly Instant[];
  booking?: string;
  start?: Instant;
  phone?: string;
  link?: string;
};

/** `code`: kept while the phone is not shown to be theirs. `times`: those that were offered last. */
export const callStages = ['code', 'booked'] as const;
export type CallPlan = {
  at: (typeof callStages)[number];
  id: string;
  start: Instant;
  number: string;
  phone: string;
  times?: readonly Instant[];
};

export const helperStages = ['who', 'consent'] as const;
export type HelperPlan = { at: (typeof helperStages)[number]; name?: string; relation?: string };

export const emptyTalk: Talk = { topics: [], offers: {}, refusals: 0 };

export type OpenDialog =
  | { name: 'question'; service: string; question: string }
  | { name: 'restate'; label: string; text: string }
  | { name: 'message'; stage: 'what' | 'phone'; what?: string; callBack?: boolean }
  /** What they stand at is kept in the talk, so that nothing typed is lost when something else comes in between. */
  | { name: 'report' }
  | { name: 'own' }
  | { name: 'release' }
  | { name: 'call-back' }
  | { name: 'helper' };

/** One message, read once. */
export type Heard = {
  text: string;
  /** Lower case, half width, without spaces and signs. */
  plain: string;
  english: boolean;
  understood: Understanding;
  entities: readonly Entity[];
  facets: readonly Facet[];
  /** It asks something, rather than telling. */
  asks: boolean;
};

export type Knowledge = {
  published(): readonly PublishedAnswer[];
  points(): readonly ServicePoint[];
  steps(): readonly StepCard[];
};

export type Scene = {
  conversation: Conversation;
  talk: Talk;
  heard: Heard;
  now: Instant;
  office: Office;
  around: Surroundings;
  language: Language;
  elder: boolean;
  /** Comes first in a line, by what was said before or just now. */
  first: boolean;
  /** Said just now, and not so before. */
  lane?: LaneWish;
  open: OpenDialog | undefined;
  knowledge: Knowledge;
  p: Phrases;
};

/** A button whose meaning is remembered as a code, or one that the page itself understands. */
export type Offer = { label: string; code: string } | Button;
export type Draft = { say: string; offers?: readonly Offer[]; card?: Card; photos?: ShownPhotos; rateable?: boolean };

export type Said = {
  replies: Draft[];
  talk?: Partial<Talk>;
  change?: BotChange;
  effects?: Effect[];
  /** A dialog to open, or the open one to give up; unchanged if missing. */
  dialog?: OpenDialog | 'close';
};

export const said = (reply: Draft, more: Omit<Said, 'replies'> = {}): Said => ({ replies: [reply], ...more });
export const offer = (label: string, code: string): Offer => ({ label, code });

export const topicOf = (scene: Scene): string | undefined => scene.talk.topics.at(-1) ?? scene.conversation.topic;

/** The matter comes to the front; four are enough for one visit. */
export const withTopic = (scene: Scene, ...services: string[]): readonly string[] =>
  [...scene.talk.topics.filter((t) => !services.includes(t)), ...services].slice(-4);
