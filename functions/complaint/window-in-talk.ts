/** Serves the “办不成事” counter in the middle of a talk: codes, filing, looking up, the person's own deeds. */
import { createHash } from 'node:crypto';
import { phoneOf } from '../../models/complaint/complaint.ts';
import type { CitizenAct } from '../../models/complaint/requests.ts';
import { rulesOf } from '../../models/complaint/rules.ts';
import { looksSame, type Likeness } from '../../models/complaint/same-matter.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import type { CodeSent, MatterWindow } from '../../models/complaint/window.ts';
import type { FileComplaint } from '../../models/complaint/requests.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { ComplaintId, DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import { checkPhoneCode } from '../access/check-phone-code.ts';
import { sendPhoneCode } from '../access/send-phone-code.ts';
import type { Deps } from '../deps.ts';
import { actOnOwn, type Device } from './act-on-own.ts';
import { fileComplaint } from './file-complaint.ts';
import { findDuplicates } from './find-duplicates.ts';
import { remembering, type Once } from '../remembering.ts';
import { findOwn, readOwn, readReceipt } from './find-own.ts';
import { receiptAgain } from './receipt-again.ts';

/** A talk may ask for so many codes an hour, and name so many matters that are not its own. */
const CODES_PER_HOUR = 6;
const NUMBERS_PER_HOUR = 12;
const LINES_READ = 200;

/**
 * One window for one message, kept over the rounds of its turn: a turn that lost a race is run again and must not send a second code
 * or use up a try, so what was sent and checked once is answered from memory; deeds carry a delivery id made from the message's.
 */
export function openWindowFor(deps: Deps, delivery: DeliveryId, device: Device): (c: Conversation) => MatterWindow {
  const once = remembering();
  const proven = new Set<string>();
  return (c) => windowOf(deps, c, { delivery, device }, once, proven);
}

