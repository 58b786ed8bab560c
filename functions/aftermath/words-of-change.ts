/** Who is to be told what of a change, and where: asked once for each change of a record that people wait for. */
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { matterWords, type MatterWays, type Told } from '../../models/aftermath/matter-words.ts';
import type { About } from '../../models/aftermath/notice-about.ts';
import type { Word } from '../../models/aftermath/notice.ts';
import { ComplaintId, type OfficeId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';

/** What an image shows of it without opening anything sealed. */
export type Tells = { kind: 'matter'; matter: MatterWays };

type Change = { key: string; version: number; office: OfficeId; tells: Tells; happened: AuditLine['happened'] };

export async function wordsOfChange(deps: Deps, change: Change): Promise<Word[]> {
  const { version, office, happened } = change;
  return (await toldOf(deps, change)).map(({ about, index, way }) => ({
    about,
    version,
    index,
    office,
    at: happened[index]?.at ?? deps.now(),
    ...way,
  }));
}

function toldOf(_deps: Deps, { key, tells, happened }: Change): Promise<Told<About>[]> {
  const id = key.split('#')[1];
  return Promise.resolve(matterWords(ComplaintId.parse(id), tells.matter, happened));
}
