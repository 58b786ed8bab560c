/** A colleague whose name stands in a private note is told at once, wherever their console is open; the note itself is read in its file. */
import type { Officer } from '../../models/access/staff.ts';
import type { ComplaintId, ConversationId, OfficeId, StaffId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';

type Place =
  | { of: 'matter'; office: OfficeId; id: ComplaintId; number: string }
  | { of: 'talk'; office: OfficeId; id: ConversationId; number?: string };

/** Only consoles of the office that holds the file are told: nobody else may open it. Never a word of the note. */
export async function tellMentioned(
  deps: Pick<Deps, 'desks' | 'wire'>,
  by: Pick<Officer, 'id' | 'name'>,
  mentions: readonly StaffId[],
  { office, ...place }: Place,
): Promise<void> {
  const meant = new Set(mentions.filter((id) => id !== by.id));
  if (meant.size === 0) return;
  const message = { type: 'mention', ...place, by: by.name };
  await Promise.all(
    (await deps.desks.listeners(office))
      .filter(({ staff }) => meant.has(staff))
      .map(async (listener) => {
        if ((await deps.wire.send(listener.socket, message)) === 'gone') await deps.desks.unlisten(office, listener);
      }),
  );
}
