/** The result of a party's check of devices and network, as it is filed with their seat. */
import * as z from 'zod';
import { findings, type Findings } from './findings.ts';

export const DeviceCheck = z.strictObject({
  camera: z.enum(findings.camera),
  microphone: z.enum(findings.microphone),
  light: z.enum(findings.light),
  network: z.enum(findings.network),
}) satisfies z.ZodType<Findings>;
export type DeviceCheck = z.infer<typeof DeviceCheck>;
