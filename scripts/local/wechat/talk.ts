/** What one person's talk with the account looks like on the phone, and what travels for it; read by the page and by tests. */

export type Article = { title: string; description: string; url: string; picUrl?: string };
export type Shown =
  | { type: 'text'; text: string }
  | { type: 'image'; media: string }
  | { type: 'voice'; media: string; heard?: string }
  | { type: 'place'; lat: number; lon: number; label: string }
  | { type: 'link'; title: string; description: string; url: string }
  | { type: 'articles'; articles: Article[] }
  | { type: 'choices'; head: string; choices: { id: string; text: string }[]; tail: string }
  | { type: 'notice'; title: string; text: string; url?: string }
  | { type: 'event'; what: 'follow' | 'unfollow' | 'scan' | 'menu' | 'page'; detail: string }
  | { type: 'unavailable' }
  | { type: 'other'; name: string };

/** How a bubble came to the phone: typed by the person, within the reply, later by the interface, as a template, or from the platform itself. */
export type Way = 'person' | 'reply' | 'late' | 'template' | 'platform';

export type Bubble = { seq: number; at: number; way: Way; shown: Shown; message?: string };

export type Person = {
  openId: string;
  name: string;
  following: boolean;
  followedAt: number;
  scene: string;
  /** Blocks the account: templates are then refused by the person. */
  blocks: boolean;
  bubbles: Bubble[];
  typingUntil: number;
};

/** One exchange between platform and product, as it travelled. */
export type Exchange = {
  seq: number;
  at: number;
  kind: 'callback' | 'interface';
  title: string;
  attempt?: number;
  tookMs: number;
  /** Outcome in a word: the HTTP status, or why there was none. */
  outcome: string;
  good: boolean;
  sent: string;
  /** What was inside, when it travelled sealed. */
  plain?: string;
  answer: string;
  answerPlain?: string;
};

export type Faults = {
  /** How often a try is lost: on its way or, as often, on its way back. */
  drop: number;
  /** How often a message is delivered three times, although it was answered. */
  repeat: number;
  /** Longest delay of a delivery; later messages then overtake earlier ones. */
  reorderMs: number;
  /** Longest time the line takes of the five seconds. */
  slowMs: number;
};
export const noFaults: Faults = { drop: 0, repeat: 0, reorderMs: 0, slowMs: 0 };
