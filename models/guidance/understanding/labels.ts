/** What a message can be about: one of the catalogue's services, one of the wishes below, or nothing the office can answer. */

export const NONE = 'none';

/** Wishes that are no service of the catalogue, and the catalogue's entries that are the same thing. */
export const intents = {
  'intent:file-complaint': 'cannot-do-window',
  'intent:talk-to-human': undefined,
  'intent:live-guidance': 'remote-guidance',
  'intent:book-mortgage-video': undefined,
  'intent:track-case': undefined,
  'intent:find-office': undefined,
  'intent:rate-service': 'service-review',
  'intent:greeting-thanks': undefined,
} as const satisfies Record<`intent:${string}`, string | undefined>;

/** The label under which a catalogue entry is asked for. */
export const labelOfService = (service: string): string =>
  Object.entries(intents).find(([, same]) => same === service)?.[0] ?? service;

/** Every label, in a fixed order. */
export const labelsOf = (serviceIds: readonly string[]): string[] => [
  ...serviceIds.filter((id) => labelOfService(id) === id).sort(),
  ...Object.keys(intents),
  NONE,
];
