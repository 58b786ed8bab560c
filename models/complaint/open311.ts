/** The window's matters as the Open311 standard (GeoReport v2) speaks of them: only what anybody may know. */
import * as z from 'zod';
import { Instant } from '../time.ts';
import { ProblemKind } from './kinds.ts';
import { askedFields } from './questions.ts';

/** The standard's empty field: null in JSON, an empty element in XML. */
const empty = z.null();

export const Open311Service = z.strictObject({
  service_code: ProblemKind,
  service_name: z.string(),
  description: z.string(),
  /** Every kind of trouble has questions of its own. */
  metadata: z.literal(true),
  /** `realtime`: may be handed in without a phone and is filed at once. `batch`: filed when the phone is confirmed. */
  type: z.enum(['realtime', 'batch']),
  keywords: z.string(),
  group: z.string(),
});
export type Open311Service = z.infer<typeof Open311Service>;

export const Open311Attribute = z.strictObject({
  variable: z.literal(true),
  code: z.enum(askedFields),
  datatype: z.enum(['string', 'text', 'number', 'singlevaluelist']),
  required: z.boolean(),
  datatype_description: z.union([z.string(), empty]),
  order: z.int().positive(),
  description: z.string(),
  values: z.array(z.strictObject({ key: z.string(), name: z.string() })).optional(),
});
export const Open311Definition = z.strictObject({
  service_code: ProblemKind,
  attributes: z.array(Open311Attribute),
});
export type Open311Definition = z.infer<typeof Open311Definition>;

/** Never what was written, where it was, whose it is or which number its receipt has: the office and the kind are enough for a map of troubles. */
export const Open311Request = z.strictObject({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_name: z.string(),
  service_code: ProblemKind,
  description: empty,
  agency_responsible: z.string(),
  service_notice: empty,
  requested_datetime: Instant,
  updated_datetime: Instant,
  expected_datetime: Instant,
  address: empty,
  address_id: empty,
  zipcode: empty,
  lat: empty,
  long: empty,
  media_url: empty,
});
export type Open311Request = z.infer<typeof Open311Request>;

/** What a program gets that handed something in: the request when it is filed, a token while the phone is not confirmed. */
export const Open311Posted = z.union([
  z.strictObject({ service_request_id: z.string(), service_notice: z.string(), account_id: empty }),
  z.strictObject({ token: z.string(), service_notice: z.string(), account_id: empty }),
]);
export type Open311Posted = z.infer<typeof Open311Posted>;
export const Open311Token = z.strictObject({ service_request_id: z.union([z.string(), empty]), token: z.string() });
export type Open311Token = z.infer<typeof Open311Token>;

/** `code` is the HTTP status, or a finer one. */
export const Open311Error = z.strictObject({ code: z.int(), description: z.string() });
export type Open311Error = z.infer<typeof Open311Error>;
