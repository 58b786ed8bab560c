/** The service that replaces a paper when it is lost. */
import type { ChecklistItem } from './checklist.ts';
import type { ServiceId } from './service.ts';

const replacedBy: Record<string, ServiceId> = {
  'registration-certificate': 'replace-registration-certificate',
  'vehicle-licence': 'replace-vehicle-licence',
  'driving-licence': 'licence-replace-lost',
  plates: 'replace-plate',
};

/** Undefined where nothing replaces it, or where replacing it is what the person came for. */
export function replacedIn({ id, services }: Pick<ChecklistItem, 'id' | 'services'>): ServiceId | undefined {
  const service = replacedBy[id];
  return service === undefined || services.includes(service) ? undefined : service;
}
