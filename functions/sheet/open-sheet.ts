/** An officer begins a sheet in a talk, about the service at hand; of two who begin it at once, both get the same one. */
import type { Officer } from '../../models/access/staff.ts';
import { letters } from '../../models/complaint/rules.ts';
import { refused, done, type Outcome } from '../../models/outcome.ts';
import { openSheet as opened } from '../../models/sheet/changes/open.ts';
import type { OpenSheet } from '../../models/sheet/requests.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import { findFor } from '../conversation/open-case.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { tellOfSheet } from './tell-of-sheet.ts';

const ROUNDS = 12;

export async function openSheet(deps: Deps, by: Officer, asked: OpenSheet): Promise<Outcome<GuidanceSheet>> {
  const talk = await findFor(deps, by, asked.conversation);
  if (!talk.ok) return talk;
  const { office, language } = talk.value;
  for (let round = 0; round < ROUNDS; round++) {
    const there = await openAlready(deps, asked);
    if (there?.ok === true) return there;
    const now = deps.now();
    const { id, conversation, service, answers } = asked;
    const number = await nextNumber(deps, office, now);
    const sheet = opened(
      { id, conversation, service, answers, office, language, number },
      { by: by.id, byName: by.name, now },
    );
    if (!sheet.ok) return sheet;
    if ((await deps.sheets.commit(undefined, sheet.value)) === 'done') {
      const filed = { ...sheet.value, version: 1 };
      await tellOfSheet(deps, filed);
      return done(filed);
    }
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

async function openAlready(
  deps: Deps,
  { id, conversation, service }: OpenSheet,
): Promise<Outcome<GuidanceSheet> | undefined> {
  const open = await deps.sheets.openFor(conversation, service);
  if (open !== undefined) return deps.sheets.find(open);
  const same = await deps.sheets.find(id);
  return same.ok && same.value.conversation === conversation ? same : undefined;
}

async function nextNumber(deps: Deps, office: GuidanceSheet['office'], now: Instant): Promise<string> {
  const day = dayOf(now);
  const n = await deps.sheets.nextNumber(office, day);
  return `${letters[office]}-${day.slice(5, 7)}${day.slice(8, 10)}-G${String(n).padStart(3, '0')}`;
}
