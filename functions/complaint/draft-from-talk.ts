/** Writes a report from what was said in a talk, so that nobody tells a story twice; and puts in what is corrected or added later. */
import type { MatterDraft } from '../../models/complaint/draft.ts';
import {
  lenderIn,
  saidIn,
  tellsTrouble,
  troubleIn,
  visitsIn,
  wantedIn,
  whenIn,
  whereIn,
  withoutPhones,
  withoutVenting,
  writesFor,
  type Trouble,
} from '../../models/complaint/told.ts';
import { asksSomething, commandIn, obstaclesIn } from '../../models/guidance/answers/commands.ts';
import { findEntities } from '../../models/guidance/understanding/entities.ts';
import type { AttachmentId, ComplaintId } from '../../models/ids.ts';
import { plainChinese } from '../guidance/hear-message.ts';

export type KnownOfTalk = {
  /** The person's own lines, oldest first, without the message that asks for the report. */
  said: readonly string[];
  now: string;
  /** The message is no bare wish to report: it may tell something. */
  nowTells: boolean;
  service?: string;
  told?: string;
  unanswered: readonly string[];
  photos: readonly string[];
  wantedFor: Readonly<Record<Trouble, string>>;
};

const MOST = 3000;
const LINES = 12;
const BARE_FACT = 8;

export function draftFromTalk(id: ComplaintId, known: KnownOfTalk): MatterDraft {
  const lines = [...known.said.filter(isStory), ...(known.nowTells ? [known.now] : [])].slice(-LINES);
  const what = [...new Set(lines.map(wordsOf))]
    .filter((line) => line !== '')
    .join('\n')
    .slice(-MOST);
  const everything = [...known.said, known.now].join('\n');
  const relation = writesFor(everything);
  const empty: MatterDraft = {
    id,
    at: 'what',
    asks: [...known.unanswered].slice(-3),
    photos: known.photos.slice(-12) as AttachmentId[],
    asked: [],
    ...(known.service === undefined ? {} : { service: known.service }),
    ...(known.told === undefined || known.told === '' ? {} : { told: known.told.slice(0, 300) }),
    ...(relation === undefined ? {} : { helper: { relation } }),
    ...named(everything),
  };
  return what === '' ? empty : withStory(empty, what, known.wantedFor);
}

/** The story takes the place of the one before; what it says of visits, place, day and wish is read anew. */
export function withStory(draft: MatterDraft, what: string, wantedFor: Readonly<Record<Trouble, string>>): MatterDraft {
  const told = wordsOf(what).slice(-MOST);
  if (told === '') return draft;
  const relation = draft.helper === undefined ? writesFor(told) : undefined;
  return {
    ...draft,
    ...(relation === undefined ? {} : { helper: { relation } }),
    ...named(told),
    ...facts(told),
    what: told,
    wanted: wantedIn(told) ?? draft.wanted ?? wantedFor[troubleIn(told)],
  };
}

/** A correction or something to add: what it names replaces what stood there; its words are kept behind the story either way. */
export function amended(draft: MatterDraft, words: string, wantedFor: Readonly<Record<Trouble, string>>): MatterDraft {
  const text = wordsOf(words);
  if (text === '') return draft;
  if (draft.what === undefined) return withStory(draft, text, wantedFor);
  const wanted = wantedIn(text);
  const found = { ...named(text), ...facts(text), ...(wanted === undefined ? {} : { wanted }) };
  // 是四趟: the correction stands in its place and needs no line of its own.
  const bare = text.length <= BARE_FACT && Object.keys(found).length > 0;
  return { ...draft, ...found, ...(bare ? {} : { what: `${draft.what}\n${text}`.slice(-MOST) }) };
}

const wordsOf = (text: string): string => withoutPhones(withoutVenting(text));

const facts = (text: string): Pick<MatterDraft, 'visits' | 'where' | 'when' | 'said'> => ({
  ...optional('visits', visitsIn(text)),
  ...optional('where', whereIn(text)),
  ...optional('when', whenIn(text)),
  ...optional('said', saidIn(text)),
});

function named(text: string): Pick<MatterDraft, 'plate' | 'lender'> {
  const plate = findEntities(text).findLast((e) => e.kind === 'plate' && !e.value.includes('*'))?.value;
  return { ...optional('plate', plate), ...optional('lender', lenderIn(text)) };
}

/** Tells of trouble rather than asking, giving a command or an answer of one word. */
function isStory(line: string): boolean {
  const plain = plainChinese(line);
  if (plain.length < 5 || commandIn(plain, false) !== undefined || withoutVenting(line).length < 5) return false;
  if (visitsIn(line) !== undefined || obstaclesIn(plain) > 0) return true;
  return tellsTrouble(line) && !asksSomething(plain, line);
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
