/** What one person has to bring, told all at once (一次性告知): the papers of the law narrowed by a few answers, never one more. */
import { type Office, offers } from '../office/office.ts';
import { shortCitations } from './citations.ts';
import { type Fee, type TimeToWait, feeFor, timeOf } from './fee-and-time.ts';
import { type Answers, type Question, answerTo, holds, questionOf } from './questions.ts';
import type { Channel, Material, Service, ServiceId, Text } from './service.ts';
import { say } from './service-draft.ts';
import { applicantText, placeText } from './wording.ts';

declare const listedByLaw: unique symbol;

/**
 * One thing to bring. Only this file can make one, and only out of a material of the service's own legal list:
 * a paper that no article names cannot get onto a checklist (Order 164, article 83(4) forbids asking for one).
 */
export type ChecklistItem = Pick<
  Material,
  'id' | 'nameZh' | 'nameEn' | 'kind' | 'who' | 'note' | 'onlyIf' | 'legal' | 'verified'
> & {
  readonly services: readonly [ServiceId, ...ServiceId[]];
  readonly [listedByLaw]: true;
};

export type Checklist = {
  services: readonly [Service, ...Service[]];
  office: Office;
  answers: Answers;
  items: readonly ChecklistItem[];
  /** False: the list itself is not verified; ask before relying on it. */
  itemsVerified: boolean;
  notNeeded: readonly Text[];
  /** To be settled before coming. */
  before: readonly (Text & { service?: ServiceId })[];
  fee: Fee;
  times: readonly TimeToWait[];
  where: readonly Text[];
  channels: readonly Channel[];
  applicants: readonly Text[];
  /** Services that this office does not take. */
  elsewhere: readonly ServiceId[];
  sources: readonly Text[];
};

/** At most three, and only those that still matter after the answers so far. */
export const questionsFor = (service: Service, answers: Answers = {}): Question[] =>
  service.questions.map(questionOf).filter((q) => holds(q.when, answers));

const itemOf = (service: Service, m: Material): ChecklistItem => {
  const item = { ...m, services: [service.id] };
  delete item.when;
  return item as unknown as ChecklistItem;
};

const itemsOf = (service: Service, answers: Answers): ChecklistItem[] =>
  service.materials.filter((m) => holds(m.when, answers)).map((m) => itemOf(service, m));

/** The same paper for two matters is one paper; a case that only one of them names does not excuse the other. */
function shared(items: readonly ChecklistItem[]): ChecklistItem[] {
  const byId = new Map<string, ChecklistItem>();
  for (const item of items) {
    const first = byId.get(item.id);
    if (first === undefined) {
      byId.set(item.id, item);
      continue;
    }
    const { onlyIf, ...rest } = first;
    const both = onlyIf !== undefined && item.onlyIf !== undefined ? { ...rest, onlyIf } : rest;
    byId.set(item.id, { ...both, services: [...first.services, ...item.services] } as unknown as ChecklistItem);
  }
  return [...byId.values()];
}

const unique = <T extends Text>(texts: readonly T[]): T[] => [...new Map(texts.map((t) => [t.zh, t])).values()];

/** What the papers of these answers do not include although people are asked for it. */
function notNeededFor(services: readonly Service[], items: readonly ChecklistItem[]): Text[] {
  const asked = new Set(items.map((i) => i.nameZh));
  return unique(services.flatMap((s) => s.notNeeded)).filter((t) => !t.zh.split('、').some((one) => asked.has(one)));
}

/** The video room is verified where the office has opened it, and not offered anywhere else. */
const asOffered = (s: Service, office: Office): Channel[] =>
  s.category !== 'mortgage-pledge'
    ? s.channels
    : s.channels
        .filter((c) => c.kind !== 'video' || office.videoRelease)
        .map((c) => (c.kind === 'video' ? { ...c, verified: true } : c));

/** Channels that every one of the services has; unverified if unverified for one of them. */
function channelsFor(services: readonly [Service, ...Service[]], office: Office): Channel[] {
  const [first, ...rest] = services.map((s) => asOffered(s, office));
  return (first ?? [])
    .filter((c) => rest.every((other) => other.some((o) => o.kind === c.kind)))
    .map((c) => ({
      ...c,
      verified: c.verified && rest.every((other) => other.some((o) => o.kind === c.kind && o.verified)),
    }));
}

export function checklistForMany(
  services: readonly [Service, ...Service[]],
  answers: Answers,
  office: Office,
): Checklist {
  const items = shared(services.flatMap((s) => itemsOf(s, answers)));
  return {
    services,
    office,
    answers,
    items,
    itemsVerified: services.every((s) => s.materialsVerified),
    notNeeded: notNeededFor(services, items),
    before: unique(
      services
        .flatMap((s) => s.first)
        .filter((f) => holds(f.when, answers))
        .map(({ zh, en, service }) => ({ zh, en, ...(service === undefined ? {} : { service }) })),
    ),
    fee: feeFor(services, office),
    times: services.map(timeOf),
    where: unique(services.map((s) => placeText(s.place, office))),
    channels: channelsFor(services, office),
    applicants: unique(services.map((s) => applicantText(s).head)),
    elsewhere: services.filter((s) => !offers(office, s.id)).map((s) => s.id),
    sources: shortCitations(services),
  };
}

export const checklistFor = (service: Service, answers: Answers, office: Office): Checklist =>
  checklistForMany([service], answers, office);

/** The situation in words, as it stands above a printed list: 车主是个人；谁来办：本人. */
export function situationText(services: readonly Service[], answers: Answers): Text {
  const asked = new Map(services.flatMap((s) => questionsFor(s, answers)).map((q) => [q.id, q]));
  const said = [...asked.values()].map((q) => {
    const option = q.options.find((o) => o.value === answerTo(q.id, answers)) ?? q.options[0];
    return say(`${q.zh}：${option.zh}`, `${q.en}: ${option.en}`);
  });
  return said.length === 0
    ? say('一般情形', 'The usual case')
    : say(said.map((t) => t.zh).join('；'), said.map((t) => t.en).join('; '));
}
