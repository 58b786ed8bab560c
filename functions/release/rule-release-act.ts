/** Which rule answers to which deed of an officer, and which words are kept as a note beside it. */
import { randomInt } from 'node:crypto';
import type { Officer } from '../../models/access/staff.ts';
import { RoomId, type DeliveryId, type StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { drawChallenge } from '../../models/release/challenge.ts';
import { chooseCustody, decide, moveCertificate, register } from '../../models/release/changes/decide.ts';
import { cancel } from '../../models/release/changes/end.ts';
import { nameHelper } from '../../models/release/changes/helper.ts';
import { checkPapers, claim, noteEligibility, transfer } from '../../models/release/changes/prepare.ts';
import {
  begin,
  challenge,
  codeSent,
  compare,
  endRoom,
  openRoom,
  tick,
  untick,
} from '../../models/release/changes/session.ts';
import type { Release } from '../../models/release/release.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import { releaseRulesOf } from '../../models/release/rules.ts';
import type { Cell } from '../../models/release/steps.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { namingOf } from './helper-link.ts';
import type { NoteDraft, Ruled } from './change-release.ts';

export async function ruleReleaseAct(
  deps: Deps,
  by: Officer,
  r: Release,
  what: ReleaseAct,
  now: Instant,
  /** What the record of the call lacks, in closed words. */
  evidence: readonly string[] = [],
  /** Names what the deed makes, so that the same press makes it once. */
  delivery?: DeliveryId,
): Promise<Outcome<Ruled>> {
  const note = (kind: NoteDraft['kind'], text: string): NoteDraft => ({ by: by.id, byName: by.name, kind, text });
  const only = (release: Outcome<Release>, ...notes: NoteDraft[]): Outcome<Ruled> =>
    release.ok ? done({ release: release.value, notes }) : release;
  switch (what.act) {
    case 'claim':
      return only(claim(r, by, now));
    case 'transfer': {
      const to = await colleague(deps, by, what.to);
      return to.ok ? only(transfer(r, by, to.value, now), note('transfer', what.reason)) : to;
    }
    case 'check-papers':
      return only(
        checkPapers(
          r,
          by,
          what.verdicts.map(({ words, ...verdict }) => ({ ...verdict, ...(words === undefined ? {} : { words }) })),
          now,
        ),
      );
    case 'eligibility':
      return only(noteEligibility(r, by, what.found, now));
    case 'open-session':
      return only(openRoom(r, by, RoomId.parse(deps.newId()), what.with, now));
    case 'end-session':
      return only(endRoom(r, by, what.how, now));
    case 'begin':
      return only(begin(r, by, what.cell as Cell));
    case 'tick':
      return only(tick(r, by, what.cell as Cell, now));
    case 'untick':
      return only(untick(r, by, what.cell as Cell, what.why, now), note('untick', what.words));
    case 'challenge':
      return only(
        challenge(
          r,
          by,
          what.side,
          drawChallenge(releaseRulesOf(r.office).challenges, (below) => randomInt(below)),
          now,
        ),
      );
    case 'send-code':
      // Sent by its own duty; here it is only noted.
      return only(codeSent(r, by, what.side, now));
    case 'compare':
      return only(compare(r, by, what.comparison, now));
    case 'approve':
      return only(decide(r, by, { what: 'approved' }, evidence, now));
    case 'refuse':
      return only(decide(r, by, { what: 'refused', ground: what.ground, words: what.words }, evidence, now));
    case 'to-counter':
      return only(decide(r, by, { what: 'moved-to-counter', why: what.why, words: what.words }, evidence, now));
    case 'register':
      return only(register(r, by, what.serial, now));
    case 'custody':
      return only(chooseCustody(r, by, what.way, now));
    case 'certificate':
      return only(moveCertificate(r, by, what.step, now, what.tracking));
    case 'cancel':
      return only(cancel(r, by, what.reason, now), note('decision', what.words));
    case 'invite-helper': {
      const { name, relation } = what;
      return only(nameHelper(r, { id: namingOf(delivery ?? deps.newId()), name, relation }, now, by));
    }
    case 'note':
      return done({ release: r, notes: [note('note', what.text)] });
  }
}

/** Somebody of the same office who works on releases. */
async function colleague(deps: Deps, by: Officer, id: StaffId): Promise<Outcome<{ id: StaffId; name: string }>> {
  const found = (await deps.staff.ofOffice(by.office)).find((one) => one.id === id && one.active);
  return found !== undefined && (found.role === 'officer' || found.role === 'manager')
    ? done({ id: found.id, name: found.name })
    : refused('not-found', 'no such colleague');
}
