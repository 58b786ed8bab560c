/** Tells the managers that another system has not answered for days and hears nothing any more. */
import { noticeId } from '../../../models/aftermath/notice-about.ts';
import { tellManagers } from './tell-managers.ts';
import type { Teller } from './tellers.ts';

export const tellWebhook: Teller<'webhook'> = async (deps, notice) => {
  const webhook = await deps.webhooks.find(notice.about.id);
  if (webhook?.state !== 'given-up') return 'dropped';
  return tellManagers(deps, notice.office, {
    key: `${notice.at}#${noticeId(notice)}`,
    at: notice.at,
    of: 'webhook',
    id: webhook.id,
    byName: webhook.name,
    why: 'webhook-given-up',
  });
};
