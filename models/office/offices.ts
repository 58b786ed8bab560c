/** The four offices with their hours and scope; example configuration that each office is to confirm. */
import type { ServiceId } from '../guidance/service.ts';
import type { Day } from '../time.ts';
import type { OfficeId } from '../ids.ts';
import type { Hours, Office, Window } from './office.ts';

const hour = (h: number, minutes = 0): number => h * 60 + minutes;
const window = (from: number, to: number): Window => ({ from, to });
const morning = window(hour(9), hour(12));
const closed: Window[] = [];

/** Sunday first. */
const mondayToFriday = (...day: Window[]): Hours['weekly'] => [closed, day, day, day, day, day, closed];

const table = (weekly: Hours['weekly'], more: Partial<Hours> = {}): Hours => ({
  weekly,
  holiday: closed,
  roundTheClock: false,
  makeUpDays: 'as-weekday',
  validFrom: '2026-09-01' as Day,
  example: true,
  ...more,
});

const allDay = window(0, 1440);

/** Local measures: known only from the office that began them. */
const onlyYinchuan: ServiceId[] = ['mortgage-release-video', 'motorcycle-one-id'];
const onlyZhongning: ServiceId[] = ['yellow-label-scrap'];

const shared = {
  supervises: [],
  serviceCircleKm: { town: 3, plain: 10, mountain: 20 },
  expectedHandlingMinutes: 4,
  phone: null,
  address: null,
} as const;

export const offices: readonly Office[] = [
  {
    ...shared,
    id: 'yinchuan',
    nameZh: '银川车管所',
    nameEn: 'Yinchuan Vehicle Office',
    shortZh: '银川',
    level: 'city',
    city: { zh: '银川', en: 'Yinchuan' },
    // Example of the pilot: in law the three county offices belong to other cities, and the four have agreed that 银川 gathers the figures.
    supervises: ['yanchi', 'pingluo', 'zhongning'],
    plateLetter: 'A',
    hours: table(mondayToFriday(morning, window(hour(13), hour(17)))),
    leaves: [...onlyZhongning],
    greenLane: true,
    videoRelease: true,
    position: { lat: 38.487, lon: 106.231 },
  },
  {
    ...shared,
    id: 'yanchi',
    nameZh: '盐池车管所',
    nameEn: 'Yanchi Vehicle Office',
    shortZh: '盐池',
    level: 'county',
    city: { zh: '吴忠', en: 'Wuzhong' },
    plateLetter: 'C',
    hours: table([[allDay], [allDay], [allDay], [allDay], [allDay], [allDay], [allDay]], {
      roundTheClock: true,
      holiday: [allDay],
    }),
    leaves: [...onlyYinchuan, ...onlyZhongning],
    greenLane: true,
    videoRelease: false,
    position: { lat: 37.783, lon: 107.405 },
  },
  {
    ...shared,
    id: 'pingluo',
    nameZh: '平罗车管所',
    nameEn: 'Pingluo Vehicle Office',
    shortZh: '平罗',
    level: 'county',
    city: { zh: '石嘴山', en: 'Shizuishan' },
    plateLetter: 'B',
    // The desk from 12 to 14 is the noon window.
    hours: table(mondayToFriday(morning, window(hour(12), hour(14)), window(hour(14), hour(17, 30))), {
      holiday: [morning],
    }),
    leaves: [...onlyYinchuan, ...onlyZhongning],
    greenLane: true,
    videoRelease: false,
    position: { lat: 38.907, lon: 106.524 },
  },
  {
    ...shared,
    id: 'zhongning',
    nameZh: '中宁车管所',
    nameEn: 'Zhongning Vehicle Office',
    shortZh: '中宁',
    level: 'county',
    city: { zh: '中卫', en: 'Zhongwei' },
    plateLetter: 'E',
    hours: table(mondayToFriday(morning, window(hour(14), hour(17, 30)))),
    leaves: [...onlyYinchuan],
    greenLane: true,
    videoRelease: false,
    position: { lat: 37.49, lon: 105.685 },
  },
];

export const officeById = (id: string): Office | undefined => offices.find((o) => o.id === id);

/** Where somebody who named no office is: the city office. */
export const defaultOffice = (): Office => officeOf('yinchuan');

export function officeOf(id: OfficeId): Office {
  const found = offices.find((o) => o.id === id);
  if (found === undefined) throw new Error(`office ${id} is not configured`);
  return found;
}
