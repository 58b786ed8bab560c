/** A sheet is begun, and its list follows the person's answers. */
import { answersAmong } from '../../guidance/answer-code.ts';
import type { Answers } from '../../guidance/questions.ts';
import type { ConversationId, OfficeId, SheetId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { DAY, plus, type Instant } from '../../time.ts';
import { linesFor, listFor, questionsOn } from '../papers.ts';
import { sheetRulesOf } from '../rules.ts';
import { sheetNoted, type GuidanceSheet } from '../sheet.ts';
import { mayChangeAll, signed, touched, type Deed } from './by.ts';

export type Opening = {
  id: SheetId;
  office: OfficeId;
  number: string;
  conversation: ConversationId;
  language: 'zh' | 'en';
  service: string;
  answers: Answers;
};

export const openUntil = (office: OfficeId, now: Instant): Instant => plus(now, sheetRulesOf(office).openDays * DAY);

export function openSheet(opening: Opening, deed: Omit<Deed, 'seen'>): Outcome<GuidanceSheet> {
  const { office, service, answers } = opening;
  const list = listFor(office, service, answers);
  if (!list.ok) return list;
  const { now, by } = deed;
  return done(
    sheetNoted(
      {
        ...opening,
        version: 0,
        answers: list.value.answers,
        opened: signed({ ...deed, seen: 0 }),
        lastAt: now,
        touched: { version: 1, by },
        items: linesFor(list.value),
        words: {},
        retired: [],
        expiresAt: openUntil(office, now),
        warned: false,
        state: { name: 'open' },
        deliveries: [],
        history: [],
      },
      { at: now, what: 'sheet-opened', by, reason: service },
    ),
  );
}

/** Photos of a paper that is no longer asked for are set aside with the others that are to be deleted. */
export function answer(sheet: GuidanceSheet, given: Answers, deed: Deed): Outcome<GuidanceSheet> {
  const open = mayChangeAll(sheet, deed);
  if (!open.ok) return open;
  const list = listFor(sheet.office, sheet.service, { ...sheet.answers, ...given });
  if (!list.ok) return list;
  const [service] = list.value.services;
  if (Object.keys(answersAmong(service, given)).length === 0 || questionsOn(list.value).length === 0)
    return refused('bad-input', 'this service asks nothing like that');
  const items = linesFor(list.value, sheet.items);
  const gone = sheet.items.filter(({ paper }) => !items.some((one) => one.paper === paper));
  const retired = [...sheet.retired, ...gone.flatMap(({ photos }) => photos.map(({ id, sha256 }) => ({ id, sha256 })))];
  return done(
    touched({ ...sheet, answers: list.value.answers, items, retired }, deed, {
      what: 'sheet-answered',
      reason: Object.entries(given)
        .map(([question, value]) => `${question}:${value}`)
        .join(' ')
        .slice(0, 120),
    }),
  );
}
