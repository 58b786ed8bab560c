/** The form of the window, read: what was typed becomes a report, or a list of what is missing or does not fit. */
import type { z } from 'zod';
import { serviceById } from '../guidance/catalogue.ts';
import { OfficeId, type AttachmentId, type ComplaintId } from '../ids.ts';
import { Phone } from './complaint.ts';
import { ProblemKind } from './kinds.ts';
import { stillNeeded } from './questions.ts';
import { FileComplaint } from './requests.ts';
import { rulesOf } from './rules.ts';

/** Every field of the form, by its name there. */
export const reportFields = [
  'office',
  'what',
  'problem',
  'said',
  'where',
  'when',
  'visits',
  'wanted',
  'service',
  'plate',
  'who',
  'name',
  'otherName',
  'relation',
  'contact',
  'phone',
] as const;
export type ReportField = (typeof reportFields)[number];
/** As typed; what was left empty is absent. */
export type Typed = Partial<Record<ReportField, string>>;

/** `missing`, `wrong` (does not fit), `long`, `not-anonymous` (this kind needs a phone). */
export type Fault = { field: ReportField; fault: 'missing' | 'wrong' | 'long' | 'not-anonymous' };

const LONGEST = 4200;

/** Keeps what belongs to the form, trimmed; more than anybody types is cut, so that it can be kept until it is put right. */
export function typedFrom(fields: Record<string, string | undefined>): Typed {
  const typed: Typed = {};
  for (const field of reportFields) {
    const text = fields[field]?.trim() ?? '';
    if (text !== '') typed[field] = text.slice(0, LONGEST);
  }
  return typed;
}

/** Digits as people write them: spaces, dashes, +86, full width. */
export const plainPhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s()-]/gu, '')
    .replace(/^(?:\+?86)(?=1\d{10}$)/u, '');

const longest: Partial<Record<ReportField, number>> = {
  what: 4000,
  said: 1000,
  where: 120,
  when: 120,
  wanted: 500,
  name: 40,
  otherName: 40,
  relation: 20,
};

/** The phone that is to be confirmed; undefined when none is given. */
export const phoneTyped = (typed: Typed): string | undefined =>
  typed.contact === 'none' || typed.phone === undefined ? undefined : plainPhone(typed.phone);

export function faultsOf(typed: Typed): Fault[] {
  const faults: Fault[] = [];
  const office = OfficeId.safeParse(typed.office);
  const problem = ProblemKind.safeParse(typed.problem);
  const add = (field: ReportField, fault: Fault['fault']): void => {
    if (!faults.some((f) => f.field === field)) faults.push({ field, fault });
  };
  if (!office.success) add('office', 'missing');
  if (typed.what === undefined) add('what', 'missing');
  if (typed.problem !== undefined && !problem.success) add('problem', 'wrong');
  for (const field of stillNeeded(problem.data, typed)) add(field, 'missing');
  for (const [field, most] of Object.entries(longest) as [ReportField, number][])
    if ((typed[field]?.length ?? 0) > most) add(field, 'long');
  if (typed.visits !== undefined && visitsTyped(typed.visits) === undefined) add('visits', 'wrong');
  if (typed.service !== undefined && serviceById(typed.service) === undefined) add('service', 'wrong');
  if (typed.plate !== undefined && plateTyped(typed.plate).length > 10) add('plate', 'wrong');
  if (typed.who === 'other') {
    // Whoever acts for somebody is named beside them.
    for (const field of ['otherName', 'relation', 'name'] as const)
      if (typed[field] === undefined) add(field, 'missing');
  }
  if (typed.contact === 'none') {
    if (office.success && !(problem.success && rulesOf(office.data).anonymous.includes(problem.data)))
      add('contact', 'not-anonymous');
  } else if (typed.phone === undefined) add('phone', 'missing');
  else if (!Phone.safeParse(plainPhone(typed.phone)).success) add('phone', 'wrong');
  return faults.sort((a, b) => reportFields.indexOf(a.field) - reportFields.indexOf(b.field));
}

function visitsTyped(text: string): number | undefined {
  const n = Number(/\d+/u.exec(text.normalize('NFKC'))?.[0] ?? NaN);
  return n >= 1 && n <= 99 ? n : undefined;
}

const plateTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[·•.\s-]/gu, '')
    .toUpperCase();

/** Only for what has no faults; anything else is a fault of ours and throws. */
export function reportFrom(
  id: ComplaintId,
  typed: Typed,
  attachments: readonly AttachmentId[],
  language: 'zh' | 'en',
): FileComplaint {
  const phone = phoneTyped(typed);
  const visits = typed.visits === undefined ? undefined : visitsTyped(typed.visits);
  const helped = typed.who === 'other';
  const matter = {
    what: typed.what,
    where: typed.where,
    when: typed.when,
    visits,
    said: typed.said,
    wanted: typed.wanted,
    plate: typed.plate === undefined ? undefined : plateTyped(typed.plate),
  };
  const person = helped
    ? { name: typed.otherName, helper: given({ name: typed.name, relation: typed.relation, phone }) }
    : { name: typed.name, phone };
  return FileComplaint.parse(
    given({
      id,
      office: typed.office,
      channel: 'form',
      language,
      matter: given(matter),
      person: given(person),
      service: typed.service,
      problem: typed.problem,
      notify: phone === undefined ? 'none' : 'sms',
      attachments: [...attachments],
    } satisfies Partial<Record<keyof z.input<typeof FileComplaint>, unknown>>),
  );
}

/** What is there: the record's types know no undefined. */
const given = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined));
