/** The clock's window: looks every minute at what is due. */
import { sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import { ringClocks } from '../../functions/complaint/ring-clocks.ts';
import { sweepSheets } from '../../functions/sheet/sweep-sheets.ts';
import { sweepLive } from '../../functions/live/sweep-live.ts';
import { ringReleases } from '../../functions/release/ring-releases.ts';
import { deleteDueEvidence } from '../../functions/release/delete-evidence.ts';
import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import { sweepDeadlines } from '../../functions/aftermath/sweep-deadlines.ts';
import { isTimeToWarn, warnOfMandates } from '../../functions/aftermath/warn-of-mandates.ts';
import { sweepWeChat } from '../../functions/wechat/sweep-wechat.ts';
import { writeDigests } from '../../functions/aftermath/write-digests.ts';
import { sendDueDeliveries } from '../../functions/webhook/send-deliveries.ts';
import { OfficeId } from '../../models/ids.ts';
import { minuteOfDay, type Instant } from '../../models/time.ts';
import { count, errorCode, log } from '../log.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { weChatOnFirstUse } from '../gateways/wechat-on-first-use.ts';
import { evidenceObjectsFromEnvironment } from '../gateways/evidence-objects-on-first-use.ts';
import { openPoster } from '../gateways/webhook-poster.ts';
import { wired, wireWith } from '../wiring.ts';

wireWith({
  wire: wireFromEnvironment,
  bot: () => botOnFirstUse,
  photos: photosFromEnvironment,
  weChat: () => weChatOnFirstUse,
  evidenceObjects: evidenceObjectsFromEnvironment,
  poster: () => openPoster(),
});

/** What is past its time is deleted while nobody records: from three to five. */
const isNight = (now: Instant): boolean => minuteOfDay(now) >= 180 && minuteOfDay(now) < 300;

export const handler = async (): Promise<void> => {
  const { deps } = await wired();
  try {
    const given = await sweepDeadlines(deps, OfficeId.options);
    if (given > 0) await count('LeaseLost', given);
    const rang = await ringClocks(deps);
    if (rang > 0) await count('ClocksRang', rang);
    const releases = await ringReleases(deps);
    if (releases > 0) await count('ReleasesRang', releases);
    const live = await sweepLive(deps);
    const booked = await sweepBookings(deps);
    const sheets = await sweepSheets(deps);
    if (isTimeToWarn(deps.now())) await warnOfMandates(deps);
    const weChat = await sweepWeChat(deps);
    if (weChat.failed > 0) await count('TurnFailed', weChat.failed);
    const notices = await sendDueNotices(deps);
    if (notices.failed > 0) await count('NoticeFailed', notices.failed);
    const digests = await writeDigests(deps);
    const evidence = isNight(deps.now()) ? await deleteDueEvidence(deps) : { announced: [], deleted: [] };
    const swept = evidence.announced.length + evidence.deleted.length;
    // Last: however deaf other systems are, the office's own work is done.
    const posted = await sendDueDeliveries(deps);
    const looked = rang + releases + live + booked + sheets + weChat.looked;
    log('sweep-done', { count: given + looked + notices.sent + digests + posted + swept });
  } catch (error) {
    log('request-failed', { route: 'deadline-sweep', error: errorCode(error) });
    await count('RequestFailed');
  }
};
