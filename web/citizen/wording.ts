/** Shapes that the phrasebook fills in. */
import type { Content } from '../../models/conversation/content.ts';

type What = Extract<Content, { type: 'happening' }>['what'];

/** One quiet line for everything that may happen to a conversation. */
export type Happening = Record<What, (who: string | undefined) => string>;
