/** What the assistant keeps between turns, as one text in the record; a text of another version is a talk that begins anew. */
import * as z from 'zod';
import { facetIds } from '../../models/guidance/answers/facets.ts';
import { Side } from '../../models/release/parties.ts';
import { Day, Instant } from '../../models/time.ts';
import { MatterDraft } from '../../models/complaint/draft.ts';
import {
  callStages,
  clerkQuestions,
  emptyTalk,
  helperStages,
  ownStages,
  releaseStages,
  type Talk,
} from '../../functions/guidance/talk.ts';

const VERSION = 1;
const Memory = z.object({
  v: z.literal(VERSION),
  talk: z.object({
    topics: z.array(z.string()).max(4),
    offers: z.record(z.string(), z.string()),
    last: z.string().optional(),
    facet: z.enum(facetIds).optional(),
    day: Day.optional(),
    refused: z.string().optional(),
    refusals: z.int().nonnegative(),
    second: z.string().optional(),
    afterOfficer: z.boolean().optional(),
    draft: MatterDraft.optional(),
    own: z
      .strictObject({
        at: z.enum(ownStages),
        id: z.string().optional(),
        number: z.string().optional(),
        phone: z.string().optional(),
        words: z.string().optional(),
        told: z.boolean().optional(),
      })
      .optional(),
    clerk: z.array(z.enum(clerkQuestions)).max(3).optional(),
    release: z
      .strictObject({
        at: z.enum(releaseStages),
        id: z.string(),
        lender: z.string().optional(),
        lenderName: z.string().optional(),
        alone: z.boolean().optional(),
        certificateWith: Side.optional(),
        times: z.array(Instant).max(3).optional(),
        booking: z.string().optional(),
        start: Instant.optional(),
        phone: z.string().optional(),
        link: z.string().optional(),
      })
      .optional(),
    callBack: z
      .strictObject({
        at: z.enum(callStages),
        id: z.string(),
        start: Instant,
        number: z.string(),
        phone: z.string(),
        times: z.array(Instant).max(3).optional(),
      })
      .optional(),
    helper: z
      .strictObject({ at: z.enum(helperStages), name: z.string().optional(), relation: z.string().optional() })
      .optional(),
    offered: z.boolean().optional(),
    photos: z.array(z.string()).max(12).optional(),
    unanswered: z.array(z.string()).max(3).optional(),
  }),
  /** Botkit's own: the stack of open dialogs. */
  dialogs: z.record(z.string(), z.unknown()).optional(),
});

type TalkMemory = { talk: Talk; dialogs: object | undefined };

export function readMemory(text: string | undefined): TalkMemory {
  if (text === undefined || text === '') return { talk: emptyTalk, dialogs: undefined };
  const parsed = Memory.safeParse(parse(text));
  if (!parsed.success) return { talk: emptyTalk, dialogs: undefined };
  return { talk: parsed.data.talk as Talk, dialogs: parsed.data.dialogs };
}

export const writeMemory = ({ talk, dialogs }: TalkMemory): string =>
  JSON.stringify({ v: VERSION, talk, ...(dialogs === undefined ? {} : { dialogs }) });

/** Written by ourselves, but perhaps by an older release. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
