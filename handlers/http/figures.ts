/** The window for those who must answer for a figure: the day's counts and the audit lines behind them. */
import { z } from 'zod';
import { maySee } from '../../models/access/permissions.ts';
import { OfficeId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import { Day } from '../../models/time.ts';
import { openWindow, staffRoute } from './window.ts';

const Period = z.strictObject({ office: OfficeId.optional(), from: Day, to: Day });
const OneDay = z.strictObject({ office: OfficeId.optional(), day: Day });

export const handler = openWindow({
  'GET /api/figures': staffRoute('read-figures', Period, async (deps, by, { office = by.office, from, to }) => {
    if (!maySee(by, office)) return refused('not-allowed', 'another office');
    if (from > to || Date.parse(to) - Date.parse(from) > 400 * 86_400_000)
      return refused('bad-input', 'a period ends after it begins and lasts at most 400 days');
    return done({ days: await deps.figures.between(office, from, to) });
  }),
  'GET /api/audit': staffRoute('read-audit', OneDay, async (deps, by, { office = by.office, day }) =>
    maySee(by, office)
      ? done({ lines: await deps.audit.onDay(office, day) })
      : refused('not-allowed', 'another office'),
  ),
});
