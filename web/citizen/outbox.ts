/**
 * Messages that were written and not yet acknowledged, oldest first.
 * Memory is what counts for this tab; storage is a copy that survives a reload and that another tab may take over.
 */
import type { CitizenContent } from '../../models/conversation/content.ts';
import type { DeliveryId } from '../../models/ids.ts';

export type Unsent = {
  delivery: DeliveryId;
  content: CitizenContent;
  /** Milliseconds on this device, made strictly rising, so that it is the order as well. */
  order: number;
  tab: string;
  /** Why the office will not take it; it stays visible and is not sent again by itself. */
  refused?: string;
};

export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type Outbox = {
  add(delivery: DeliveryId, content: CitizenContent): Unsent;
  remove(delivery: DeliveryId): void;
  has(delivery: DeliveryId): boolean;
  refuse(delivery: DeliveryId, sentence: string): void;
  /** Try a refused one again, at the end of the line. */
  renew(delivery: DeliveryId): void;
  all(): Unsent[];
  /** The one to send now. */
  head(): Unsent | undefined;
  /** Takes over what a closed tab left behind. */
  adopt(): void;
};

export const UNSENT_PREFIX = 'bancheng:unsent:';
/** A tab that still lives sends its own within this time; sending twice would do no harm, only cost a request. */
const ABANDONED_MS = 20_000;

export function createOutbox(box: Box | undefined, tab: string, now: () => number): Outbox {
  const held = new Map<DeliveryId, Unsent>();

  const store = (unsent: Unsent): void => {
    held.set(unsent.delivery, unsent);
    attempt(() => box?.setItem(UNSENT_PREFIX + unsent.delivery, JSON.stringify(unsent)));
  };
  const all = (): Unsent[] =>
    [...held.values()].sort((a, b) => a.order - b.order || (a.delivery < b.delivery ? -1 : 1));
  const nextOrder = (): number => all().reduce((highest, unsent) => Math.max(highest, unsent.order + 1), now());
  const stored = (delivery: string): boolean => attempt(() => box?.getItem(UNSENT_PREFIX + delivery)) != null;
  const remove = (delivery: DeliveryId): void => {
    held.delete(delivery);
    attempt(() => {
      box?.removeItem(UNSENT_PREFIX + delivery);
    });
  };

  return {
    add(delivery, content) {
      const unsent: Unsent = { delivery, content, order: nextOrder(), tab };
      store(unsent);
      return unsent;
    },
    remove,
    has: (delivery) => held.has(delivery),
    refuse(delivery, sentence) {
      const unsent = held.get(delivery);
      if (unsent) store({ ...unsent, refused: sentence });
    },
    renew(delivery) {
      const unsent = held.get(delivery);
      if (unsent) store({ delivery, content: unsent.content, order: nextOrder(), tab });
    },
    all,
    head() {
      for (const unsent of all()) {
        if (unsent.refused !== undefined) continue;
        // Somebody else's that is gone from storage was acknowledged to its own tab.
        if (unsent.tab === tab || stored(unsent.delivery)) return unsent;
        held.delete(unsent.delivery);
      }
      return undefined;
    },
    adopt() {
      for (const unsent of readAll(box)) {
        if (held.has(unsent.delivery) || (unsent.tab !== tab && now() - unsent.order < ABANDONED_MS)) continue;
        held.set(unsent.delivery, unsent);
      }
    },
  };
}

function readAll(box: Box | undefined): Unsent[] {
  const found: Unsent[] = [];
  for (let i = 0; i < (attempt(() => box?.length) ?? 0); i++) {
    const key = attempt(() => box?.key(i));
    if (!key?.startsWith(UNSENT_PREFIX)) continue;
    const unsent = attempt(() => JSON.parse(box?.getItem(key) ?? 'null') as Unsent | null);
    if (unsent !== null && typeof unsent?.order === 'number') found.push(unsent);
  }
  return found;
}

/** Storage may be full or forbidden; then memory alone must do. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
