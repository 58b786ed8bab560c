/** A few service points that show how points work; every one is an example until its office has imported the real list. */
import { type OfficeId } from '../ids.ts';
import { type Window, offers } from '../office/office.ts';
import { officeOf } from '../office/offices.ts';
import type { Day } from '../time.ts';
import { services } from './catalogue.ts';
import type { PointKind, ServicePoint, Visit } from './point.ts';
import type { ServiceId } from './service.ts';

const minutes = (from: number, to: number): Window => ({ from: from * 60, to: to * 60 });
const none: readonly Window[] = [];
const weekdays = (...day: Window[]): ServicePoint['weekly'] => [none, day, day, day, day, day, none];
const never = weekdays();
const halves = weekdays(minutes(9, 12), minutes(14, 17.5));

/** What an office's own hall takes at its windows. */
const atWindows = (office: OfficeId): ServiceId[] =>
  services
    .filter((s) => offers(officeOf(office), s.id) && s.channels.some((c) => c.kind === 'window' && c.verified))
    .map((s) => s.id);
const replacements = [
  'replace-vehicle-licence',
  'licence-replace-lost',
  'licence-replace-damaged',
  'licence-renew-expiry',
];

const point = (
  id: string,
  office: OfficeId,
  kind: PointKind,
  nameZh: string,
  address: string,
  [lat, lon]: [number, number],
  serviceIds: readonly ServiceId[],
  weekly: ServicePoint['weekly'],
  visits: readonly Visit[] = [],
): ServicePoint => ({
  id,
  office,
  nameZh,
  kind,
  lat,
  lon,
  address,
  weekly,
  visits,
  services: serviceIds,
  example: true,
  validFrom: '2026-11-01' as Day,
});

export const examplePoints: readonly ServicePoint[] = [
  point(
    'zhongning-hanjiaoshui',
    'zhongning',
    'squadron',
    '喊叫水交警中队',
    '中宁县喊叫水乡',
    [37.052, 105.612],
    ['replace-vehicle-licence', 'owner-contact-filing', 'driver-contact-filing'],
    halves,
  ),
  point(
    'zhongning-dazhanchang',
    'zhongning',
    'inspection-station',
    '大战场检测站',
    '中宁县大战场镇',
    [37.36, 105.77],
    ['inspection-mark'],
    halves,
  ),
  point(
    'zhongning-mobile-hanjiaoshui',
    'zhongning',
    'mobile-office',
    '流动车管所（喊叫水乡政府）',
    '中宁县喊叫水乡政府',
    [37.05, 105.61],
    [...replacements, 'owner-contact-filing', 'driver-contact-filing', 'medical-certificate-submit'],
    never,
    [{ day: '2026-11-25' as Day, ...minutes(9, 12) }],
  ),
  point(
    'zhongning-hall',
    'zhongning',
    'hall',
    '中宁车管所大厅',
    '中宁县城',
    [37.49, 105.685],
    atWindows('zhongning'),
    halves,
  ),
  point(
    'yinchuan-east',
    'yinchuan',
    'hall',
    '城东大厅',
    '银川市兴庆区',
    [38.474, 106.289],
    atWindows('yinchuan'),
    weekdays(minutes(9, 12), minutes(13, 17)),
  ),
  point(
    'yinchuan-post-jinfeng',
    'yinchuan',
    'post',
    '金凤邮政网点',
    '银川市金凤区',
    [38.473, 106.243],
    ['replace-vehicle-licence', 'licence-replace-lost', 'licence-replace-damaged', 'replace-plate'],
    weekdays(minutes(9, 17)),
  ),
  point(
    'pingluo-hall',
    'pingluo',
    'hall',
    '平罗车管所大厅',
    '平罗县城',
    [38.907, 106.524],
    atWindows('pingluo'),
    weekdays(minutes(9, 17.5)),
  ),
  point(
    'pingluo-taole',
    'pingluo',
    'squadron',
    '陶乐交警中队',
    '平罗县陶乐镇',
    [38.82, 106.69],
    ['replace-vehicle-licence', 'owner-contact-filing', 'violation-processing'],
    halves,
  ),
  point(
    'yanchi-dashuikeng',
    'yanchi',
    'squadron',
    '大水坑交警中队',
    '盐池县大水坑镇',
    [37.42, 106.98],
    ['replace-vehicle-licence', 'licence-replace-lost', 'violation-processing'],
    halves,
  ),
];
