/** The decision closes the record: last line, signed manifest and retention in one transaction; afterwards nothing can be added. */
import type { OfficeId, ReleaseId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { evidenceReadme } from '../../models/phrasebook/evidence-readme.ts';
import { canonical, sha256 } from '../../models/release/evidence-chain.ts';
import { evidenceComplete, type Missing } from '../../models/release/evidence-complete.ts';
import { extend, type Extended } from '../../models/release/evidence-extend.ts';
import { closeFile, newFile } from '../../models/release/evidence-file.ts';
import { manifestOf } from '../../models/release/evidence-manifest.ts';
import type { SignedText } from '../../models/release/evidence-records.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { BodyOf, EvidenceHead, EvidenceLine } from '../../models/release/evidence.ts';
import { classOf } from '../../models/release/retention.ts';
import type { Parcel } from '../../models/release/releases.ts';
import type { Shape } from '../../models/release/steps.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

type Needed = Pick<Deps, 'now' | 'evidence' | 'evidenceFiles' | 'evidenceKeys' | 'software'>;
export type Closing = {
  release: ReleaseId;
  office: OfficeId;
  decision: Omit<BodyOf<'decision'>, 'kind'>;
  by: StaffId;
  /** An approval cannot be given while anything of it is missing. */
  shape: Shape;
  /** Who took part, by name; sealed before it goes into the manifest. */
  people?: Record<string, string>;
  /** The change of the release that belongs to it, drawn anew after every lost race; its refusal is the answer. */
  along?: (missing: readonly Missing[]) => Promise<Outcome<Parcel>>;
};
export type Closed = NonNullable<EvidenceHead['closed']>;
/** What is missing goes to the page with the refusal. */
export type ClosingOutcome = Outcome<Closed> & { missing?: Missing[] };

const ROUNDS = 40;

/** A repeat finds it closed and gets the same answer. */
export async function closeEvidence(deps: Needed, closing: Closing): Promise<ClosingOutcome> {
  const { release, office, by, decision } = closing;
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now();
    const [read, lines, file] = await Promise.all([
      deps.evidence.head(release),
      deps.evidence.lines(release),
      deps.evidenceFiles.find(release),
    ]);
    if (read.closed !== undefined) {
      // Somebody else's press closed it: this one's own change says why it comes too late.
      const late = await closing.along?.([]);
      return late?.ok === false ? late : closedAlready(read.closed, lines.at(-1), decision.what);
    }
    // Lines came between the two readings.
    if ((lines.at(-1)?.hash ?? read.lastHash) !== read.lastHash) continue;
    const missing = evidenceComplete(closing.shape, lines);
    const along = await closing.along?.(missing);
    if (along?.ok === false) return { ...along, missing };
    if (decision.what === 'approved' && missing.length > 0)
      return { ...refused('wrong-state', 'the evidence is not complete'), missing };
    const last = await extend(read, [{ kind: 'decision', ...decision }], { at: now, by }, strictness());
    if (!last.ok) return last;
    const manifest = await signedManifest(deps, closing, now, lines, last.value);
    const closed: Closed = { at: now, manifestSha256: await sha256(manifest.text) };
    const wrote = await deps.evidence.close(
      read,
      { ...last.value.head, closed },
      last.value.lines,
      manifest,
      closeFile(file ?? newFile(release, office, now), classOf(decision.what), by, now),
      along?.value,
    );
    if (wrote === 'closed') return done(closed);
  }
  return refused('stale', 'too many people wrote at once');
}

async function signedManifest(
  deps: Needed,
  { release, office, people }: Closing,
  closedAt: Instant,
  lines: readonly EvidenceLine[],
  last: Extended,
): Promise<SignedText> {
  const key = await deps.evidenceKeys.current(office, closedAt);
  const manifest = manifestOf(release, last.head.lastHash, [...lines, ...last.lines], {
    office,
    closedAt,
    software: deps.software,
    rules: strictness(),
    key: { id: key.id, sha256: key.sha256 },
    readmeSha256: await sha256(evidenceReadme),
    ...(people === undefined ? {} : { people: await deps.evidence.seal(release, JSON.stringify(people)) }),
  });
  const text = canonical(manifest);
  return { text, signature: await deps.evidenceKeys.sign(key.id, text), keyId: key.id };
}

const closedAlready = (closed: Closed, last: EvidenceLine | undefined, what: string): ClosingOutcome =>
  last?.body.kind === 'decision' && last.body.what === what
    ? done(closed)
    : refused('wrong-state', 'the evidence is closed');
