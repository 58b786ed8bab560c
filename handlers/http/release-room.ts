/** The window of the page in a call: the owner's side, a helper, or the lender's agent, by the slip of the release. Data only; the page itself is a file. */
import * as z from 'zod';
import { inviteParty, sideOf } from '../../functions/release/invite-party.ts';
import {
  agreeToRecording,
  announceOwnPaper,
  confirmOwnPaper,
  haveReadStatement,
  typeOwnCode,
} from '../../functions/release/party-in-room.ts';
import { bookingsOf } from '../../functions/release/own-appointment.ts';
import { DeliveryId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import { PUBLIC_LINE } from '../../models/office/public-line.ts';
import { done, refused } from '../../models/outcome.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import { TypeReleaseCode } from '../../models/release/requests.ts';
import {
  AgreeToRecording,
  AnnouncePaper,
  TellCheck,
  type RoomInvitation,
} from '../../models/release/room-invitation.ts';
import { HOUR, msOf } from '../../models/time.ts';
import { SixDigits } from '../../models/access/phone-code.ts';
import { evidenceObjectsFromEnvironment } from '../gateways/evidence-objects-on-first-use.ts';
import { relaysFromEnvironment } from '../gateways/relay-servers.ts';
import { partyTicket, socketAddress } from '../socket/ticket.ts';
import { wireWith } from '../wiring.ts';
import { slipCookie, slipOf } from './cookies.ts';
import { json } from './problem.ts';
import { spokenWhen } from './report-pages/spoken-when.ts';
import { openWindow, partyRoute, type Request } from './window.ts';

wireWith({ evidenceObjects: evidenceObjectsFromEnvironment, relays: relaysFromEnvironment });

const Nothing = z.strictObject({});
const OnePaper = z.strictObject({ paper: z.string().max(600) });
const PAPER = 'room-paper';
const progressOf = { owner: '/release/track/case', helper: '/release/door', lender: '/lender' } as const;
const CONSENT = 'bc_release_consent';
const CONSENT_MS = 2 * HOUR;

/** Which notice was agreed to on this device for this release; asked again on another one. */
const agreedHere = ({ event, signer }: Request, release: string, nowMs: number): boolean => {
  const says = slipOf(signer, event.cookies, CONSENT, nowMs);
  return says?.['m'] === release && says['v'] === recordingNotice.version;
};

export const handler = openWindow({
  'GET /api/room': partyRoute(Nothing, async (deps, holder, _none, request) => {
    const invited = await inviteParty(deps, holder);
    if (!invited.ok) return invited;
    const { room, office: place, ...rest } = invited.value;
    const { language, signer } = request;
    const now = deps.now();
    const office = officeOf(place);
    const booking = (await bookingsOf(deps, holder.release, sideOf(holder))).find(
      ({ state }) => state.name === 'confirmed',
    );
    const ticket =
      room === undefined
        ? ''
        : partyTicket(
            signer,
            {
              room,
              subject: { kind: 'release', id: holder.release },
              party: holder.as,
              language,
              ...(holder.as === 'lender' ? { agent: holder.agent } : {}),
            },
            msOf(now),
          );
    return done({
      ...rest,
      socket: { url: socketAddress(), ticket },
      room: room ?? '',
      ...(room === undefined ? { waits: holder.as === 'lender' ? '/lender' : '/release/door' } : {}),
      when: spokenWhen({ lang: language, now }, booking?.start ?? now),
      office: { name: language === 'zh' ? office.nameZh : office.nameEn, phone: office.phone ?? PUBLIC_LINE },
      notice: {
        version: recordingNotice.version,
        paragraphs: recordingNotice[language],
        agreed: agreedHere(request, holder.release, msOf(now)),
      },
      links: {
        hall: '/release/counter?why=wish',
        progress: progressOf[holder.as],
      },
    } satisfies RoomInvitation);
  }),
  'POST /api/room/consent': partyRoute(AgreeToRecording, async (deps, holder, { version }, { language, signer }) => {
    const agreed = await agreeToRecording(deps, holder, version, language);
    if (!agreed.ok) return agreed;
    const says = { m: holder.release, v: version };
    return { ...json(200, {}), cookies: [slipCookie(signer, CONSENT, says, CONSENT_MS, msOf(deps.now()))] };
  }),
  // Filed with the seat when the page joins; here only what fits is let through.
  'POST /api/room/check': partyRoute(TellCheck, () => Promise.resolve(done(undefined))),
  'POST /api/room/code': partyRoute(TypeReleaseCode, async (deps, holder, { code }) => {
    const digits = SixDigits.safeParse(code);
    if (!digits.success) return refused('bad-input', 'phone code has six digits');
    return typeOwnCode(deps, holder, digits.data, DeliveryId.parse(deps.newId()));
  }),
  'POST /api/room/statement': partyRoute(Nothing, (deps, holder) =>
    haveReadStatement(deps, holder, DeliveryId.parse(deps.newId())),
  ),
  'POST /api/room/papers': partyRoute(AnnouncePaper, async (deps, holder, photo, { signer }) => {
    const announced = await announceOwnPaper(deps, holder, photo);
    if (!announced.ok) return announced;
    const { sha256, bytes, mime } = photo;
    // What was announced goes along, signed, and comes back with the word that it is there.
    const id = signer.sign(PAPER, { m: holder.release, sha256, bytes, mime }, msOf(deps.now()) + HOUR);
    return done({ id, ...announced.value });
  }),
  'POST /api/room/papers/{paper}': partyRoute(OnePaper, (deps, holder, { paper }, { signer }) => {
    const { m, until: _, ...said } = signer.check(PAPER, paper, msOf(deps.now())) ?? {};
    const photo = AnnouncePaper.omit({ width: true, height: true }).safeParse(said);
    return m === holder.release && photo.success
      ? confirmOwnPaper(deps, holder, photo.data)
      : Promise.resolve(refused('not-found', 'no such photo'));
  }),
});
