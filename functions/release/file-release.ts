/** A release is applied for: it gets a number, a code and its list of papers, in one transaction. Handing the same draft in again answers with the same receipt. */
import { newCode } from '../complaint/file-complaint.ts';
import { letters } from '../../models/complaint/rules.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { fileRelease as filed } from '../../models/release/changes/file.ts';
import type { Release } from '../../models/release/release.ts';
import type { FileRelease } from '../../models/release/requests.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import { photosAreThere } from '../complaint/matter-photos.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { tellTalkHelper, withTalkHelper } from './helper-along.ts';

const ROUNDS = 12;

/** What the window knows of the applicant beyond what is handed in. */
export type Applicant = {
  /** The owner's phone was confirmed by a code in this visit; or a lender's agent files, and the owner confirms by the link. */
  phoneConfirmed: boolean;
  /** The enrolled lender's name as the office has it. */
  lenderName?: string | undefined;
  /** The lender's agent who files. */
  agent?: NonNullable<NonNullable<Release['lender']>['agent']>;
};

export async function fileRelease(deps: Deps, input: FileRelease, from: Applicant): Promise<Outcome<Release>> {
  const known = await deps.releases.find(input.id);
  if (known.ok) return known;
  if (!from.phoneConfirmed && from.agent === undefined) return refused('not-allowed', 'the phone is not confirmed');
  const photos = await photosAreThere(
    deps,
    input.papers.flatMap((paper) => paper.photos),
    [input.id, input.talk],
  );
  if (!photos.ok) return photos;
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now();
    const { lender, ...rest } = input;
    const after = filed(
      input.id,
      await nextNumber(deps, input.office, now),
      {
        ...rest,
        ...(lender === undefined
          ? {}
          : {
              lender: {
                lender,
                name: from.lenderName ?? '',
                ...(from.agent === undefined ? {} : { agent: from.agent }),
              },
            }),
        code: newCode(),
      },
      now,
    );
    if (!after.ok) return after;
    const release = await withTalkHelper(deps, after.value, now);
    const wrote = await deps.releases.commit({ before: undefined, after: release }, input.id as string as DeliveryId);
    if (wrote === 'done') {
      await tellTalkHelper(deps, release);
      return done({ ...release, version: 1 });
    }
    const again = await deps.releases.find(input.id);
    if (again.ok) return again;
    await pause(round);
  }
  return refused('stale', 'too many releases came at once');
}

async function nextNumber(deps: Deps, office: Release['office'], now: Instant): Promise<string> {
  const day = dayOf(now);
  const n = await deps.releases.nextNumber(office, day);
  return `${letters[office]}-${day.slice(5, 7)}${day.slice(8, 10)}-J${String(n).padStart(3, '0')}`;
}