function windowOf(
  deps: Deps,
  c: Conversation,
  { delivery, device }: { delivery: DeliveryId; device: Device },
  once: Once,
  proven: Set<string>,
): MatterWindow {
  if (c.confirmed !== undefined) proven.add(c.confirmed);
  const own = new Set<ComplaintId>(c.matters ?? []);
  const limited = async (what: string, most: number): Promise<boolean> =>
    (await deps.limits.use(`${what}#${c.id}`, 3600, msOf(deps.now()))) > most;

  const sendCode = (phone: string): Promise<Outcome<CodeSent>> =>
    once(`send#${phone}`, async () =>
      (await limited('talk-code', CODES_PER_HOUR))
        ? refused('too-many', 'too many phone codes in one talk')
        : sendPhoneCode(deps, { phone, use: 'chat', language: c.language, address: `talk#${c.id}` }),
    );
  // The digits belong to this message: the same message brought again finds its own try.
  const checkCode = (phone: string, code: string): Promise<Outcome<void>> =>
    once(`check#${phone}#${code}`, async () => {
      const checked = await checkPhoneCode(deps, { phone, use: 'chat', code, by: delivery });
      if (checked.ok) proven.add(phone);
      return checked;
    });

  return {
    newId: () => Promise.resolve(ComplaintId.parse(deps.newId())),

    async said() {
      const lines = await deps.conversations.linesAfter(c.id, Math.max(0, c.lastSeq - LINES_READ), LINES_READ);
      return lines.flatMap(({ from, content }) =>
        from === 'citizen' && content.type === 'text' ? [content.text] : [],
      );
    },

    async mayBeNameless({ office, matter, problem }) {
      const { proposeTriage } = await import('../../models/complaint/triage/propose-triage.ts');
      return rulesOf(office).anonymous.includes(problem ?? proposeTriage({ body: matter.what }).problem);
    },

    sendCode,
    checkCode,

    async alike({ id, office, person, matter, service }) {
      const phone = person.phone ?? person.helper?.phone;
      const likeness = { plate: matter.plate, service, what: matter.what };
      const ofPhone =
        phone !== undefined && proven.has(phone) ? await findDuplicates(deps, { id, office, phone, likeness }) : [];
      const ofTalk = await Promise.all([...own].reverse().map((other) => readOwn(deps, other)));
      const twin = ofTalk.find(
        (found) =>
          found.ok && found.value.id !== id && goesOn(found.value) && looksSame(likeness, asLikeness(found.value)),
      );
      if (twin?.ok === true) return twin.value;
      const [first] = ofPhone;
      const shown = first === undefined ? undefined : await readOwn(deps, first.id);
      return shown?.ok === true ? shown.value : undefined;
    },

    file: (report, upTo) =>
      fileComplaint(deps, inBothNames(report, c), {
        phoneConfirmed: proven.has(report.person.phone ?? report.person.helper?.phone ?? ''),
        talk: { conversation: c.id, upTo },
      }),
    receipt: (id) => readReceipt(deps, id),

    async named(number) {
      const found = await deps.complaints.byNumber(number, deps.now());
      const mine = found !== undefined && (own.has(found.id) || proven.has(phoneOf(found) ?? ''));
      // Numbers follow each other: trying them out must not pay.
      if (!mine && (await once(`named#${number}`, () => limited('talk-number', NUMBERS_PER_HOUR))))
        return refused('too-many', 'too many numbers in one talk');
      if (found === undefined) return refused('not-found', 'no such matter');
      const tail = phoneOf(found)?.slice(-4);
      return done({ id: found.id, number: found.number, own: mine, ...(tail === undefined ? {} : { tail }) });
    },
    async sendCodeFor(id) {
      const phone = await phoneOnFile(deps, id);
      return phone === undefined ? refused('not-found', 'no phone on file') : sendCode(phone);
    },
    async checkCodeFor(id, code) {
      const phone = await phoneOnFile(deps, id);
      return phone === undefined ? refused('not-found', 'no phone on file') : checkCode(phone, code);
    },
    checkReceiptCode: (number, code) =>
      once(`receipt#${number}#${code}`, () => findOwn(deps, { number, code }, `talk#${c.id}`)),

    async receiptAgain(number, phone) {
      if (!proven.has(phone)) return refused('not-allowed', 'this phone was not confirmed in this talk');
      const again = await receiptAgain(deps, number, phone);
      if (!again.ok && (await once(`named#${number}`, () => limited('talk-number', NUMBERS_PER_HOUR))))
        return refused('too-many', 'too many numbers in one talk');
      return again;
    },

    async ofPhone(phone) {
      const found = await deps.complaints.bySign('phone', phone);
      const shown = await Promise.all(found.slice(0, 6).map(({ id }) => readOwn(deps, id)));
      return shown.flatMap((one) => (one.ok ? [one.value] : []));
    },
    read: (id) => readOwn(deps, id),
    act: (id, what) => actOnOwn(deps, id, { delivery: deedOf(delivery, what), what }, { ...device, inTalk: true }),
  };
}

/** One message does each deed once. */
const deedOf = (delivery: string, { act }: CitizenAct): DeliveryId =>
  DeliveryId.parse(createHash('sha256').update(`${delivery}#${act}`).digest('base64url'));

/** The service is not shown to the person; plate and words tell enough. */
const asLikeness = ({ what }: OwnMatter): Likeness => ({ what });
const goesOn = ({ may }: OwnMatter): boolean => may.press || may.confirm;

async function phoneOnFile(deps: Deps, id: ComplaintId): Promise<string | undefined> {
  const found = await deps.complaints.find(id);
  return found.ok ? phoneOf(found.value) : undefined;
}

/** Written by the talk's helper: both names stand in it, unless the report names a helper of its own. */
function inBothNames(report: FileComplaint, { helper }: Conversation): FileComplaint {
  const { person } = report;
  if (helper === undefined || person.helper !== undefined || person.phone === undefined) return report;
  return { ...report, person: { ...person, helper: { name: helper.name, relation: helper.relation } } };
}
