/** What a page finds when it tries camera, microphone, light and network before the call. */

export const checkParts = ['camera', 'microphone', 'light', 'network'] as const;
export type CheckPart = (typeof checkParts)[number];

/**
 * All that can be found; each has its advice in the phrasebook. `refused`: the person or the browser said no. `none`: there is no such
 * device. `busy`: another program has it. `unsupported`: this browser cannot make calls. `in-wechat`: WeChat's own browser, which does
 * not give the camera to pages; the page has to be opened in another one. `relayed`: also where no direct way leads, the office's relay is
 * reached. `unset`: the office has no relay; `untried`: it gave no pass to it this time.
 */
export const findings = {
  camera: ['good', 'refused', 'none', 'busy', 'unsupported', 'in-wechat'],
  microphone: ['good', 'quiet', 'refused', 'none', 'busy', 'unsupported', 'in-wechat'],
  light: ['good', 'dark', 'glaring', 'not-seen'],
  network: ['good', 'relayed', 'unset', 'untried', 'slow', 'no-relay', 'offline'],
} as const satisfies Record<CheckPart, readonly string[]>;
export type Finding<P extends CheckPart = CheckPart> = (typeof findings)[P][number];
export type Findings = { [P in CheckPart]: Finding<P> };

/** With a warning one may go in; with a failure one cannot take part. */
const passes: readonly Finding[] = ['good', 'relayed', 'unset'];
const warnings: readonly Finding[] = ['quiet', 'dark', 'glaring', 'not-seen', 'untried', 'slow', 'no-relay'];
export type Verdict = 'pass' | 'warn' | 'fail';
export const verdictOf = (finding: Finding): Verdict =>
  passes.includes(finding) ? 'pass' : warnings.includes(finding) ? 'warn' : 'fail';

export const mayEnter = (check: Findings): boolean => checkParts.every((part) => verdictOf(check[part]) !== 'fail');
