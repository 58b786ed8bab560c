/** The office's macros: which there are, and how one is written, changed or put away. */
import type { Officer } from '../../models/access/staff.ts';
import type { Macro } from '../../models/complaint/macro.ts';
import { macrosOf, shippedMacro, type ShownMacro } from '../../models/complaint/macros.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function listMacros(deps: Deps, by: Officer): Promise<Outcome<{ macros: ShownMacro[] }>> {
  return done({ macros: macrosOf(await deps.macros.of(by.office)) });
}

export async function saveMacro(deps: Deps, by: Officer, macro: Macro): Promise<Outcome<{ macros: ShownMacro[] }>> {
  await deps.macros.save(by.office, macro);
  return listMacros(deps, by);
}

/** A changed shipped macro comes back as shipped; a shipped one stays away from this office. */
export async function removeMacro(deps: Deps, by: Officer, code: string): Promise<Outcome<{ macros: ShownMacro[] }>> {
  const shipped = shippedMacro(code) !== undefined;
  const changed = (await deps.macros.of(by.office)).some((macro) => macro.code === code && 'steps' in macro);
  if (shipped && !changed) await deps.macros.save(by.office, { code, removed: true });
  else await deps.macros.forget(by.office, code);
  return listMacros(deps, by);
}
