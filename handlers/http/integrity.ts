/** The window that anybody may look through: the published digests of the office's records. */
import * as z from 'zod';
import { showEvidenceKeys } from '../../functions/release/show-evidence-keys.ts';
import { showIntegrity } from '../../functions/aftermath/show-integrity.ts';
import { integrityPage } from './oversight-pages/integrity-page.ts';
import { json } from './problem.ts';
import { openWindow, publicRoute } from './window.ts';
import { writtenPage } from './written-page.ts';

const AskPage = z.object({ lang: z.enum(['zh', 'en']).optional() });
/** What is published changes once a day. */
const kept = { 'cache-control': 'public, max-age=300' };

export const handler = openWindow({
  'GET /integrity': publicRoute(AskPage, async (deps, { lang = 'zh' }) => {
    const shown = await showIntegrity(deps);
    return writtenPage((nonce) => integrityPage(shown, lang, nonce), 'no-cache');
  }),
  'GET /integrity.json': publicRoute(z.object({}), async (deps) => json(200, await showIntegrity(deps), kept)),
  'GET /integrity/evidence-keys.json': publicRoute(z.object({}), async (deps) =>
    json(200, await showEvidenceKeys(deps), kept),
  ),
});
