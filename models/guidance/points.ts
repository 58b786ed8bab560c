/** Which service point is near, open, and really does the thing that somebody needs. */
import { windowsOn } from '../office/opening.ts';
import { officeOf } from '../office/offices.ts';
import type { OfficeId } from '../ids.ts';
import type { Window } from '../office/office.ts';
import { DAY, type Day, type Instant, addDays, dayOf, minuteOfDay } from '../time.ts';
import { distanceKm } from './gazetteer.ts';
import type { ServicePoint } from './point.ts';
import type { ServiceId } from './service.ts';

export type NearbyPoint = {
  point: ServicePoint;
  km: number;
  /** What is left of today; empty if it is not open any more. */
  today: readonly Window[];
  /** The next day with hours, today included; a mobile office may be weeks away. */
  nextDay: Day;
  next: readonly Window[];
};

/** A point keeps its office's holidays; a mobile office comes on its days whatever they are. */
export function pointWindows(point: ServicePoint, day: Day): readonly Window[] {
  const visits = point.visits.filter((v) => v.day === day).map(({ from, to }) => ({ from, to }));
  if (visits.length > 0) return visits;
  if (point.weekly.every((d) => d.length === 0)) return [];
  const hours = { ...officeOf(point.office).hours, weekly: point.weekly, holiday: [], roundTheClock: false };
  return windowsOn({ hours }, day);
}

const LOOK_AHEAD_DAYS = 30;

function nextOpen(point: ServicePoint, now: Instant): { day: Day; windows: readonly Window[] } | undefined {
  const today = dayOf(now);
  const minute = minuteOfDay(now);
  for (let i = 0; i <= LOOK_AHEAD_DAYS; i++) {
    const day = addDays(today, i);
    const windows = pointWindows(point, day).filter((w) => i > 0 || w.to > minute);
    if (windows.length > 0) return { day, windows };
  }
  return undefined;
}

export type Wanted = {
  services: readonly ServiceId[];
  office?: OfficeId;
  from: { lat: number; lon: number };
  now: Instant;
  withinKm?: number;
};

/** A day of waiting weighs like this many kilometres: a squadron that is open now comes before the mobile office of next week. */
const KM_PER_DAY = 3;
const daysUntil = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Nearest first; only points that do every one of the wanted services and open within a month. */
export function nearestPoints(points: readonly ServicePoint[], wanted: Wanted): NearbyPoint[] {
  const { services, office, from, now, withinKm = Infinity } = wanted;
  const effort = ({ km, nextDay }: NearbyPoint): number => km + KM_PER_DAY * daysUntil(dayOf(now), nextDay);
  return points
    .filter((p) => office === undefined || p.office === office)
    .filter((p) => p.validFrom <= dayOf(now))
    .filter((p) => services.every((id) => p.services.includes(id)))
    .flatMap((point) => {
      const km = Math.round(distanceKm(from, point) * 10) / 10;
      const open = nextOpen(point, now);
      if (open === undefined || km > withinKm) return [];
      const isToday = open.day === dayOf(now);
      return [{ point, km, today: isToday ? open.windows : [], nextDay: open.day, next: open.windows }];
    })
    .sort((a, b) => effort(a) - effort(b) || a.point.id.localeCompare(b.point.id));
}
