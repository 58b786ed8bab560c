/** Requests to the office: JSON both ways, a refusal is an answer, only a missing network rejects. */
import type { RefusalKind } from '../../models/outcome.ts';
import type { CitizenLine, CitizenView } from '../../models/conversation/views.ts';
import type { OfficeId } from '../../models/ids.ts';

export type Answer = { status: number; body: unknown };
export type Http = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answer>;

export type OfficeFacts = {
  id: OfficeId;
  nameZh: string;
  nameEn: string;
  openNow: boolean;
  hoursZh: string;
  hoursEn: string;
  nextOpenAt?: string;
  onDuty: number;
};
export type OfficeName = Pick<OfficeFacts, 'id' | 'nameZh' | 'nameEn'>;
export type ChatOpened = {
  conversation: CitizenView;
  lines: CitizenLine[];
  more: boolean;
  socket: { url: string; ticket: string };
  office: OfficeFacts;
  offices: OfficeName[];
  /** The talk is somebody else's, who named the person at this page as their helper. */
  helping?: boolean;
};
export type LinesArrived = { conversation: CitizenView; lines: CitizenLine[] };
export type Refused = { kind: RefusalKind; sentence: string; signedOut?: boolean };

/** A café's sign-in page also answers 200: what is not ours counts as trouble, not as an answer. */
export const hasConversation = (body: unknown): body is LinesArrived =>
  typeof body === 'object' &&
  body !== null &&
  'conversation' in body &&
  typeof (body.conversation as Partial<CitizenView> | null)?.id === 'string';

export const isRefusal = (body: unknown): body is Refused =>
  typeof body === 'object' && body !== null && 'sentence' in body && typeof body.sentence === 'string';

const GIVE_UP_MS = 15_000;

export const browserHttp: Http = async (method, path, body) => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => {
    giveUp.abort();
  }, GIVE_UP_MS);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: giveUp.signal,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json', 'x-bancheng': '1' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  } finally {
    clearTimeout(timer);
  }
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
