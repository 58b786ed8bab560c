/** A matter is reported: it gets a number, a code, its clocks and a proposal for sorting it, in one transaction. */
import { randomInt } from 'node:crypto';
import { fileMatter } from '../../models/complaint/changes/file.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { FileComplaint } from '../../models/complaint/requests.ts';
import { letters, rulesOf } from '../../models/complaint/rules.ts';
import { receiptOf } from '../../models/complaint/showing.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import type { ConversationId, DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { maskNumbers } from '../guidance/mask-numbers.ts';
import { photosAreThere } from './matter-photos.ts';

/** What the window knows of the reporter beyond what is handed in. */
export type Reporter = {
  /** The phone was confirmed by a code in this visit. */
  phoneConfirmed: boolean;
  talk?: { conversation: ConversationId; upTo: number };
};

const ROUNDS = 12;

/** Handing the same draft in again answers with the same receipt. */
export async function fileComplaint(deps: Deps, input: FileComplaint, from: Reporter): Promise<Outcome<Receipt>> {
  const known = await deps.complaints.find(input.id);
  if (known.ok) return done(receiptOf(known.value, deps.now()));
  // The reading of a letter brings its model and the catalogue with it: loaded when a matter is filed, not with every page.
  const { proposeTriage } = await import('../../models/complaint/triage/propose-triage.ts');
  const proposal = proposeTriage({ body: input.matter.what, ...titleOf(input) });
  const problem = input.problem ?? proposal.problem;
  const phone = input.person.phone ?? input.person.helper?.phone;
  if (phone === undefined && !rulesOf(input.office).anonymous.includes(problem))
    return refused('bad-input', 'this kind of matter needs a phone number');
  if (phone !== undefined && !from.phoneConfirmed) return refused('not-allowed', 'the phone is not confirmed');
  if (phone === undefined && input.notify === 'sms') return refused('bad-input', 'messages need a phone number');
  const photos = await photosAreThere(deps, input.attachments, [input.id, from.talk?.conversation]);
  if (!photos.ok) return photos;

  const service = input.service ?? (proposal.mine ? proposal.service : undefined);
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now();
    const number = await nextNumber(deps, input.office, now);
    const filed = fileMatter(
      input.id,
      number,
      {
        office: input.office,
        channel: input.channel,
        language: input.language,
        person: input.person,
        matter: { ...input.matter, title: maskNumbers(input.matter.title ?? shortTitle(input.matter.what)) },
        code: newCode(),
        notify: input.notify,
        problem,
        urgency: proposal.urgency,
        proposal,
        attachments: input.attachments,
        links: [],
        ...(service === undefined ? {} : { service }),
        ...(from.talk === undefined ? {} : { talk: from.talk }),
      },
      now,
    );
    const after: Complaint = { ...filed, lastSeq: 1 };
    const wrote = await deps.complaints.commit(
      [
        {
          before: undefined,
          after,
          entries: [
            {
              complaint: input.id,
              seq: 1,
              at: now,
              from: input.person.helper === undefined ? 'citizen' : 'helper',
              kind: 'report',
              text: input.matter.what,
              attachments: input.attachments,
            },
          ],
        },
      ],
      input.id as string as DeliveryId,
    );
    if (wrote === 'done') return done(receiptOf({ ...after, version: 1 }, now));
    const again = await deps.complaints.find(input.id);
    if (again.ok) return done(receiptOf(again.value, now));
    await pause(round);
  }
  return refused('stale', 'too many matters came at once');
}

const titleOf = ({ matter }: FileComplaint): { title?: string } =>
  matter.title === undefined ? {} : { title: matter.title };

async function nextNumber(deps: Deps, office: Complaint['office'], now: Instant): Promise<string> {
  const day = dayOf(now);
  const n = await deps.complaints.nextNumber(office, day);
  return `${letters[office]}-${day.slice(5, 7)}${day.slice(8, 10)}-${String(n).padStart(3, '0')}`;
}

/** No letters or digits that look or sound alike: 33 bits would do, 8 of 29 are 38, and tries are few. */
const ALPHABET = '234679ACDEFGHJKMNPQRTUVWXYZ';
export const newCode = (): string =>
  Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');

/** The first clauses, until they say something, for the lists; the officer may give it a better name. */
export function shortTitle(what: string): string {
  const clauses = what.trim().split(/(?<=[。！？!?\n；;，,])/u);
  let title = '';
  for (const clause of clauses) {
    if (title.length >= LEAST_TITLE) break;
    title += clause.trim();
  }
  const letters_ = Array.from(title.replace(/[。！？!?；;，,]+$/u, ''));
  return letters_.length <= MOST_TITLE ? letters_.join('') : `${letters_.slice(0, MOST_TITLE - 1).join('')}…`;
}
const LEAST_TITLE = 9;
const MOST_TITLE = 28;
