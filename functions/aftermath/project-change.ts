/** Draws what follows from one change of a record: its audit line, its figures, and word to the open consoles. */
import { countsOf, type AuditLine } from '../../models/aftermath/audit.ts';
import type { OfficeId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** What an image of a record shows without opening anything sealed. */
export type Image = {
  key: string;
  kind: string;
  version: number;
  office: OfficeId;
  at: Instant;
  state: string;
  happened: AuditLine['happened'];
};

export async function projectChange(
  deps: Pick<Deps, 'audit' | 'desks' | 'wire'>,
  before: Image | undefined,
  after: Image,
): Promise<void> {
  const happened = newSince(before?.happened ?? [], after.happened);
  if (happened.length > 0) {
    const line: AuditLine = {
      record: after.key,
      version: after.version,
      office: after.office,
      at: happened.at(-1)?.at ?? after.at,
      happened,
    };
    await deps.audit.add(line, countsOf(line));
  }
  if (after.kind === 'conversation' && (onDesk(before) || onDesk(after))) await tellDesk(deps, after);
}

const onDesk = (image: Image | undefined): boolean =>
  image?.state === 'waiting-for-officer' || image?.state === 'with-officer';

/** The record keeps its last sixty happenings; what stands in the new list and not in the old is new. */
function newSince(old: AuditLine['happened'], now: AuditLine['happened']): AuditLine['happened'] {
  const text = (h: AuditLine['happened'][number]): string => JSON.stringify([h.at, h.what, h.by, h.reason]);
  const seen = new Map<string, number>();
  for (const h of old) seen.set(text(h), (seen.get(text(h)) ?? 0) + 1);
  return now.filter((h) => {
    const left = seen.get(text(h)) ?? 0;
    if (left > 0) seen.set(text(h), left - 1);
    return left === 0;
  });
}

async function tellDesk(deps: Pick<Deps, 'desks' | 'wire'>, { office, key, version }: Image): Promise<void> {
  const message = { type: 'desk', office, id: key.split('#')[1], version };
  await Promise.all(
    (await deps.desks.listeners(office)).map(async (listener) => {
      if ((await deps.wire.send(listener.socket, message)) === 'gone') await deps.desks.unlisten(office, listener);
    }),
  );
}
