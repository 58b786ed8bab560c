/** The operators' window to what could not be told: the list, another try, and the texts to file with the carrier. */
import { z } from 'zod';
import { listFailedNotices, sendNoticeAgain } from '../../functions/aftermath/tend-notices.ts';
import { ListNotices, OneNotice } from '../../models/aftermath/notice-requests.ts';
import { done } from '../../models/outcome.ts';
import { noticeTemplates } from '../../models/phrasebook/notice-templates.ts';
import { openWindow, staffRoute } from './window.ts';

export const handler = openWindow({
  'GET /api/notices': staffRoute('tend-notices', ListNotices, listFailedNotices),
  'POST /api/notices/{id}/again': staffRoute('tend-notices', OneNotice, sendNoticeAgain),
  'GET /api/notices/templates': staffRoute('tend-notices', z.strictObject({}), () =>
    Promise.resolve(done({ templates: noticeTemplates() })),
  ),
});
