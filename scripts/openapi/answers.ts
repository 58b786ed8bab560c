/** What the windows answer, where a schema for it stands with its record. */
import type { z } from 'zod';
import { Me } from '../../models/access/staff.ts';
import { FailedNotices } from '../../models/aftermath/notice-requests.ts';
import { MatterFile } from '../../models/complaint/views.ts';
import { OfficerView } from '../../models/conversation/views.ts';

export const answers: Record<string, z.ZodType> = {
  'GET /api/matters/{id}': MatterFile,
  'POST /api/matters/{id}/acts': MatterFile,
  'GET /api/desk/conversations/{id}': OfficerView,
  'GET /api/staff/me': Me,
  'GET /api/notices': FailedNotices,
};
