/** The operators' window to what could not be told: the list, another try, and the texts to file with the carrier. */
import * as z from 'zod';
import { listSmsTemplates, setSmsTemplates } from '../../functions/access/keep-sms-templates.ts';
import { listFailedNotices, sendNoticeAgain } from '../../functions/aftermath/tend-notices.ts';
import { SmsTemplateIds } from '../../models/access/sms-templates.ts';
import { ListNotices, OneNotice } from '../../models/aftermath/notice-requests.ts';
import { openWindow, staffRoute } from './window.ts';

export const handler = openWindow({
  'GET /api/notices': staffRoute('tend-notices', ListNotices, listFailedNotices),
  'POST /api/notices/{id}/again': staffRoute('tend-notices', OneNotice, sendNoticeAgain),
  'GET /api/notices/templates': staffRoute('tend-notices', z.strictObject({}), listSmsTemplates),
  'PUT /api/notices/templates': staffRoute('keep-sms-templates', SmsTemplateIds, setSmsTemplates),
});
