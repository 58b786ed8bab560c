/** The way out to open pages for windows that seldom speak: its client is loaded with the first word. */
import type { Wire } from '../../models/conversation/conversations.ts';
import { onFirstUse } from '../on-first-use.ts';

export const wireOnFirstUse = (): Wire =>
  onFirstUse<Wire>(async () => (await import('./browser-wire.ts')).wireFromEnvironment());
