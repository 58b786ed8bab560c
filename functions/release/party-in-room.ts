/** What a party does on its own page in a call, each with its line in the record: agrees, types the code, has read, shows a paper. */
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import { msOf } from '../../models/time.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import { sha256 } from '../../models/release/evidence-chain.ts';
import { snapshotObject } from '../../models/release/evidence-objects.ts';
import type { Release } from '../../models/release/release.ts';
import type { AnnouncePaper } from '../../models/release/room-invitation.ts';
import { statementOf } from '../../models/release/statement.ts';
import type { Deps } from '../deps.ts';
import { addEvidence } from './add-evidence.ts';
import { openRoomFor, releaseOfHolder, sideOf, type PartyHolder } from './invite-party.ts';
import { typeCallCode } from './type-call-code.ts';

const PAPERS_AN_HOUR = 60;

async function inCall(deps: Deps, holder: PartyHolder): Promise<Outcome<Release>> {
  const found = await releaseOfHolder(deps, holder);
  if (!found.ok) return found;
  return openRoomFor(found.value, sideOf(holder)) === undefined ? refused('wrong-state', 'no session is open') : found;
}

/** Before the call or in it; what was agreed to is kept by version and hash. Once for each room and version, however often it is pressed. */
export async function agreeToRecording(
  deps: Deps,
  holder: PartyHolder,
  version: string,
  language: 'zh' | 'en',
): Promise<Outcome<void>> {
  const found = await releaseOfHolder(deps, holder);
  if (!found.ok) return found;
  if (version !== recordingNotice.version) return refused('stale', 'the notice on recording has changed');
  const room = openRoomFor(found.value, sideOf(holder)) ?? 'before';
  const added = await addEvidence(
    deps,
    holder.release,
    [
      {
        kind: 'consent',
        party: holder.as,
        version,
        textSha256: await sha256(recordingNotice[language].join('\n')),
        agreed: true,
      },
    ],
    // Each agent of the lender agrees for themselves.
    {
      delivery:
        `consent-${room}-${holder.as === 'lender' ? holder.agent : holder.as}-${version}-${language}` as DeliveryId,
    },
  );
  return added.ok ? done(undefined) : added;
}

/** Whoever sits beside the owner neither types nor reads in the owner's place. */
async function speaking(deps: Deps, holder: PartyHolder): Promise<Outcome<Release>> {
  return holder.as === 'helper' ? refused('not-allowed', 'the helper does not do this') : inCall(deps, holder);
}

export async function typeOwnCode(
  deps: Deps,
  holder: PartyHolder,
  code: string,
  delivery: DeliveryId,
): Promise<Outcome<void>> {
  const may = await speaking(deps, holder);
  if (!may.ok) return may;
  const typed = await typeCallCode(deps, holder.release, sideOf(holder), { delivery, code });
  return typed.ok ? done(undefined) : typed;
}

/** The party says that they have read it; whether they did, the officer hears and ticks. */
export async function haveReadStatement(deps: Deps, holder: PartyHolder, delivery: DeliveryId): Promise<Outcome<void>> {
  const found = await speaking(deps, holder);
  if (!found.ok) return found;
  const party = sideOf(holder);
  const textSha256 = await sha256(statementOf(found.value, party));
  const added = await addEvidence(deps, holder.release, [{ kind: 'statement', party, textSha256 }], { delivery });
  return added.ok ? done(undefined) : added;
}

/** A photo in full resolution, beside the video: it goes to the evidence store by an address that takes this photo only. */
export async function announceOwnPaper(
  deps: Deps,
  holder: PartyHolder,
  photo: AnnouncePaper,
): Promise<Outcome<{ url: string; headers: Record<string, string> }>> {
  const found = await inCall(deps, holder);
  if (!found.ok) return found;
  if ((await deps.limits.use(`room-papers#${holder.release}`, 3600, msOf(deps.now()))) > PAPERS_AN_HOUR)
    return refused('too-many', 'too many photos');
  return done(await deps.evidenceObjects.uploadAddress(paperObject(holder.release, photo)));
}

export async function confirmOwnPaper(
  deps: Deps,
  holder: PartyHolder,
  photo: Pick<AnnouncePaper, 'sha256' | 'bytes' | 'mime'>,
): Promise<Outcome<void>> {
  const found = await inCall(deps, holder);
  if (!found.ok) return found;
  const arrived = await deps.evidenceObjects.hasArrived(paperObject(holder.release, photo));
  if (arrived !== 'there') return refused('wrong-state', 'the photo has not arrived yet');
  const { sha256: hash, bytes, mime } = photo;
  const added = await addEvidence(
    deps,
    holder.release,
    [{ kind: 'snapshot', of: holder.as, what: 'other', sha256: hash, bytes, mime }],
    { delivery: `paper-${hash.slice(0, 50)}` as DeliveryId },
  );
  return added.ok ? done(undefined) : added;
}

const paperObject = (release: ReleaseId, photo: Pick<AnnouncePaper, 'sha256' | 'bytes' | 'mime'>) =>
  snapshotObject(release, photo);
