/** The window that anybody may look through: the published digests of the office's records. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { showEvidenceKeys } from '../../functions/release/show-evidence-keys.ts';
import { showIntegrity } from '../../functions/aftermath/show-integrity.ts';
import { integrityPage } from './oversight-pages/integrity-page.ts';
import { pageHeaders } from './page-headers.ts';
import { json } from './problem.ts';
import { openWindow, publicRoute } from './window.ts';

const AskPage = z.object({ lang: z.enum(['zh', 'en']).optional() });
/** What is published changes once a day. */
const kept = { 'cache-control': 'public, max-age=300' };

export const handler = openWindow({
  'GET /integrity': publicRoute(AskPage, async (deps, { lang = 'zh' }) => {
    const nonce = randomBytes(16).toString('base64');
    return {
      statusCode: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...pageHeaders('guide', nonce),
        'cache-control': 'no-cache',
      },
      body: integrityPage(await showIntegrity(deps), lang, nonce),
    };
  }),
  'GET /integrity.json': publicRoute(z.object({}), async (deps) => json(200, await showIntegrity(deps), kept)),
  'GET /integrity/evidence-keys.json': publicRoute(z.object({}), async (deps) =>
    json(200, await showEvidenceKeys(deps), kept),
  ),
});
