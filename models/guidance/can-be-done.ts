/** Whether the catalogue says that an office does a service: a “no” to that is never just a no. */
import type { OfficeId } from '../ids.ts';
import { offers } from '../office/office.ts';
import { officeOf } from '../office/offices.ts';
import { serviceById } from './catalogue.ts';

export function canBeDone(office: OfficeId, service: string): boolean {
  const found = serviceById(service);
  return found !== undefined && offers(officeOf(office), found.id);
}
