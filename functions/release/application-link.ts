/** What was settled in a talk becomes the beginning of an application, and the phone gets the link that opens it. */
import type { DeliveryId, OfficeId } from '../../models/ids.ts';
import type { PlannedRelease } from '../../models/release/release-desk.ts';
import { msOf, plus } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { LINK_MS, RELEASE_LINK } from './release-address.ts';

type Planned = PlannedRelease & { office: OfficeId; phone: string; language: 'zh' | 'en'; message: DeliveryId };

/** The link proves the confirmed phone: it opens this one application, for as long as the draft lives. */
export async function linkToApplication(deps: Deps, plan: Planned): Promise<string> {
  const { id, office, lender, certificateWith, phone, language, message } = plan;
  const now = deps.now();
  const before = await deps.applicationDrafts.find(id, now);
  await deps.applicationDrafts.save({
    id,
    photos: before?.photos ?? {},
    typed: {
      ...before?.typed,
      office,
      who: 'self',
      basis: lender === undefined ? 'court-document' : 'joint',
      where: certificateWith === 'lender' ? 'lender' : 'me',
      ...(lender === undefined ? {} : { lender }),
      phone,
    },
    confirmed: { phone, at: now },
    at: now,
    until: plus(now, LINK_MS),
  });
  const link = `${deps.origin}/release/begun/${deps.signer.sign(RELEASE_LINK, { m: id }, msOf(now) + LINK_MS)}`;
  await deps.sms.send({ id: `${message}-link`, to: phone, template: 'release-link', values: { link }, language });
  return link;
}
