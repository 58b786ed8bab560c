/** The office sees its lenders: lists, one with its agents, photos, and a number in full for a reason. */
import { shownAgent, phoneRevealed } from '../../models/access/agent.ts';
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { lenderStates, type LenderStateName } from '../../models/release/lender-kinds.ts';
import { revealed } from '../../models/release/lender-changes.ts';
import type { ListLenders, OneLender, OneLenderPhoto, RevealOnLender } from '../../models/release/lender-requests.ts';
import {
  lenderRow,
  shownApplication,
  shownLender,
  type LenderRow,
  type OpenedLender,
} from '../../models/release/lender-views.ts';
import { viewPhoto } from '../conversation/photos.ts';
import type { Deps } from '../deps.ts';
import { findLenderFor } from './find-lender.ts';

const PAGE = 50;

export async function listLenders(
  deps: Deps,
  by: Officer,
  { state, cursor }: ListLenders,
): Promise<Outcome<{ lenders: LenderRow[]; counts: Record<LenderStateName, number>; next?: string }>> {
  const [page, ...counts] = await Promise.all([
    deps.lenders.ofState(by.office, state, PAGE, cursor),
    ...lenderStates.map((one) => deps.lenders.count(by.office, one)),
  ]);
  return done({
    lenders: page.lenders.map(lenderRow),
    counts: Object.fromEntries(lenderStates.map((one, n) => [one, counts[n] ?? 0])) as Record<LenderStateName, number>,
    ...(page.next === undefined ? {} : { next: page.next }),
  });
}

export async function openLender(deps: Deps, by: Officer, { id }: OneLender): Promise<Outcome<OpenedLender>> {
  const found = await findLenderFor(deps, by, id);
  if (!found.ok) return found;
  const [agents, applications, reveals] = await Promise.all([
    deps.staff.agentsOf(id),
    deps.lenders.applications(id),
    deps.lenders.reasons(id),
  ]);
  return done({
    lender: shownLender(found.value, by.id),
    agents: agents
      .map((agent) => shownAgent(agent, deps.now()))
      .filter((agent) => agent !== undefined)
      .sort((a, b) => (a.mandate.until < b.mandate.until ? -1 : 1)),
    applications: applications.map(shownApplication),
    reveals,
  });
}

/** Photos of the record, of its agents' mandates and of applications beside it. */
export async function viewLenderPhoto(
  deps: Deps,
  by: Officer,
  { id, photo }: OneLenderPhoto,
): Promise<Outcome<string>> {
  const found = await findLenderFor(deps, by, id);
  if (!found.ok) return found;
  const attachment = await deps.attachments.find(photo);
  if (attachment === undefined) return refused('not-found', 'no such photo');
  const own = attachment.parent === id || [...found.value.licence, ...found.value.seal].includes(photo);
  const belongs = own || (await deps.lenders.applications(id)).some((one) => one.id === attachment.parent);
  return belongs ? viewPhoto(deps, attachment.parent, photo) : refused('not-found', 'no such photo');
}

/** For a reason that is kept; every time is an audit line on the record whose number it is. */
export async function revealOnLender(
  deps: Deps,
  by: Officer,
  { id, agent, reason }: RevealOnLender,
): Promise<Outcome<{ value: string }>> {
  const found = await findLenderFor(deps, by, id);
  if (!found.ok) return found;
  const act = { at: deps.now(), by: by.id };
  const keep = (of: string): Promise<void> => deps.lenders.keepReason(id, { id: deps.newId(), ...act, of, reason });
  if (agent === undefined) {
    const kept = await deps.lenders.save(revealed(found.value, act), found.value);
    if (!kept.ok) return kept;
    await keep('contact');
    const { name, phone } = found.value.contact;
    return done({ value: `${name} ${phone}` });
  }
  const person = await deps.staff.find(agent);
  if (!person.ok || person.value.lender !== id || person.value.phone === undefined)
    return refused('not-found', 'no such agent');
  const kept = await deps.staff.save(phoneRevealed(person.value, act));
  if (!kept.ok) return kept;
  await keep(agent);
  return done({ value: person.value.phone });
}
