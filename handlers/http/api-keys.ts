/** The operators' window where programs of other bodies get their keys. */
import * as z from 'zod';
import { issueApiKey, listApiKeys, revokeApiKey } from '../../functions/access/keep-api-keys.ts';
import { IssueApiKey, OneApiKey } from '../../models/access/api-key.ts';
import { openWindow, staffRoute } from './window.ts';

export const handler = openWindow({
  'GET /api/keys': staffRoute('issue-api-keys', z.strictObject({}), listApiKeys),
  'POST /api/keys': staffRoute('issue-api-keys', IssueApiKey, issueApiKey),
  'DELETE /api/keys/{id}': staffRoute('issue-api-keys', OneApiKey, revokeApiKey),
});
