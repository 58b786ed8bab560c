/** Who takes part in releasing a mortgage: the owner of the vehicle, the lender's agent, the officer, and a helper at the owner's side. */
import * as z from 'zod';

export const parties = ['owner', 'lender', 'officer', 'helper'] as const;
export const Party = z.enum(parties);
export type Party = z.infer<typeof Party>;

/** Those whose will the law asks for (令164 art. 33): both, or either one with a court document. */
export const Side = z.enum(['owner', 'lender']);
export type Side = z.infer<typeof Side>;

/** `joint`: owner and lender apply together (art. 33 ¶1). `court-document`: either of them alone (art. 33 ¶2). */
export const Basis = z.enum(['joint', 'court-document']);
export type Basis = z.infer<typeof Basis>;
