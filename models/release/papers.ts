/** The papers that the law asks for a release, and no other: whoever asks for more breaks 令164 art. 83(4). */
import * as z from 'zod';
import type { Side } from './parties.ts';
import type { Shape } from './steps.ts';

export const paperKinds = [
  'owner-identity',
  'lender-identity',
  'certificate',
  'owner-mandate',
  'proxy-identity',
  'agent-mandate',
  'agent-identity',
  'court-ruling',
  'assistance-notice',
] as const;
export const PaperKind = z.enum(paperKinds);
export type PaperKind = z.infer<typeof PaperKind>;

/** What each paper rests on. A 贷款结清证明, the 行驶证 and the loan contract are not on the list (facts 1.1). */
export const articleOf = {
  'owner-identity': '令164 art. 33',
  'lender-identity': '令164 art. 33, 89',
  certificate: '令164 art. 33',
  'owner-mandate': '令164 art. 86',
  'proxy-identity': '令164 art. 86',
  'agent-mandate': '令164 art. 86, 89',
  'agent-identity': '令164 art. 86, 89',
  'court-ruling': '令164 art. 33 ¶2',
  'assistance-notice': '令164 art. 33 ¶2',
} as const satisfies Record<PaperKind, string>;

/**
 * `handed-in`: photographed for this release. `on-file`: the office has it from the lender's registration and must not ask again (国务院令716
 * art. 7).
 */
export type RequiredPaper = { kind: PaperKind; of: Side; from: 'handed-in' | 'on-file' };

export function requiredPapers(shape: Shape): RequiredPaper[] {
  const { basis, sides, ownerByProxy, certificateWith } = shape;
  const papers: RequiredPaper[] = [];
  const add = (of: Side, from: RequiredPaper['from'], ...kinds: PaperKind[]): void => {
    for (const kind of kinds) papers.push({ kind, of, from });
  };
  if (sides.includes('owner')) {
    add('owner', 'handed-in', 'owner-identity');
    if (ownerByProxy) add('owner', 'handed-in', 'owner-mandate', 'proxy-identity');
  }
  if (sides.includes('lender')) add('lender', 'on-file', 'lender-identity', 'agent-mandate', 'agent-identity');
  // Whoever applies alone has to have the certificate at hand.
  add(sides.includes(certificateWith) ? certificateWith : (sides[0] ?? 'owner'), 'handed-in', 'certificate');
  if (basis === 'court-document') add(sides[0] ?? 'owner', 'handed-in', 'court-ruling', 'assistance-notice');
  return papers;
}

/** Why a photographed paper is not good; the words beside it say what to do. */
export const defects = [
  'unreadable',
  'incomplete',
  'expired',
  'wrong-paper',
  'names-differ',
  'no-seal',
  'other',
] as const;
export const Defect = z.enum(defects);
export type Defect = z.infer<typeof Defect>;
