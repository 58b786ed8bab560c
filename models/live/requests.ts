/** What may be asked of a live guidance, by the citizen's page, by a helper's and by the officer's console. */
import * as z from 'zod';
import { ConversationId, LiveId } from '../ids.ts';
import { grades } from '../conversation/rating.ts';
import { Asked, Rung, StepReason } from './ladder.ts';
import { LiveOutcome } from './live-session.ts';

export const AskLive = z.strictObject({ how: Asked });
export const OneLive = z.strictObject({ id: LiveId });
export const StepLive = z.strictObject({ id: LiveId, to: Rung, why: StepReason });
export const RateLive = z.strictObject({ id: LiveId, grade: z.enum(grades) });
export const NameLiveHelper = z.strictObject({
  id: LiveId,
  helper: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  name: z.string().trim().min(1).max(20),
});
/** The signed part of the link that a helper was given. */
export const ComeAsHelper = z.strictObject({ slip: z.string().max(600) });
export const InviteLive = z.strictObject({ conversation: ConversationId, how: Asked });
export const EndLive = z.strictObject({ id: LiveId, outcome: LiveOutcome.exclude(['cut-off']) });
