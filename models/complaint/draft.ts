/** A report while it is being written in a talk: what is known of it, what is still asked, and what the person lets go along. */
import * as z from 'zod';
import { AttachmentId, ComplaintId, type OfficeId } from '../ids.ts';
import type { Matter } from './complaint.ts';
import type { FileComplaint } from './requests.ts';
import { troubleIn } from './told.ts';

/** The question that waits for an answer. */
export const draftStages = [
  'what',
  'whose',
  'writer',
  'service',
  'account',
  'check',
  'edit',
  'phone',
  'code',
  'same',
] as const;
export type DraftStage = (typeof draftStages)[number];

export const MatterDraft = z.strictObject({
  /** Chosen when the writing begins, so that a turn that is run again files once. */
  id: ComplaintId,
  at: z.enum(draftStages),
  /** The person's own words, without what only vents. */
  what: z.string().max(3400).optional(),
  /** Questions that the assistant could not answer and the office shall. */
  asks: z.array(z.string().max(200)).max(3),
  service: z.string().max(60).optional(),
  visits: z.int().min(1).max(99).optional(),
  where: z.string().max(120).optional(),
  when: z.string().max(120).optional(),
  said: z.string().max(1000).optional(),
  wanted: z.string().max(500).optional(),
  plate: z.string().max(10).optional(),
  lender: z.string().max(40).optional(),
  /** Answers to the assistant's questions, in words: C1，满了. */
  told: z.string().max(300).optional(),
  photos: z.array(AttachmentId).max(12),
  /** Somebody writes for another person; both are named. */
  helper: z
    .strictObject({
      relation: z.string().max(20),
      name: z.string().max(40).optional(),
      whose: z.string().max(40).optional(),
    })
    .optional(),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .optional(),
  /** No phone is left, where the kind of matter allows it. */
  nameless: z.boolean().optional(),
  /** The last line of the talk that goes along, 0 for none; absent until the person decided. */
  upTo: z.int().nonnegative().optional(),
  /** Asked once, answered or not. */
  asked: z.array(z.enum(['service', 'account', 'same'])).max(3),
});
export type MatterDraft = z.infer<typeof MatterDraft>;

/** Too short to say what happened: one more question is worth it. */
const TELLS_ENOUGH = 16;

/** The one thing that is asked next; undefined when everything needed is there. */
export function missingIn(draft: MatterDraft): Exclude<DraftStage, 'edit' | 'code' | 'same'> | undefined {
  const { what, helper, service, asked, upTo, phone, nameless } = draft;
  if (what === undefined) return 'what';
  if (helper !== undefined && helper.whose === undefined) return 'whose';
  if (helper !== undefined && helper.name === undefined) return 'writer';
  const needsService = troubleIn(what) !== 'conduct' && what.length < 2 * TELLS_ENOUGH;
  if (service === undefined && needsService && !asked.includes('service')) return 'service';
  const told = draft.visits !== undefined || draft.said !== undefined || what.length >= TELLS_ENOUGH;
  if (!told && !asked.includes('account')) return 'account';
  if (upTo === undefined) return 'check';
  return phone === undefined && nameless !== true ? 'phone' : undefined;
}

/** The report as it is handed in. The phone belongs to whoever writes. */
export function reportOf(
  draft: MatterDraft,
  from: { office: OfficeId; language: 'zh' | 'en'; channel: 'web' | 'wechat'; words: DraftWords },
): FileComplaint {
  const { helper, phone, service } = draft;
  const matter: Omit<Matter, 'title'> = {
    what: whole(draft, from.words),
    ...given({
      where: draft.where,
      when: draft.when,
      visits: draft.visits,
      said: draft.said,
      wanted: draft.wanted,
      plate: draft.plate,
    }),
  };
  return {
    id: draft.id,
    office: from.office,
    channel: from.channel === 'wechat' ? 'wechat' : 'chat',
    language: from.language,
    matter,
    person:
      helper === undefined
        ? given({ phone })
        : {
            ...given({ name: helper.whose }),
            helper: { name: helper.name ?? helper.relation, relation: helper.relation, ...given({ phone }) },
          },
    ...given({ service }),
    // The talk is where the person reads answers, also when no phone is left.
    notify: 'chat',
    attachments: draft.photos,
  };
}

/** How the draft's own lines are joined to the person's words. */
export type DraftWords = { told(values: string): string; lender(name: string): string; asks(question: string): string };

function whole({ what = '', told, lender, asks }: MatterDraft, words: DraftWords): string {
  const more = [
    ...(told === undefined ? [] : [words.told(told)]),
    ...(lender === undefined || what.includes(lender) ? [] : [words.lender(lender)]),
    ...asks.filter((question) => !what.includes(question)).map((question) => words.asks(question)),
  ];
  return [what, ...more].join('\n').slice(0, 4000);
}

/** Leaves out what is undefined, as the record's types want it. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
