/** The way to the evidence store; its client is loaded with the first piece. */
import type { EvidenceObjects } from '../../models/release/evidence-objects.ts';
import { onFirstUse } from '../on-first-use.ts';

export const evidenceObjectsFromEnvironment = (): EvidenceObjects =>
  onFirstUse<EvidenceObjects>(async () =>
    (await import('./evidence-store.ts')).openEvidenceObjects(process.env['EVIDENCE_BUCKET'] ?? ''),
  );
