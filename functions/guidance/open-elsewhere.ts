/** What is open at this hour: the same office, or a round-the-clock desk where the matter may be done anywhere. */
import type { Service } from '../../models/guidance/service.ts';
import { offers } from '../../models/office/office.ts';
import { offices } from '../../models/office/offices.ts';
import { openingAt } from '../../models/office/opening.ts';
import type { Scene } from './talk.ts';

/** Matters that no plate and no file ties to one office. */
const anywhere: ReadonlySet<Service['place']> = new Set(['licence-any', 'anywhere', 'vehicle-location']);

export function openNow(service: Service, scene: Scene): string[] {
  const { office, now, p, elder } = scene;
  if (openingAt(office, now).open) return elder ? [p.openNow(office.shortZh)] : [];
  return [...(elder ? [] : onlineNow(service, scene)), ...allNight(service, scene)];
}

/** Round-the-clock desks of other offices that can do it; a licence moves there with it. */
function allNight(service: Service, { office, p }: Scene): string[] {
  if (!anywhere.has(service.place)) return [];
  return offices
    .filter((o) => o.id !== office.id && o.hours.roundTheClock && offers(o, service.id))
    .map((o) => (service.place === 'licence-any' ? p.open24(o.nameZh) : p.open24Vehicle(o.nameZh)));
}

const onlineNow = (service: Service, { p }: Scene): string[] =>
  service.channels.some((c) => c.kind === '12123' && c.verified) ? [p.onlineNow] : [];
