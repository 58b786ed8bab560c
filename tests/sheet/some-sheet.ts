/** A guidance sheet and deeds on it, for the tests of its rules. */
import { AttachmentId, ConversationId, SheetId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import type { Deed } from '../../models/sheet/changes/by.ts';
import { openSheet } from '../../models/sheet/changes/open.ts';
import { addPhoto } from '../../models/sheet/changes/photos.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { instantOf, type Instant } from '../../models/time.ts';

export const NOW: Instant = instantOf(Date.parse('2026-11-18T02:20:00.000Z'));
export const photo = (n: number): AttachmentId =>
  AttachmentId.parse(`01JABCDEFGHJKMNPQRSTVWXY${String(n).padStart(2, '0')}`);

export const deed = (by: string, seen = 99, now = NOW): Deed => ({ by: StaffId.parse(by), byName: by, now, seen });

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
}

export const someSheet = (service = 'mortgage-release', answers = {}): GuidanceSheet =>
  value(
    openSheet(
      {
        id: SheetId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0'),
        conversation: ConversationId.parse('01JABCDEFGHJKMNPQRSTVWXYZ1'),
        office: 'yinchuan',
        number: 'YC-1118-G001',
        language: 'zh',
        service,
        answers,
      },
      deed('liu'),
    ),
  );

/** As the filing room would number it. */
export const filed = (sheet: GuidanceSheet): GuidanceSheet => ({ ...sheet, version: sheet.version + 1 });

export const withPhoto = (sheet: GuidanceSheet, paper: string, n: number, now = NOW): Outcome<GuidanceSheet> =>
  addPhoto(sheet, paper, { id: photo(n), sha256: 'A', findings: [] }, now);
