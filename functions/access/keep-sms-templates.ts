/** An operator enters under which number the carrier has approved each of our sentences. */
import type { Officer } from '../../models/access/staff.ts';
import { templateName, type SmsTemplateIds } from '../../models/access/sms-templates.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { noticeTemplates } from '../../models/phrasebook/notice-templates.ts';
import type { Deps } from '../deps.ts';

export type ShownTemplates = SmsTemplateIds & { templates: { template: string; zh: string; en: string }[] };

export async function listSmsTemplates(deps: Deps): Promise<Outcome<ShownTemplates>> {
  return done({ ...(await deps.smsTemplates.read()), templates: noticeTemplates() });
}

export async function setSmsTemplates(
  deps: Deps,
  _by: Officer,
  wanted: SmsTemplateIds,
): Promise<Outcome<ShownTemplates>> {
  const known = new Set(
    noticeTemplates().flatMap(({ template }) =>
      (['zh', 'en'] as const).map((language) => templateName({ template, language })),
    ),
  );
  if (Object.keys(wanted.ids).some((name) => !known.has(name)))
    return refused('bad-input', 'there is no such sentence');
  if (!(await deps.smsTemplates.save(wanted))) return refused('stale', 'somebody else was first');
  return listSmsTemplates(deps);
}
