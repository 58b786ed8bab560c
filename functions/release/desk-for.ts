/** The “视频办” for one message; most messages never come to it, so what stands behind it is loaded when one does. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { DeliveryId } from '../../models/ids.ts';
import type { ReleaseDesk } from '../../models/release/release-desk.ts';
import type { Deps } from '../deps.ts';
import { onFirstCall } from '../on-first-call.ts';

export const releaseDeskFor = (deps: Deps, delivery: DeliveryId): ((c: Conversation) => ReleaseDesk) =>
  onFirstCall(async () => (await import('./release-in-talk.ts')).openReleaseDeskFor(deps, delivery));
