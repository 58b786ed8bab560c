/** What helps an officer with one matter: the articles of its service, the papers that the law names, and what may be the same matter. */
import type { Officer } from '../../models/access/staff.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import type { MatterRow } from '../../models/complaint/views.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { rules } from '../../models/guidance/rules.ts';
import type { ComplaintId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { findMatterFor } from './open-matter.ts';

/** The name of the service comes along, so that a page need not hold the catalogue. */
export type MatterAids = {
  service?: { id: string; nameZh: string; nameEn: string };
  /** One rule with one article each, to be put under an answer. */
  citations: string[];
  papers: string[];
  /** Of the same person first, then of the same vehicle; at most 12. `samePerson`: may be merged. */
  similar: { row: MatterRow; samePerson: boolean }[];
};

/** Papers that only a special case asks for are left to the officer. */
export const legalPapers = (c: Pick<Complaint, 'service'>): string[] =>
  (c.service === undefined ? undefined : serviceById(c.service))?.materials
    .filter((m) => m.verified && m.when === undefined && m.onlyIf === undefined)
    .map((m) => m.nameZh) ?? [];

export async function aidMatter(deps: Deps, by: Officer, { id }: { id: ComplaintId }): Promise<Outcome<MatterAids>> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  const c = found.value;
  const service = c.service === undefined ? undefined : serviceById(c.service);
  const phone = c.person.phone ?? c.person.helper?.phone;
  const [ofPerson, ofVehicle] = await Promise.all([
    phone === undefined ? [] : deps.complaints.bySign('phone', phone, c.office),
    c.matter.plate === undefined
      ? []
      : deps.complaints.bySign('plate', c.matter.plate.replaceAll(/[·\s-]/gu, '').toUpperCase(), c.office),
  ]);
  const now = deps.now();
  const similar = [...new Map([...ofVehicle, ...ofPerson].map((one) => [one.id, one])).values()]
    .filter((one) => one.id !== c.id)
    .map((one) => ({
      row: matterRow(one, now),
      samePerson: one.person.phone === c.person.phone && phone !== undefined,
    }))
    .sort((a, b) => Number(b.samePerson) - Number(a.samePerson) || (a.row.filedAt < b.row.filedAt ? 1 : -1))
    .slice(0, 12);
  return done({
    ...(service === undefined ? {} : { service: { id: service.id, nameZh: service.nameZh, nameEn: service.nameEn } }),
    citations:
      service?.legal.flatMap(({ rule, main, articles }) =>
        (main.length === 0 ? articles.slice(0, 3) : main).map(
          (article) => `${rules[rule].nameZh.replace(/（.*$/u, '')}第${String(article)}条`,
        ),
      ) ?? [],
    papers: legalPapers(c),
    similar,
  });
}
