/** Who is to be told what of a change, and where: asked once for each change of a record that people wait for. */
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { callBackWords } from '../../models/appointment/call-back-news.ts';
import { bookingWords, type BookingWays } from '../../models/aftermath/booking-words.ts';
import { liveWordsOf, type LiveWays } from '../../models/aftermath/live-words.ts';
import { matterWords, type MatterWays } from '../../models/aftermath/matter-words.ts';
import type { About } from '../../models/aftermath/notice-about.ts';
import { isDue, type NoticeWishes } from '../../models/aftermath/notice-wishes.ts';
import type { Way, Word } from '../../models/aftermath/notice.ts';
import { sheetWords, type SheetWays } from '../../models/aftermath/sheet-words.ts';
import { releaseWords, type ReleaseWays } from '../../models/aftermath/release-words.ts';
import { BroadcastId } from '../../models/broadcast/broadcast-id.ts';
import { BookingId, ComplaintId, LiveId, ReleaseId, SheetId, type OfficeId, type StaffId } from '../../models/ids.ts';
import type { ReleaseReader } from '../../models/release/news.ts';
import type { Deps } from '../deps.ts';

/** What an image shows of it without opening anything sealed. */
export type Tells =
  | { kind: 'matter'; matter: MatterWays }
  | { kind: 'release'; release: ReleaseWays }
  | { kind: 'broadcast' }
  | { kind: 'booking'; booking: BookingWays }
  | { kind: 'sheet'; sheet: SheetWays }
  | { kind: 'live'; live: LiveWays };

type Happened = AuditLine['happened'];
type Change = { key: string; version: number; office: OfficeId; tells: Tells; happened: Happened };
/** Who, of what, by which way; `by` has it before them. */
type Told = { about: About; index: number; way: Way };

export async function wordsOfChange(deps: Deps, change: Change): Promise<Word[]> {
  const { version, office, happened } = change;
  return (await toldOf(deps, change)).map(({ about, index, way }) => ({
    about,
    version,
    index,
    office,
    at: happened[index]?.at ?? deps.now(),
    ...way,
  }));
}

async function toldOf(deps: Deps, { key, tells, happened }: Change): Promise<Told[]> {
  const id = key.split('#')[1];
  switch (tells.kind) {
    case 'matter':
      return matterWords(ComplaintId.parse(id), tells.matter, happened).filter(({ about }) =>
        wanted(about, tells.matter.wishes),
      );
    case 'release': {
      const said = releaseWords(tells.release, happened).map(({ to, news, index }) => ({
        about: { kind: 'release', id: ReleaseId.parse(id), to, news } as const,
        index,
      }));
      return routed(deps, tells.release, said);
    }
    case 'sheet':
      return sheetWords(happened).map(({ index, news }) => ({
        about: { kind: 'sheet', id: SheetId.parse(id), to: 'person', news },
        index,
        way: { channel: 'chat', conversation: tells.sheet.conversation, urgent: false },
      }));
    case 'broadcast':
      return happened.flatMap(({ what }, index): Told[] =>
        what === 'broadcast-sent'
          ? [
              {
                about: { kind: 'broadcast', id: BroadcastId.parse(id), to: 'desk', news: 'to-approve' },
                index,
                way: { channel: 'desk', urgent: false },
              },
            ]
          : [],
      );
    case 'live':
      return liveWordsOf(happened).map(({ index, news, urgent }) => ({
        about: { kind: 'live', id: LiveId.parse(id), to: 'person', news },
        index,
        way: { channel: 'chat', conversation: tells.live.conversation, urgent },
      }));
    case 'booking':
      return ofBooking(deps, BookingId.parse(id), tells.booking, happened);
  }
}

/** Before the application is filed the time stands in the talk where it was taken, and nobody else waits for it. */
async function ofBooking(deps: Deps, id: BookingId, b: BookingWays, happened: Happened): Promise<Told[]> {
  if (b.reference.kind === 'conversation') return ofCall(id, happened);
  const said = bookingWords(b, happened);
  if (said.length === 0) return [];
  const found = await deps.releases.find(b.reference.id);
  if (!found.ok) return [];
  const release = found.value;
  const told = await routed(
    deps,
    release,
    said.map(({ to, news, index }) => ({ about: { kind: 'booking', id, to, news } as const, index })),
  );
  return told.filter(({ about, index, way }) => !knows(release, about, way, happened[index]));
}

/** Nobody sits before an open page until the phone rings: it goes to the phone, and stands in the talk. */
const ofCall = (id: BookingId, happened: Happened): Told[] =>
  callBackWords(happened).map(({ index, news }) => ({
    about: { kind: 'call', id, to: 'person', news },
    index,
    way: { channel: 'sms', urgent: news === 'soon' || news === 'tried' },
  }));

/** Who took or moved a time knows it: in their talk, or as the agent who did it. On paper, that is by phone, an owner gets it all the same. */
function knows(r: ReleaseWays, about: About, way: Way, happened: Happened[number] | undefined): boolean {
  if (about.news !== 'booked' && about.news !== 'moved' && about.news !== 'called-off') return false;
  return about.to === 'agent'
    ? happened?.by !== undefined && happened.by === r.lender?.agent?.id
    : way.channel === 'chat' && happened?.by === undefined && about.news !== 'called-off';
}

const urgentNews: readonly string[] = ['called', 'soon'];

async function routed(deps: Deps, r: ReleaseWays, said: readonly Omit<Told, 'way'>[]): Promise<Told[]> {
  const wishes = await agentWishes(deps, r.lender?.agent?.id, said);
  return said.flatMap((one): Told[] => {
    const { to, news } = one.about;
    const urgent = urgentNews.includes(news);
    const way = wayFor(r, to as ReleaseReader, urgent, wishes);
    const wish = to === 'agent' ? wishes : to === 'owner' ? ownerWishes(r) : undefined;
    return wanted(one.about, wish) ? [{ ...one, way }] : [];
  });
}

function wayFor(r: ReleaseWays, to: ReleaseReader, urgent: boolean, agent: NoticeWishes | undefined): Way {
  if (to === 'owner' && r.notify === 'chat' && r.talk !== undefined)
    return { channel: 'chat', conversation: r.talk, urgent };
  const quiet = to === 'owner' ? r.wishes?.quiet : to === 'agent' ? agent?.quiet : undefined;
  return { channel: 'sms', urgent, ...(quiet === undefined ? {} : { quiet }) };
}

/** Who wanted no word still gets what has to be told: their number is there. */
const ownerWishes = (r: ReleaseWays): NoticeWishes | undefined =>
  r.notify === 'none' ? { ...r.wishes, onlyDue: true } : r.wishes;

const wanted = (about: About, wishes: NoticeWishes | undefined): boolean => wishes?.onlyDue !== true || isDue(about);

/** Agents keep theirs on their account; asked only where one of them is to be told. */
async function agentWishes(
  deps: Deps,
  agent: StaffId | undefined,
  said: readonly Pick<Told, 'about'>[],
): Promise<NoticeWishes | undefined> {
  if (agent === undefined || said.every(({ about }) => about.to !== 'agent')) return undefined;
  return (await deps.staff.standing(agent))?.wishes;
}
