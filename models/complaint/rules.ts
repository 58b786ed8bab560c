/** The promises of each office in numbers: how soon somebody calls, how soon it is answered, when whom is reminded. Configuration, not law. */
import type { ClockRule } from '../clock/clock.ts';
import type { OfficeId } from '../ids.ts';
import { DAY, MINUTE } from '../time.ts';
import type { ProblemKind, Urgency } from './kinds.ts';

/**
 * No national limit exists for the window; the defaults follow published practice elsewhere (5 and 15 working days: 天津, 江苏;
 * contact on the same day: 广元) and each office confirms its own: `example` says that it has not yet.
 */
export type ComplaintRules = {
  firstContact: ClockRule;
  answer: Record<Urgency, ClockRule>;
  /** Working days by which an answer may be put off, once, before it is due, with a manager's approval. */
  extensionDays: { most: number };
  /** What a low grade starts: a call by somebody else, and putting it right (5 days: 德州; elsewhere 15). */
  callBack: ClockRule;
  rectification: ClockRule;
  /** An answer that nobody confirms is filed away after this, uncounted as satisfied. */
  silence: ClockRule;
  /** After a first contact an open matter in which nobody of the office does anything for so long has fallen silent. */
  fallsSilent: ClockRule;
  /** While the office waits for papers, the person is reminded after this. */
  waitingReminder: ClockRule;
  checkBackMs: number;
  /** Shares of an answer's time at which the ladder's steps are taken, and the last call in minutes before the end. */
  ladder: { remind: number; supervise: number; lastCallMinutes: number };
  /** So many owners make it a problem case, one level up. */
  ownersForProblem: number;
  /** So often may a person ask again before it goes a level up by itself. */
  pressesForLevel: number;
  /** How long a colleague who asked may see a whole number, once a manager agreed. */
  revealMs: number;
  /** Kinds of trouble that may be reported without a name: they need no file of one's own to be looked into. */
  anonymous: readonly ProblemKind[];
  example: boolean;
};

const working = (amount: number): ClockRule => ({ unit: 'working-days', amount });
const sameDay: ClockRule = { unit: 'same-day', amount: 0 };

const defaults: ComplaintRules = {
  firstContact: sameDay,
  answer: { today: sameDay, ordinary: working(5), complex: working(15) },
  extensionDays: { most: 10 },
  callBack: sameDay,
  rectification: working(5),
  silence: working(7),
  fallsSilent: working(2),
  waitingReminder: working(5),
  checkBackMs: 28 * DAY,
  ladder: { remind: 0.5, supervise: 0.8, lastCallMinutes: 15 },
  ownersForProblem: 3,
  pressesForLevel: 3,
  revealMs: 30 * MINUTE,
  anonymous: ['attitude-or-buck-passing', 'system-fault', 'appointment-shortage', 'policy-question'],
  example: true,
};

/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, Partial<ComplaintRules>>> = {};

export const rulesOf = (office: OfficeId): ComplaintRules => ({ ...defaults, ...own[office] });

/** Which office a number belongs to. */
export const letters = { yinchuan: 'YC', yanchi: 'YN', pingluo: 'PL', zhongning: 'ZN' } as const satisfies Record<
  OfficeId,
  string
>;
