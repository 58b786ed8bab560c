/** The one-time code that is handed over with a new or reset account. */
import type { NewKeys } from '../../models/access/account.ts';
import { newCodeSecret } from '../../models/access/one-time-code.ts';
import type { Deps } from '../deps.ts';

/** Eighty random bits in four groups that can be read out, `K7QF-0M2X-9TVB-3WHD`. */
export const newEnrolmentCode = (deps: Pick<Deps, 'newId'>): string =>
  (deps.newId().slice(-16).match(/.{4}/gu) ?? []).join('-');

/** However it was typed: small letters, blanks, and O for 0 or I for 1. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');

export const newKeys = (deps: Pick<Deps, 'staff'>, code: string): NewKeys => ({
  digest: deps.staff.digestOf(tidyCode(code)),
  secret: newCodeSecret(),
});
