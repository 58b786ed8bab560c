/** The place before the call, for the owner and for a helper; links that bring somebody here. */
import { findAsHelper } from '../../../functions/release/own-helper.ts';
import { ownBookings } from '../../../functions/release/own-appointment.ts';
import { maskName } from '../../../models/conversation/masking.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { isOver, openSession } from '../../../models/release/release.ts';
import { MINUTE } from '../../../models/time.ts';
import type { Reply, Visit } from '../form-window.ts';
import { spokenWhen } from '../report-pages/spoken-when.ts';
import { doorPage } from './door-page.ts';
import { findPage } from './find-page.ts';
import { holderIn, OTHER_DEVICE_MS, otherDeviceAddress } from './links.ts';
import { giveOwn, ownOn } from './slips.ts';
import { seenOut } from './tracking.ts';

export async function showDoor(visit: Visit): Promise<Reply> {
  const { deps, page, event } = visit;
  const holder = ownOn(visit);
  if (holder === undefined) return seenOut(visit);
  // An agent waits at the lender's own page.
  if (holder.as === 'lender') return { go: '/lender' };
  const found =
    holder.as === 'helper'
      ? await findAsHelper(deps, holder.release, holder.helper)
      : await deps.releases.find(holder.release);
  if (!found.ok || !found.value.sides.includes('owner')) return linkOver(visit);
  const release = found.value;
  // After the decision there is no call to go to.
  if (release.decision !== undefined || isOver(release))
    return holder.as === 'owner' ? { go: '/release/track/case' } : linkOver(visit);
  const stands = (await ownBookings(deps, release.id)).find(({ state }) => state.name === 'confirmed');
  const show = doorPage({
    page,
    number: release.number,
    helps: holder.as === 'helper' ? maskName(release.owner.name) : undefined,
    open: openSession(release)?.with.includes('owner') === true,
    when: stands === undefined ? undefined : spokenWhen(page, stands.start),
    inWechat: /MicroMessenger/iu.test(event.headers['user-agent'] ?? ''),
    otherDevice: { address: otherDeviceAddress(visit, holder), minutes: OTHER_DEVICE_MS / MINUTE },
  });
  return { show };
}

const linkOver = ({ page }: Visit): Reply => ({
  show: findPage({ page, number: '', trouble: trackReleaseWords(page.lang).linkOver }),
  status: 401,
});

/** A helper's link opens the door as long as the owner wants that helper; the owner's own link only moves to another device. */
export async function followLink(visit: Visit): Promise<Reply> {
  const holder = holderIn(visit, visit.event.pathParameters?.['link'] ?? '');
  if (holder === undefined) return linkOver(visit);
  if (holder.as === 'helper' && !(await findAsHelper(visit.deps, holder.release, holder.helper)).ok)
    return linkOver(visit);
  return { go: '/release/door', cookies: [giveOwn(visit, holder)] };
}
