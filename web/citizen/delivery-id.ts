/** The number under which this device sends one message: chosen once, kept until the office has acknowledged it. */
import type { DeliveryId } from '../../models/ids.ts';

/** `crypto.randomUUID` is missing before iOS 15.4 and on pages without TLS; `getRandomValues` is not. */
export function newDelivery(source: Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>>): DeliveryId {
  if (source.randomUUID) return source.randomUUID() as string as DeliveryId;
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as DeliveryId;
}
