/** What of a matter's happenings its person is told, and where. */
import type { Complaint, Happened } from '../complaint/complaint.ts';
import type { MatterNews } from '../complaint/news.ts';
import type { AuditLine } from './audit.ts';
import type { AboutA } from './notice-about.ts';
import type { Way } from './notice.ts';

/** What an image of a matter shows of where its person is told. */
export type MatterWays = Pick<Complaint, 'notify' | 'talk' | 'anonymous' | 'urgency' | 'wishes'>;

/** Where a person is told: as they chose. A talk that is not there is made good by the phone they left. */
export function wayTo(c: MatterWays): Way | undefined {
  const urgent = c.urgency === 'today';
  if (c.notify === 'none') return undefined;
  if (c.notify === 'chat' && c.talk !== undefined)
    return { channel: 'chat', conversation: c.talk.conversation, urgent };
  if (c.anonymous) return undefined;
  const quiet = c.wishes?.quiet;
  return { channel: 'sms', urgent, ...(quiet === undefined ? {} : { quiet }) };
}

export function matterWords(
  id: Complaint['id'],
  ways: MatterWays,
  happened: AuditLine['happened'],
): { about: AboutA<'matter'>; index: number; way: Way }[] {
  const way = wayTo(ways);
  if (way === undefined) return [];
  return newsOf(happened, way.channel).map(({ index, news }) => ({
    about: { kind: 'matter', id, to: 'person', news },
    index,
    way,
  }));
}

const told: Partial<Record<Happened['what'], MatterNews>> = {
  accepted: 'accepted',
  declined: 'declined',
  'office-wrote': 'message',
  'asked-citizen': 'asked',
  'extension-approved': 'extended',
  answered: 'answered',
  'waiting-reminder': 'reminder',
  reopened: 'reopened',
  'called-back': 'called-back',
  rectified: 'rectified',
  'check-back-sent': 'check-back',
};

/**
 * What of a change the person is told, each with its place among what happened. What they did themselves is answered where they did it,
 * in the talk at once; who is told by phone gets it in writing. A rise that belongs to something told is not told twice. A call that
 * nobody made is told as the rise it brings: “we could not reach you” would not be true.
 */
function newsOf(
  happened: readonly { what: string; reason?: string | undefined }[],
  channel: Way['channel'],
): { index: number; news: MatterNews }[] {
  const found = happened.flatMap(({ what, reason }, index): { index: number; news: MatterNews }[] => {
    // In the talk the yes is answered with the question how it was; who said it on a page is asked in their talk, once.
    if (what === 'confirmed') return reason === 'page' && channel === 'chat' ? [{ index, news: 'rate' }] : [];
    if (what === 'reopened' && channel === 'chat') return [];
    if (what === 'called-back' && reason === 'not-reached') return [{ index, news: 'call-back-missed' }];
    if (what === 'closed') return reason === 'silence' ? [{ index, news: 'closed' }] : [];
    const news = told[what as Happened['what']];
    return news === undefined ? [] : [{ index, news }];
  });
  if (found.length > 0) return found;
  return happened.flatMap(({ what, reason }, index): { index: number; news: MatterNews }[] => {
    if (what === 'raised' && reason !== 'citizen' && reason !== 'reopened') return [{ index, news: 'raised' }];
    // A call needs no short message behind it; in the talk it stands as a note that somebody called.
    return what === 'first-contact' && channel === 'chat' ? [{ index, news: 'contacted' }] : [];
  });
}
