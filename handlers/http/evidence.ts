/** The window for the record of a call: the recorder hands in, officers see the lights, managers watch, hold, take copies, watch again. */
import { z } from 'zod';
import { listDueEvidence, holdEvidence } from '../../functions/release/hold-evidence.ts';
import { mendGap } from '../../functions/release/mend-gap.ts';
import { beginTake, endTake } from '../../functions/release/record-takes.ts';
import { drawRewatch, markRewatch, showRewatch } from '../../functions/release/rewatch-evidence.ts';
import { showEvidence, showEvidenceLines } from '../../functions/release/show-evidence.ts';
import {
  announceChunk,
  announceSnapshot,
  confirmChunk,
  confirmSnapshot,
} from '../../functions/release/upload-evidence.ts';
import { watchEvidence } from '../../functions/release/watch-evidence.ts';
import { done } from '../../models/outcome.ts';
import {
  AnnounceChunk,
  AnnounceSnapshot,
  AskLines,
  AskRewatch,
  BeginTake,
  ConfirmChunk,
  ConfirmSnapshot,
  EndTake,
  ExportEvidence,
  HoldEvidence,
  MarkRewatch,
  MendGap,
  OneRelease,
  WatchEvidence,
} from '../../models/release/evidence-requests.ts';
import { evidenceObjectsFromEnvironment } from '../gateways/evidence-objects-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ evidenceObjects: evidenceObjectsFromEnvironment });

const Nothing = z.strictObject({});

export const handler = openWindow({
  'GET /api/releases/{id}/evidence': staffRoute('read-evidence', OneRelease, showEvidence),
  'GET /api/releases/{id}/evidence/lines': staffRoute('read-evidence', AskLines, showEvidenceLines),
  'POST /api/releases/{id}/evidence/takes': staffRoute('record-evidence', BeginTake, beginTake),
  'POST /api/releases/{id}/evidence/takes/end': staffRoute('record-evidence', EndTake, endTake),
  'POST /api/releases/{id}/evidence/chunks': staffRoute('record-evidence', AnnounceChunk, announceChunk),
  'POST /api/releases/{id}/evidence/chunks/confirm': staffRoute('record-evidence', ConfirmChunk, confirmChunk),
  'POST /api/releases/{id}/evidence/snapshots': staffRoute('record-evidence', AnnounceSnapshot, announceSnapshot),
  'POST /api/releases/{id}/evidence/snapshots/confirm': staffRoute('record-evidence', ConfirmSnapshot, confirmSnapshot),
  'POST /api/releases/{id}/evidence/gaps/{gap}/mend': staffRoute('record-evidence', MendGap, mendGap),
  'POST /api/releases/{id}/evidence/watch': staffRoute('read-evidence', WatchEvidence, watchEvidence),
  'POST /api/releases/{id}/evidence/hold': staffRoute('supervise-evidence', HoldEvidence, holdEvidence),
  'POST /api/releases/{id}/evidence/export': staffRoute('export-evidence', ExportEvidence, async (deps, by, input) => {
    const { exportEvidence } = await import('../../functions/release/export-evidence.ts');
    const exported = await exportEvidence(deps, by, input);
    if (!exported.ok) return exported;
    const { zipOf } = await import('./evidence-zip.ts');
    const { bytes, body } = await zipOf(exported.value);
    const { handOverExport } = await import('../gateways/evidence-store.ts');
    const name = `${by.office}/${deps.newId()}/${exported.value.name}.zip`;
    return done({ url: await handOverExport(name, bytes, body), bytes });
  }),
  'GET /api/evidence/due': staffRoute('export-evidence', Nothing, listDueEvidence),
  'GET /api/evidence/rewatch': staffRoute('export-evidence', AskRewatch, showRewatch),
  'POST /api/evidence/rewatch': staffRoute('supervise-evidence', Nothing, drawRewatch),
  'POST /api/evidence/rewatch/{id}': staffRoute('supervise-evidence', MarkRewatch, markRewatch),
});
