/** What each office may set for releases by video. Law is not in here; what the province has yet to decide is marked as example. */
import type { ClockRule } from '../clock/clock.ts';
import type { OfficeId } from '../ids.ts';
import { DAY, MINUTE } from '../time.ts';

export type ReleaseRules = {
  /** 令164 art. 33: within one working day from acceptance. Law, not configuration; here so that it has one place. */
  decision: ClockRule;
  /** How long an application waits for papers, or for an appointment, before it expires; it may be filed anew at once. */
  waitsMs: number;
  /** A party that was cut off comes back to the same seat within this. */
  returnMs: number;
  /** How long a call is open before a colleague may come in the place of an agent who is not there. */
  agentWaitsMs: number;
  /** Wrong codes in a call before a new one must be sent. */
  codeTries: number;
  /** Movements asked in a challenge, out of the list. */
  challenges: number;
  /** Seconds without picture or sound that count as a gap. */
  gapSeconds: number;
  example: boolean;
};

const defaults: ReleaseRules = {
  decision: { unit: 'working-days', amount: 1 },
  waitsMs: 30 * DAY,
  returnMs: 10 * MINUTE,
  agentWaitsMs: 5 * MINUTE,
  codeTries: 5,
  challenges: 3,
  gapSeconds: 2,
  example: true,
};

/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, Partial<ReleaseRules>>> = {};

export const releaseRulesOf = (office: OfficeId): ReleaseRules => ({ ...defaults, ...own[office] });
