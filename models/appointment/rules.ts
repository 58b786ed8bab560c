/** What can be booked at an office, and how: slot length, how far ahead, how many at once, whom a missed appointment asks to call. */
import * as z from 'zod';
import type { OfficeId } from '../ids.ts';
import { officeOf } from '../office/offices.ts';
import type { Window } from '../office/office.ts';
import { MINUTE } from '../time.ts';

export const appointmentKinds = ['video-release', 'exam', 'mobile-office', 'counter', 'call-back'] as const;
export const AppointmentKind = z.enum(appointmentKinds);
export type AppointmentKind = z.infer<typeof AppointmentKind>;

/** All times of an appointment lie on this grid, so that kinds of different length share a person's calendar without half minutes. */
export const CELL_MINUTES = 15;

export type SlotRules = {
  /** A multiple of `CELL_MINUTES`; the last `bufferMinutes` of it are for writing up, and people are told the rest. */
  slotMinutes: number;
  bufferMinutes: number;
  /** Appointments begin and end between these, also where the office never closes. */
  between: Window;
  /** Calendar days from today on which one can book. */
  aheadDays: number;
  /** Nobody is expected to come sooner than this. */
  noticeMinutes: number;
  /** Officers at once, unless a manager set another number. */
  places: number;
  /** The share of places that is never booked, for those who wait “now”. */
  keptForNow: number;
  holdMinutes: number;
  /** So many times at once for one matter; both sides may come apart, and more would be kept from others. */
  mostAtOnce: number;
  /** Whoever is not there after this has missed it. */
  waitMinutes: number;
  /** From this miss of one matter on, the office calls. Nobody loses the right to book again. */
  missesForCall: number;
  /** The office calls: nobody comes, and nobody but the office can be late. */
  officeCalls: boolean;
  reminders: { dayBeforeAt: number; soonMinutes: number };
  /** The “now” queue: what one person takes, how long silence is waited for, how long a called person has to come. */
  queue: { handlingMinutes: number; silenceMs: number; answerMs: number; backMs: number };
  /** True until the office itself has confirmed the numbers. */
  example: boolean;
};

const videoRelease: SlotRules = {
  slotMinutes: 30,
  bufferMinutes: 5,
  between: { from: 8 * 60, to: 20 * 60 },
  aheadDays: 14,
  noticeMinutes: 60,
  places: 3,
  keptForNow: 0.3,
  holdMinutes: 10,
  mostAtOnce: 4,
  waitMinutes: 10,
  missesForCall: 2,
  officeCalls: false,
  reminders: { dayBeforeAt: 18 * 60, soonMinutes: 60 },
  queue: { handlingMinutes: 20, silenceMs: 3 * MINUTE, answerMs: 2 * MINUTE, backMs: 10 * MINUTE },
  example: true,
};

/** A short call at an agreed time; every office can call, also where nothing is done by video. */
const callBack: SlotRules = {
  ...videoRelease,
  slotMinutes: 15,
  bufferMinutes: 5,
  aheadDays: 7,
  noticeMinutes: 15,
  places: 2,
  keptForNow: 0,
  mostAtOnce: 1,
  waitMinutes: 15,
  officeCalls: true,
  reminders: { dayBeforeAt: 18 * 60, soonMinutes: 30 },
};

/** Exams, the mobile office and the counter follow; until an office has rules for a kind, the kind cannot be booked there. */
const defaults: Partial<Record<AppointmentKind, SlotRules>> = {
  'video-release': videoRelease,
  'call-back': callBack,
};

/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, Partial<Record<AppointmentKind, Partial<SlotRules>>>>> = {};

/** Undefined where the office does not offer it. */
export function slotRulesOf(office: OfficeId, kind: AppointmentKind): SlotRules | undefined {
  const usual = defaults[kind];
  if (usual === undefined || (kind === 'video-release' && !officeOf(office).videoRelease)) return undefined;
  return { ...usual, ...own[office]?.[kind] };
}

/** The part of the places that can be booked; at least one, or a share would close the desk. */
export const bookable = (places: number, keptForNow: number): number =>
  places <= 1 ? places : Math.max(1, places - Math.ceil(places * keptForNow));
