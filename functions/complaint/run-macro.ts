/** Takes a macro's steps on several matters, or says beforehand what each step would do and why one would not go. */
import type { Officer } from '../../models/access/staff.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import {
  deedOf,
  type Macro,
  type MacroReport,
  type MacroVariables,
  type RunMacro,
  type StepReport,
} from '../../models/complaint/macro.ts';
import { macrosOf } from '../../models/complaint/macros.ts';
import type { StaffAct } from '../../models/complaint/requests.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome, type Refusal } from '../../models/outcome.ts';
import { refusalSentence, type Language } from '../../models/phrasebook/refusals.ts';
import type { Deps } from '../deps.ts';
import { actOnMatter, isForManagers } from './act-on-matter.ts';
import { legalPapers } from './aid-matter.ts';
import { findMatterFor } from './open-matter.ts';
import { ruleStaffAct } from './rule-staff-act.ts';

/** Matters are taken one after the other: what one officer changes stays one change at a time. */
export async function runMacro(
  deps: Deps,
  by: Officer,
  { code, matters, dry, run }: RunMacro,
  language: Language,
): Promise<Outcome<{ reports: MacroReport[] }>> {
  const macro = macrosOf(await deps.macros.of(by.office)).find((one) => one.code === code);
  if (macro === undefined) return refused('not-found', 'no such macro');
  const reports: MacroReport[] = [];
  for (const { id, seen } of matters) {
    const found = await findMatterFor(deps, by, id);
    if (!found.ok) return found;
    const c = found.value;
    const variables = variablesOf(c, by);
    const steps = dry
      ? await rehearse(deps, by, c, macro, variables, language)
      : await take(deps, by, c, { macro, seen, run, variables, language });
    reports.push({ id, number: c.number, title: c.matter.title, steps });
  }
  return done({ reports });
}

const variablesOf = (c: Complaint, by: Officer): MacroVariables => ({
  编号: c.number,
  事项: c.matter.title,
  我: by.name,
  单位: officeOf(c.office).nameZh,
});

const refusedStep = (act: string, refusal: Refusal, language: Language): StepReport => ({
  act,
  result: 'refused',
  sentence: refusalSentence(refusal, language),
});
const leftOut = ({ act }: { act: string }): StepReport => ({ act, result: 'left-out' });
const wordsOf = (deed: StaffAct): Pick<StepReport, 'words'> => {
  if ('text' in deed) return { words: deed.text };
  if ('words' in deed && deed.words !== undefined) return { words: deed.words };
  if ('reason' in deed) return { words: deed.reason };
  return 'texts' in deed ? { words: deed.texts.join('、') } : {};
};

/** The same rules on a copy that is never filed. */
async function rehearse(
  deps: Deps,
  by: Officer,
  first: Complaint,
  { steps }: Macro,
  variables: MacroVariables,
  language: Language,
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  let c = first;
  for (const [index, step] of steps.entries()) {
    const deed = deedOf(step, c, variables, legalPapers(c));
    if (deed === undefined) {
      reports.push({ act: step.act, result: 'nothing' });
      continue;
    }
    const ruled = isForManagers(deed.act, by)
      ? refused('not-allowed', 'this is for a manager')
      : await ruleStaffAct(deps, by, c, deed, deps.now());
    if (!ruled.ok)
      return [...reports, refusedStep(step.act, ruled.refusal, language), ...steps.slice(index + 1).map(leftOut)];
    c = ruled.value.complaint;
    reports.push({ act: step.act, result: 'done', ...wordsOf(deed) });
  }
  return reports;
}

type Run = { macro: Macro; seen: number; run: DeliveryId; variables: MacroVariables; language: Language };

/** Each step has its own delivery id, made of the run's: a repeat after a crash takes only what is still to be taken. */
async function take(deps: Deps, by: Officer, first: Complaint, how: Run): Promise<StepReport[]> {
  const { macro, run, variables, language } = how;
  const reports: StepReport[] = [];
  let { seen } = how;
  let c = first;
  for (const [index, step] of macro.steps.entries()) {
    const deed = deedOf(step, c, variables, legalPapers(c));
    if (deed === undefined) {
      reports.push({ act: step.act, result: 'nothing' });
      continue;
    }
    const delivery = `${run}-${String(index)}` as DeliveryId;
    const acted = await actOnMatter(deps, by, { id: c.id, delivery, seen, what: deed });
    if (!acted.ok)
      return [...reports, refusedStep(step.act, acted.refusal, language), ...macro.steps.slice(index + 1).map(leftOut)];
    seen = acted.value.row.version;
    const now = await findMatterFor(deps, by, c.id);
    if (now.ok) c = now.value;
    reports.push({ act: step.act, result: 'done', ...wordsOf(deed) });
  }
  return reports;
}
