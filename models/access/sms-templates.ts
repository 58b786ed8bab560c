/** Under which number the carrier has filed each of our sentences: approved there, entered here by an operator. */
import * as z from 'zod';
import type { SmsMessage } from './sms.ts';

const TemplateId = z.string().regex(/^[A-Za-z0-9_]{1,32}$/);
/** `matter-accepted#zh`. */
const TemplateName = z.string().regex(/^[a-z0-9-]{3,60}#(?:zh|en)$/);

export const SmsTemplateIds = z.strictObject({
  version: z.int().nonnegative(),
  ids: z.record(TemplateName, TemplateId),
});
export type SmsTemplateIds = z.infer<typeof SmsTemplateIds>;

export const templateName = ({ template, language }: Pick<SmsMessage, 'template' | 'language'>): string =>
  `${template}#${language}`;

export interface SmsTemplates {
  read(): Promise<SmsTemplateIds>;
  /** Over the version that was read; false when somebody else wrote first. */
  save(ids: SmsTemplateIds): Promise<boolean>;
}
