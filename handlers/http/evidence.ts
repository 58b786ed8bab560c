/** The window for the record of a call: the recorder hands in, officers see the lights, managers watch, hold, take copies, watch again. */
import * as z from 'zod';
import { askCopy, showCopy } from '../../functions/release/evidence-copies.ts';
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
import {
  AnnounceChunk,
  AnnounceSnapshot,
  AskCopy,
  AskLines,
  AskRewatch,
  BeginTake,
  ConfirmChunk,
  ConfirmSnapshot,
  EndTake,
  HoldEvidence,
  MarkRewatch,
  MendGap,
  OneCopy,
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
  'POST /api/releases/{id}/evidence/copies': staffRoute('export-evidence', AskCopy, askCopy),
  'GET /api/releases/{id}/evidence/copies/{copy}': staffRoute('export-evidence', OneCopy, (deps, by, input) =>
    showCopy(deps, by, input, async (place) => (await import('../gateways/evidence-store.ts')).exportAddress(place)),
  ),
  'GET /api/evidence/due': staffRoute('export-evidence', Nothing, listDueEvidence),
  'GET /api/evidence/rewatch': staffRoute('export-evidence', AskRewatch, showRewatch),
  'POST /api/evidence/rewatch': staffRoute('supervise-evidence', Nothing, drawRewatch),
  'POST /api/evidence/rewatch/{id}': staffRoute('supervise-evidence', MarkRewatch, markRewatch),
});
