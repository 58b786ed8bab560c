/** Who tells what a notice is about: one teller for each kind of record. */
import type { AboutA, AboutKind } from '../../../models/aftermath/notice-about.ts';
import type { Notice, NoticeFault } from '../../../models/aftermath/notice.ts';
import type { Deps } from '../../deps.ts';

/** `dropped`: it is no news any more. */
export type Tried = 'sent' | 'dropped' | NoticeFault;
export type Teller<Kind extends AboutKind> = (deps: Deps, notice: Notice & { about: AboutA<Kind> }) => Promise<Tried>;

/** Each is loaded with the first notice of its kind: a stream that tells of matters knows nothing of releases. */
const tellers: { [Kind in AboutKind]: () => Promise<Teller<Kind>> } = {
  matter: async () => (await import('./tell-matter.ts')).tellMatter,
  lender: async () => (await import('./tell-lender.ts')).tellLender,
  release: async () => (await import('./tell-release.ts')).tellRelease,
  booking: async () => (await import('./tell-booking.ts')).tellBooking,
  call: async () => (await import('./tell-call.ts')).tellCall,
  sheet: async () => (await import('./tell-sheet.ts')).tellSheet,
  live: async () => (await import('./tell-live.ts')).tellLive,
  webhook: async () => (await import('./tell-webhook.ts')).tellWebhook,
  broadcast: async () => (await import('./tell-broadcast.ts')).tellBroadcast,
  agent: async () => (await import('./tell-agent.ts')).tellAgent,
};

export async function tellerOf(notice: Notice): Promise<(deps: Deps) => Promise<Tried>> {
  const tell = (await tellers[notice.about.kind]()) as (deps: Deps, notice: Notice) => Promise<Tried>;
  return (deps) => tell(deps, notice);
}
