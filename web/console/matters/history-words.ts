/** What happened to a matter in words: who did what, how it was before and is now, and why. */
import type { MatterFile } from '../../../models/complaint/views.ts';
import { causeNames, problemNames, urgencyNames } from '../../../models/phrasebook/complaint-kinds.ts';
import type { Phrases } from '../phrases.ts';

type Happened = MatterFile['history'][number];
export type Told = { what: string; why: string };

const citizens = new Set([
  'filed',
  'citizen-added',
  'citizen-pressed',
  'confirmed',
  'reopened',
  'rated',
  'withdrawn',
  'check-back-answered',
  'notices-chosen',
]);

export function happenedIn(h: Happened, file: Pick<MatterFile, 'names' | 'history'>, t: Phrases): Told {
  const say = t.matters.history;
  const lang = t.product === '办成' ? ('zh' as const) : ('en' as const);
  const who =
    h.by !== undefined
      ? (file.names[h.by] ?? t.matters.collision.someone)
      : citizens.has(h.what)
        ? t.matters.collision.citizen
        : say.system;
  const verb = say.what[h.what] ?? h.what;
  return {
    what: lang === 'zh' ? `${who} ${verb}` : `${who}: ${verb}`,
    why: [reasonOf(h, file, t, lang), ...amountsOf(h, t)].filter((one) => one !== '').join('，'),
  };
}

function reasonOf(h: Happened, file: Pick<MatterFile, 'history'>, t: Phrases, lang: 'zh' | 'en'): string {
  const say = t.matters.history;
  const { reason } = h;
  if (reason === undefined) return '';
  if (h.what === 'triaged') {
    const name = nameIn(urgencyNames, reason, lang);
    const index = file.history.indexOf(h);
    const before = file.history.slice(0, Math.max(0, index)).findLast((one) => one.what === 'triaged')?.reason;
    // A second sorting says from what to what.
    return before === undefined || before === reason ? name : say.diff(nameIn(urgencyNames, before, lang), name);
  }
  if (h.what === 'rated') return (t.context.grades as Record<string, string>)[reason] ?? reason;
  if (h.what === 'outcome') return t.matters.answer.outcomes[reason]?.[0] ?? reason;
  if (h.what === 'asked-citizen') return t.matters.entries.waitingFor[reason] ?? reason;
  if (h.what === 'filed') return t.matters.ledger.channels[reason] ?? reason;
  return say.reasons[reason] ?? nameIn(problemNames, reason, lang, nameIn(causeNames, reason, lang));
}

const nameIn = (
  names: Record<string, Record<'zh' | 'en', string>>,
  key: string,
  lang: 'zh' | 'en',
  otherwise = key,
): string => names[key]?.[lang] ?? otherwise;

function amountsOf({ amounts }: Happened, t: Phrases): string[] {
  if (amounts === undefined) return [];
  const { used, paused } = amounts;
  const { history, work } = t.matters;
  return [
    ...(used === undefined ? [] : [history.used(work(used * 60_000, 0))]),
    ...(paused === undefined || paused === 0 ? [] : [history.pausedFor(work(paused * 60_000, 0))]),
  ];
}
