/** Leads a browser to where a photo can be seen for a few minutes. */
import type { Outcome } from '../../models/outcome.ts';
import type { Answer } from './window.ts';

export const photoAt = (address: Outcome<string>): Answer =>
  address.ok
    ? { statusCode: 302, headers: { location: address.value, 'cache-control': 'private, max-age=60' } }
    : address;
