/** A service point near people: a squadron, a post office, an inspection station, or the mobile office on a day in a township. */
import * as z from 'zod';
import { OfficeId } from '../ids.ts';
import { Window } from '../office/office.ts';
import { Day } from '../time.ts';
import { ServiceId } from './service.ts';

export const pointKinds = [
  'hall',
  'government-hall',
  'service-station',
  'squadron',
  'post',
  'inspection-station',
  'police-station',
  'self-service',
  'mobile-office',
] as const;
export const PointKind = z.enum(pointKinds);
export type PointKind = z.infer<typeof PointKind>;

export const pointKindNames = {
  hall: { zh: '车管所大厅', en: 'Vehicle office hall' },
  'government-hall': { zh: '政务服务大厅', en: 'Government service hall' },
  'service-station': { zh: '登记服务站', en: 'Service station' },
  squadron: { zh: '交警中队', en: 'Traffic police squadron' },
  post: { zh: '邮政网点', en: 'Post office' },
  'inspection-station': { zh: '检验机构', en: 'Inspection station' },
  'police-station': { zh: '派出所', en: 'Police station' },
  'self-service': { zh: '自助机', en: 'Self-service terminal' },
  'mobile-office': { zh: '流动车管所', en: 'Mobile office' },
} as const satisfies Record<PointKind, { zh: string; en: string }>;

/** A day on which a mobile office is there. */
export const Visit = z.strictObject({ day: Day, from: Window.shape.from, to: Window.shape.to });
export type Visit = z.infer<typeof Visit>;

/** The borders of Ningxia with room to spare: a swapped latitude and longitude falls outside. */
const inNingxia = { lat: [35, 39.6], lon: [104, 107.9] } as const;

export const ServicePoint = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    office: OfficeId,
    nameZh: z.string().min(1),
    kind: PointKind,
    lat: z.number().min(inNingxia.lat[0]).max(inNingxia.lat[1]),
    lon: z.number().min(inNingxia.lon[0]).max(inNingxia.lon[1]),
    address: z.string().min(1),
    /** Sunday first; seven empty days for a point that is only there on visits. */
    weekly: z.array(z.array(Window).readonly()).length(7).readonly(),
    visits: z.array(Visit).readonly(),
    services: z.array(ServiceId).min(1).readonly(),
    /** Shipped only to show how it works; not a promise. */
    example: z.boolean(),
    validFrom: Day,
  })
  .refine((p) => p.weekly.some((day) => day.length > 0) || p.visits.length > 0, 'is never open');
export type ServicePoint = z.infer<typeof ServicePoint>;
