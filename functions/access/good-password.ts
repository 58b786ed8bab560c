/** Takes a new password or says everything that is wrong with it. */
import type { PasswordFault } from '../../models/access/password-fault.ts';
import { passwordFaults } from '../../models/access/password-rules.ts';
import type { Staff } from '../../models/access/staff.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';

/** The refusal speaks of the worst fault and brings all of them as `faults`. */
export async function goodPassword(
  password: string,
  { id, name, office }: Pick<Staff, 'id' | 'name' | 'office'>,
): Promise<Outcome<void>> {
  const faults = await passwordFaults(password, { id, name, office, officeName: officeOf(office).nameZh });
  const [worst] = faults;
  return worst === undefined ? done(undefined) : notTaken(worst, faults);
}

export const notTaken = (
  worst: PasswordFault,
  faults: PasswordFault[],
): Outcome<never> & { faults: PasswordFault[] } => ({
  ...refused('bad-input', `password ${worst}`),
  faults,
});
