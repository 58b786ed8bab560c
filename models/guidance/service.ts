/** One thing that the vehicle office does for people: what to bring, what it costs, how long it takes, and which law says so. */
import * as z from 'zod';
import { QuestionId, questions } from './questions.ts';
import { RuleId, rules } from './rules.ts';

/** Words for people, always in both languages. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

export const ServiceId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export type ServiceId = z.infer<typeof ServiceId>;

export const CatalogueDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const categoryIds = [
  'vehicle-registration',
  'mortgage-pledge',
  'deregistration',
  'plates-certificates',
  'inspection',
  'driver-licence',
  'driver-exam',
  'violations-points',
  'school-bus',
  'local-service',
] as const;
export const CategoryId = z.enum(categoryIds);
export type CategoryId = z.infer<typeof CategoryId>;

export const channelKinds = [
  'window',
  'service-station',
  '12123',
  'post',
  'video',
  'self-service',
  'phone',
  'sms',
  'online',
  'police-station',
  'township-squadron',
  'mobile-office',
  'inspection-station',
  'scrap-recycler',
  'driving-school',
] as const;
export const ChannelKind = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** `verified: false`: heard of, found in no source; shown as such and never promised. */
export const Channel = z.strictObject({ kind: ChannelKind, verified: z.boolean() });
export type Channel = z.infer<typeof Channel>;

export const places = [
  'residence',
  'registration-place',
  'vehicle-location',
  'destination',
  'recycler',
  'licence-applicant-place',
  'licence-place',
  'licence-any',
  'exam-place',
  'anywhere',
  'school-bus-authority',
  'entry-place',
  'online',
  'this-office',
] as const;
export const Place = z.enum(places);

export const Legal = z
  .strictObject({
    rule: RuleId,
    name: z.string(),
    articles: z.array(z.int().positive()),
    /** The one to five articles that a short answer cites. */
    main: z.array(z.int().positive()),
    validFrom: CatalogueDay,
  })
  .refine((l) => l.validFrom === rules[l.rule].validFrom && l.name === rules[l.rule].nameZh, 'not the rule it names')
  .refine((l) => l.articles.every((a) => a <= rules[l.rule].lastArticle), 'the rule has no such article')
  .refine((l) => l.main.every((a) => l.articles.includes(a)), 'cites an article outside its basis');
export type Legal = z.infer<typeof Legal>;

const When = z
  .partialRecord(QuestionId, z.array(z.string()).min(1).readonly())
  .refine(
    (when) =>
      Object.entries(when).every(([id, values]) =>
        values.every((v) => questions[id as QuestionId].options.some((option) => option.value === v)),
      ),
    'depends on an answer that nobody can give',
  );

export const whoBrings = [
  'owner',
  'driver',
  'lender',
  'pledgee',
  'agent',
  'co-owner',
  'recycler',
  'applicant',
] as const;
export const WhoBrings = z.enum(whoBrings);
export type WhoBrings = z.infer<typeof WhoBrings>;

/** A paper (or the vehicle, or the plates) that a named article requires. Nothing else may be asked for. */
export const Material = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  kind: z.enum(['paper', 'vehicle', 'plates', 'statement']),
  who: WhoBrings,
  note: Text.optional(),
  /** Needed only with these answers. */
  when: When.optional(),
  /** Needed only in a case that is not asked about; said beside it. */
  onlyIf: Text.optional(),
  legal: z
    .strictObject({ rule: RuleId, article: z.int().positive() })
    .refine((l) => l.article <= rules[l.rule].lastArticle, 'the rule has no such article')
    .nullable(),
  verified: z.boolean(),
});
export type Material = z.infer<typeof Material>;

export const Condition = Text.extend({ verified: z.boolean() });
export type Condition = z.infer<typeof Condition>;

const Fields = z.strictObject({
  id: ServiceId,
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  /** One plain sentence: what it is, as a neighbour would say it. */
  lead: Text,
  category: CategoryId,
  aliases: z.array(z.string().min(1)),
  channels: z.array(Channel).min(1),
  place: Place,
  /** Who must apply together, if it is more than one. */
  together: z.enum(['lender', 'pledgee', 'co-owners']).optional(),
  /** Who applies, where it is not simply the owner or the driver. */
  applicant: Text.optional(),
  agent: z.enum(['allowed', 'not-allowed', 'not-stated']),
  questions: z.array(QuestionId).max(3),
  materials: z.array(Material),
  /** False where the list of papers itself was found in no source: then nobody may rely on it. */
  materialsVerified: z.boolean(),
  conditions: z.array(Condition),
  /** To be settled before coming. */
  first: z.array(Text.extend({ service: ServiceId.optional(), when: When.optional() })),
  refusals: z.strictObject({ only: z.boolean(), cases: z.array(Text).min(1), legal: Text }).optional(),
  /** What people are often asked for although no rule lists it. */
  notNeeded: z.array(Text),
  feeYuan: z.number().nonnegative().nullable(),
  feeParts: z.array(Text.extend({ yuan: z.number().positive() })),
  feeNote: Text.optional(),
  timeLimit: z
    .strictObject({ days: z.int().positive(), kind: z.enum(['working', 'calendar']), zh: z.string(), en: z.string() })
    .nullable(),
  timeNote: Condition.optional(),
  legal: z.array(Legal),
  /** Where it was read, for staff. Citizens see `citations`. */
  sources: z.array(z.string().min(1)).min(1),
  verified: z.boolean(),
  validFrom: CatalogueDay,
  checkedOn: CatalogueDay,
});

export type UnverifiedPart = {
  part: 'channel' | 'material' | 'condition' | 'time' | 'materials' | 'basis';
  what: string;
};

/** Everything in a guide that no source confirms, for staff to settle. */
export function unverifiedParts(s: z.infer<typeof Fields>): UnverifiedPart[] {
  return [
    ...s.channels.filter((c) => !c.verified).map((c) => ({ part: 'channel' as const, what: c.kind })),
    ...(s.materialsVerified ? [] : [{ part: 'materials' as const, what: 'the whole list' }]),
    ...s.materials.filter((m) => !m.verified).map((m) => ({ part: 'material' as const, what: m.nameZh })),
    ...s.conditions.filter((c) => !c.verified).map((c) => ({ part: 'condition' as const, what: c.zh })),
    ...(s.timeNote?.verified === false ? [{ part: 'time' as const, what: s.timeNote.zh }] : []),
    ...(s.legal.length === 0 ? [{ part: 'basis' as const, what: '没有找到法律依据' }] : []),
  ];
}

export const Service = Fields.refine(
  (s) =>
    [...s.materials, ...s.first].every((m) =>
      Object.keys(m.when ?? {}).every((id) => s.questions.includes(id as QuestionId)),
    ),
  'a paper or a step depends on a question that is not asked',
)
  .refine((s) => new Set(s.materials.map((m) => m.id)).size === s.materials.length, 'a paper is listed twice')
  .refine(
    (s) => s.feeParts.length === 0 || s.feeParts.reduce((sum, p) => sum + p.yuan, 0) === s.feeYuan,
    'the parts of the fee do not add up',
  )
  .refine((s) => s.timeLimit !== null || s.timeNote !== undefined, 'says nothing about time')
  .refine((s) => s.feeYuan !== null || s.feeNote !== undefined, 'says nothing about the fee')
  .refine((s) => s.materials.every((m) => m.verified) || !s.materialsVerified, 'an unverified paper in a verified list')
  .refine((s) => s.verified || unverifiedParts(s).length > 0, 'unverified, but no part is marked');
export type Service = z.infer<typeof Service>;
