/** The two cookies: who is visiting, and which member of staff is signed in. Signed, HttpOnly, SameSite. */
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import type { Session } from '../../models/access/staff.ts';
import { ConversationId, OfficeId } from '../../models/ids.ts';
import type { Signer } from '../../models/signing.ts';
import { DAY } from '../../models/time.ts';

export const VISIT = 'bc_visit';
export const STAFF = 'bc_staff';
const VISIT_MS = 180 * DAY;

const attributes = (seconds: number): string =>
  `Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(seconds)}${process.env['PAGES_ORIGIN']?.startsWith('https:') === true ? '; Secure' : ''}`;

export const cookieValue = (cookies: readonly string[] | undefined, name: string): string | undefined =>
  cookies?.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);

/** A slip that is signed for the purpose that its cookie is named after. */
export const slipCookie = (signer: Signer, name: string, says: object, ms: number, nowMs: number): string =>
  `${name}=${signer.sign(name, says, nowMs + ms)}; ${attributes(ms / 1000)}`;

export function slipOf(
  signer: Signer,
  cookies: readonly string[] | undefined,
  name: string,
  nowMs: number,
): Record<string, unknown> | undefined {
  const slip = cookieValue(cookies, name);
  return slip === undefined ? undefined : signer.check(name, slip, nowMs);
}

/** What a person chose for this device; nothing rests on it. */
export const choiceCookie = (name: string, value: string): string => `${name}=${value}; ${attributes(VISIT_MS / 1000)}`;
export const noCookie = (name: string): string => `${name}=; ${attributes(0)}`;

export const visitCookie = (
  signer: Signer,
  { conversation, office, language, elder }: Visitor,
  nowMs: number,
): string =>
  `${VISIT}=${signer.sign('visit', { c: conversation, o: office, l: language, e: elder }, nowMs + VISIT_MS)}; ${attributes(VISIT_MS / 1000)}`;

export function visitorOf(signer: Signer, cookies: readonly string[] | undefined, nowMs: number): Visitor | undefined {
  const slip = cookieValue(cookies, VISIT);
  const says = slip === undefined ? undefined : signer.check('visit', slip, nowMs);
  const conversation = ConversationId.safeParse(says?.['c']);
  const office = OfficeId.safeParse(says?.['o']);
  if (says === undefined || !conversation.success || !office.success) return undefined;
  return {
    conversation: conversation.data,
    office: office.data,
    language: says['l'] === 'en' ? 'en' : 'zh',
    elder: says['e'] === true,
  };
}

/** The seat of a helper in somebody's talk, beside the own visit: leaving it brings the own talk back. */
export const HELP = 'bc_help';
const HELP_MS = 14 * DAY;
export const helpCookie = (signer: Signer, says: { conversation: string; helper: string }, nowMs: number): string =>
  slipCookie(signer, HELP, { c: says.conversation, h: says.helper }, HELP_MS, nowMs);

/** Whom the window takes in: in somebody's talk as a helper, or in the own one. */
export function seatOf(
  signer: Signer,
  cookies: readonly string[] | undefined,
  nowMs: number,
): { conversation: ConversationId; helper: string } | undefined {
  const says = slipOf(signer, cookies, HELP, nowMs);
  const conversation = ConversationId.safeParse(says?.['c']);
  return conversation.success && typeof says?.['h'] === 'string'
    ? { conversation: conversation.data, helper: says['h'] }
    : undefined;
}

/** Names the person beside the session, so that both are looked up at once. */
export const staffCookie = (
  signer: Signer,
  { id, staff }: Pick<Session, 'id' | 'staff'>,
  untilMs: number,
  nowMs: number,
): string =>
  `${STAFF}=${signer.sign('staff', { s: id, w: staff }, untilMs)}; ${attributes(Math.floor((untilMs - nowMs) / 1000))}`;

/** The browser is one that staff sign in with; shown beside the figure of a rating, decides nothing. */
export const isStaffDevice = (signer: Signer, cookies: readonly string[] | undefined, nowMs: number): boolean => {
  const slip = cookieValue(cookies, STAFF);
  return slip !== undefined && slip !== '' && signer.check('staff', slip, nowMs) !== undefined;
};

export const noStaffCookie = (): string => noCookie(STAFF);
