/** What has to be done in the call, in this order, and whom each step asks; none can be left out. */
import * as z from 'zod';
import type { Basis, Side } from './parties.ts';

/**
 * `eligibility`: mortgaged here, not seized, lender enrolled, as looked up by the officer. `consent`: told of the recording, agreed.
 * `identity`: document shown, a live person beside it. `challenge`: three movements in an order nobody can foresee. `code`: the code sent
 * to the confirmed phone, typed during the call. `mandate`: the lender's authority for this agent, or an owner's for a proxy.
 * `statement`: the will, read aloud (plate, certificate, contract, “agree to release”). `certificate`: the certificate shown and compared.
 * `custody`: how the certificate comes here and goes back.
 */
export const steps = [
  'eligibility',
  'consent',
  'identity',
  'challenge',
  'code',
  'mandate',
  'statement',
  'certificate',
  'custody',
] as const;
export const Step = z.enum(steps);
export type Step = z.infer<typeof Step>;

/** Whom a step is done with; `case` for what concerns the matter as a whole. */
export const StepParty = z.enum(['case', 'owner', 'lender']);
export type StepParty = z.infer<typeof StepParty>;
export type Cell = `${Step}:${StepParty}`;

export type Shape = {
  basis: Basis;
  /** Who applies: both, or the one who has the court document. */
  sides: readonly Side[];
  certificateWith: Side;
  /** Somebody acts for the owner by power of attorney (令164 art. 86). */
  ownerByProxy: boolean;
};

/** The cells that must be ticked before a decision, in the order of the script. */
export function requiredCells({ sides, certificateWith, ownerByProxy }: Shape): Cell[] {
  const each = (step: Step): Cell[] => sides.map((side): Cell => `${step}:${side}`);
  const holder = sides.includes(certificateWith) ? certificateWith : (sides[0] ?? 'owner');
  return [
    'eligibility:case',
    ...each('consent'),
    ...each('identity'),
    ...each('challenge'),
    ...each('code'),
    ...sides.filter((side) => side === 'lender' || ownerByProxy).map((side): Cell => `mandate:${side}`),
    ...each('statement'),
    `certificate:${holder}`,
    'custody:case',
  ];
}

/** A cell is open only when all that the same person has to do before it is done; another person's order is their own. */
export function blockedBy(cell: Cell, ticked: ReadonlySet<string>, required: readonly Cell[]): Cell | undefined {
  const [, party] = cell.split(':');
  const before = required.slice(0, required.indexOf(cell));
  return before.find(
    (one) => !ticked.has(one) && (party === 'case' || one.endsWith(`:${String(party)}`) || one === 'eligibility:case'),
  );
}
