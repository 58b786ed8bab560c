/** Which of a record's happenings other systems may hear of, and under what name. */
import type { AuditLine } from '../aftermath/audit.ts';
import { DeliveryId, type OfficeId } from '../ids.ts';
import type { EventArea } from './webhook.ts';
import type { EventBody } from './delivery.ts';

const areaOf: Record<string, EventArea | undefined> = {
  complaint: 'matter',
  release: 'release',
  conversation: 'guidance',
};

/** Who in the office looked at what, and how somebody wants to be told, is nobody else's business. */
const inner = new Set([
  'seen',
  'revealed',
  'reveal-asked',
  'reveal-granted',
  'reveal-refused',
  'sampled',
  'notices-chosen',
  'ticked',
  'unticked',
  'challenged',
  'code-sent',
  'code-right',
  'code-wrong',
  'lease-lost',
]);

export type OfficeEvent = { event: DeliveryId; area: EventArea; body: EventBody };
type Change = {
  key: string;
  kind: string;
  version: number;
  office: OfficeId;
  state: string;
  happened: AuditLine['happened'];
};

/** Its name is the same for every repeat of the change. */
export function eventsOf({ key, kind, version, office, state, happened }: Change): OfficeEvent[] {
  const area = areaOf[kind];
  const id = key.split('#')[1] ?? '';
  if (area === undefined) return [];
  return happened.flatMap(({ what, at }, index) =>
    inner.has(what)
      ? []
      : [
          {
            event: DeliveryId.parse(`${area}-${id}-${String(version)}-${String(index)}`),
            area,
            body: { type: `${area}.${what}`, timestamp: at, data: { id, office, state, version } },
          },
        ],
  );
}
