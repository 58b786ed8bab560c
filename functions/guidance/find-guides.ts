/** Finds guides for an officer to put under an answer: one ready sentence each, with its source. */
import { services } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';
import type { OfficeId } from '../../models/ids.ts';

export type FoundGuide = { id: string; nameZh: string; nameEn: string; says: string; href: string };

const MOST = 12;

export function findGuides(q: string, office: OfficeId): FoundGuide[] {
  const found = q === '' ? services : searchServices(q).map(({ service }) => service);
  return found.slice(0, MOST).map((service) => ({
    id: service.id,
    nameZh: service.nameZh,
    nameEn: service.nameEn,
    says: `${service.nameZh}：带${service.materials.map((material) => material.nameZh).join('、')}。`,
    href: `/guides/${service.id}?office=${office}`,
  }));
}
