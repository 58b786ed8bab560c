/** What a person does with their own matter: adds, asks again, confirms, reopens, rates, withdraws. Nothing typed is lost. */
import {
  answerCheckBack,
  confirm,
  explainRating,
  rate,
  reopen,
  wishCallBack,
  withdraw,
} from '../../models/complaint/changes/finish.ts';
import { chooseNotices } from '../../models/complaint/changes/notices.ts';
import { citizenAdded, citizenPressed } from '../../models/complaint/changes/wait.ts';
import { PHOTOS_A_MATTER, type Complaint } from '../../models/complaint/complaint.ts';
import type { ActOnOwn, CitizenAct } from '../../models/complaint/requests.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import type { ComplaintId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeComplaint, type EntryDraft, type Ruled } from './change-complaint.ts';
import { readOwn } from './find-own.ts';
import { photosAreThere } from './matter-photos.ts';

/** `sameDevice`: the browser is one that staff sign in with. `inTalk`: done in the talk, which answers it there. */
export type Device = { sameDevice: boolean; inTalk?: boolean };

export async function actOnOwn(
  deps: Deps,
  id: ComplaintId,
  { delivery, what }: ActOnOwn,
  device: Device,
): Promise<Outcome<OwnMatter>> {
  if (what.act === 'add') {
    const found = await deps.complaints.find(id);
    const photos = await photosAreThere(deps, what.attachments, [
      id,
      found.ok ? found.value.talk?.conversation : undefined,
    ]);
    if (!photos.ok) return photos;
  }
  const changed = await changeComplaint(
    deps,
    id,
    (c, now) => {
      const ruled = ruleOf(c, what, device, now);
      return ruled.ok ? done({ complaint: ruled.value, entries: wordsOf(c, what) } satisfies Ruled) : ruled;
    },
    // How somebody is told is nobody's decision about the matter.
    { delivery, clock: what.act === 'notices' },
  );
  return changed.ok ? readOwn(deps, id) : changed;
}

function ruleOf(c: Complaint, what: CitizenAct, { sameDevice, inTalk }: Device, now: Instant): Outcome<Complaint> {
  switch (what.act) {
    case 'add': {
      const added = citizenAdded(c, now);
      return added.ok
        ? done({
            ...added.value,
            attachments: [...added.value.attachments, ...what.attachments].slice(0, PHOTOS_A_MATTER),
          })
        : added;
    }
    case 'press':
      return citizenPressed(c, what.for, now);
    case 'confirm':
      return confirm(c, now, inTalk === true ? 'talk' : 'page');
    case 'reopen':
      return reopen(c, now);
    case 'rate':
      return rate(
        c,
        { grade: what.grade, reasons: what.reasons, ...(what.words === undefined ? {} : { words: what.words }) },
        sameDevice,
        now,
      );
    case 'explain':
      return explainRating(c, {
        reasons: what.reasons,
        ...(what.words === undefined ? {} : { words: what.words }),
      });
    case 'wish-call':
      return wishCallBack(c, what.wish, now, what.notBefore);
    case 'check-back':
      return answerCheckBack(c, what.holds, now);
    case 'withdraw':
      return withdraw(c, now);
    case 'notices':
      return chooseNotices(c, what.choice, now);
  }
}

function wordsOf(c: Complaint, what: CitizenAct): EntryDraft[] {
  const from = c.helped ? 'helper' : 'citizen';
  switch (what.act) {
    case 'add':
      return [{ from, kind: 'added', text: what.text, attachments: what.attachments }];
    case 'reopen':
      return [{ from, kind: 'objection', text: what.text ?? '' }];
    case 'withdraw':
      return what.text === undefined || what.text === '' ? [] : [{ from, kind: 'added', text: what.text }];
    case 'rate':
    case 'explain':
      return what.words === undefined || what.words === '' ? [] : [{ from, kind: 'rating-words', text: what.words }];
    default:
      return [];
  }
}
