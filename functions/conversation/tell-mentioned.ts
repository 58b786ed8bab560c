/** A colleague whom a note names, or whom a manager answered, has it in their list until they open the place, and hears it at once where their console is open. */
import { may } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { shownMention, type Mention } from '../../models/conversation/mention.ts';
import type { ComplaintId, ConversationId, OfficeId, StaffId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

type Place =
  | { of: 'matter'; office: OfficeId; id: ComplaintId; number: string }
  | { of: 'talk'; office: OfficeId; id: ConversationId; number?: string };

/** Only whoever may open the file is told of it, and nobody of their own words. `note`: the id of what it comes with. */
export async function mentionsFor(
  deps: Pick<Deps, 'staff'>,
  by: Pick<Officer, 'id' | 'name'>,
  named: readonly StaffId[],
  { office, ...place }: Place,
  { note, at, why = 'note' }: { note: string; at: Instant; why?: Mention['why'] },
): Promise<Mention[]> {
  const others = [...new Set(named)].filter((id) => id !== by.id);
  const found = await Promise.all(others.map((id) => deps.staff.standing(id)));
  return found
    .filter((one) => one?.active === true && one.office === office && may(one.role, 'read-matters'))
    .filter((one) => one !== undefined)
    .map(({ id: to }) => ({ key: `${at}#${note}`, to, at, ...place, byName: by.name, why }));
}

/** Never a word of the note. */
export async function tellMentioned(
  deps: Pick<Deps, 'desks' | 'wire'>,
  office: OfficeId,
  mentions: readonly Mention[],
): Promise<void> {
  if (mentions.length === 0) return;
  const open = await deps.desks.listeners(office);
  await Promise.all(
    mentions.flatMap((mention) =>
      open
        .filter(({ staff }) => staff === mention.to)
        .map(async (listener) => {
          const sent = await deps.wire.send(listener.socket, { type: 'mention', ...shownMention(mention) });
          if (sent === 'gone') await deps.desks.unlisten(office, listener);
        }),
    ),
  );
}
