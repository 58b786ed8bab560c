/** A lender's own window: its agents see their lender and mandate, and hand in lists of releases. */
import { z } from 'zod';
import { fileForLender } from '../../functions/release/file-for-lender.ts';
import { importReleases } from '../../functions/release/import-releases.ts';
import { ownLender } from '../../functions/release/own-lender.ts';
import { OfficeId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { openWindow, staffRoute } from './window.ts';

/** One megabyte is ten times what three hundred rows need. */
const ImportReleases = z.strictObject({
  file: z.base64().max(1_400_000),
  dry: z.boolean(),
  office: OfficeId.optional(),
});

export const handler = openWindow({
  'GET /api/lender': staffRoute('read-own-lender', z.strictObject({}), ownLender),
  'POST /api/lender/import': staffRoute(
    'file-releases',
    ImportReleases,
    async (deps, by, { file, dry, office }, { language }) => {
      const bytes = new Uint8Array(Buffer.from(file, 'base64'));
      const imported = await importReleases(deps, by, { bytes, dry, office }, fileForLender);
      if (!imported.ok || !imported.value.read) return imported;
      const rows = imported.value.rows.map(({ refusal, ...row }) =>
        refusal === undefined ? row : { ...row, sentence: refusalSentence(refusal, language) },
      );
      return done({ ...imported.value, rows });
    },
  ),
});
