/** Tells a lender's contact by short message what was decided about it. */
import { officeOf } from '../../../models/office/offices.ts';
import { lenderNews } from '../../../models/phrasebook/lender-notices.ts';
import { sendToPhone } from './hand-over.ts';
import type { Teller } from './tellers.ts';

export const tellLender: Teller<'lender'> = async (deps, notice) => {
  const found = await deps.lenders.find(notice.about.id);
  if (!found.ok) return 'dropped';
  const lender = found.value;
  // Handed in again meanwhile: the reasons of the earlier return would mislead.
  if (notice.about.news === 'return' && lender.state.name !== 'returned') return 'dropped';
  return sendToPhone(deps, notice, lender.contact.phone, {
    ...lenderNews(notice.about.news, lender, officeOf(lender.office).nameZh, deps.origin),
    language: 'zh',
  });
};
