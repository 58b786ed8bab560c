/** Finds guides for an officer to put under an answer: one ready sentence each, with its source. */
import { checklistFor } from '../../models/guidance/checklist.ts';
import { services } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';
import type { OfficeId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';

export type FoundGuide = { id: string; nameZh: string; nameEn: string; says: string; href: string };

const MOST = 12;

export function findGuides(q: string, office: OfficeId): FoundGuide[] {
  const found = q === '' ? services : searchServices(q).map(({ service }) => service);
  return found.slice(0, MOST).map((service) => ({
    id: service.id,
    nameZh: service.nameZh,
    nameEn: service.nameEn,
    says: `${service.nameZh}：带${checklistFor(service, {}, officeOf(office))
      .items.filter((item) => item.onlyIf === undefined)
      .map((item) => item.nameZh)
      .join('、')}。`,
    href: `/guides/${service.id}?office=${office}`,
  }));
}
