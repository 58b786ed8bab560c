/**
 * How many customer-service messages the platform lets through: five within 48 hours after a message, three within a minute after a click in
 * the menu, a follow or a scan (rules of 2023-06-30). How several allowances add up is not published; here the one that ends first is used
 * first, and a new message brings a fresh five, not five more.
 */
const MINUTE = 60_000;
export const allowances = {
  message: { count: 5, lastsMs: 48 * 60 * MINUTE },
  event: { count: 3, lastsMs: MINUTE },
} as const;
export type Reason = keyof typeof allowances;

export type Allowance = { earn(reason: Reason): void; spend(): 'sent' | 'too-late' | 'too-many'; left(): number };

export function openAllowance(now: () => number): Allowance {
  const held = new Map<Reason, { left: number; until: number }>();
  const valid = (): { left: number; until: number }[] =>
    [...held.values()].filter(({ until }) => until > now()).sort((one, two) => one.until - two.until);
  return {
    earn(reason) {
      const { count, lastsMs } = allowances[reason];
      held.set(reason, { left: count, until: now() + lastsMs });
    },
    spend() {
      const open = valid();
      if (open.length === 0) return 'too-late';
      const next = open.find(({ left }) => left > 0);
      if (next === undefined) return 'too-many';
      next.left -= 1;
      return 'sent';
    },
    left: () => valid().reduce((sum, { left }) => sum + left, 0),
  };
}
