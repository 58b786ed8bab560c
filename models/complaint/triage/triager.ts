/** Reads a letter with a given model and proposes whose matter it is, what went wrong, why, and how urgent it is. */
import { wordsFor } from '../../guidance/understanding/explain.ts';
import { buildLexicon } from '../../guidance/understanding/lexicon.ts';
import { readingOf, scoresOf, type Model } from '../../guidance/understanding/model.ts';
import { unpack } from '../../guidance/understanding/stored-model.ts';
import type { Understand } from '../../guidance/understanding/understander.ts';
import { doorOf, topics, type Topic } from './doors.ts';
import { chancesOf, heads, startOf, type Head } from './heads.ts';
import type { Triage } from './proposal.ts';
import { readLetter, type Letter, type LetterReader } from './read-letter.ts';
import { serviceIn } from './service-in-letter.ts';

export type Triager = (text: { title?: string | undefined; body: string }) => Triage;
type Known = { model: Model; reader: LetterReader };

/**
 * How much a title read alone counts beside the whole letter, how much the plain question “ours or not” beside the topics,
 * and from which chance on a letter is the office's. Chosen by training on one writer's example letters and reading the other's.
 */
const TITLE_SHARE = 0.15;
const PLAIN_SHARE = 0.2;
const OURS_FROM = 0.45;
/**
 * Refusing wants more certainty than the example letters alone would ask for: in the letters that offices publish about one in thirty is
 * beyond every door, in the examples one in eight; and a door too many harms less than none.
 */
const BEYOND_FROM = 0.7;
/** Bring the choice's odds to how often it was right in letters of a writer, and of agencies, that the model had never seen. */
const SURE_SLOPE = 0.72;
const SURE_SHIFT = 0.88;
const MOST_WORDS = 5;
const LONGEST_WORDS = 40;

/** Unpacked at the first letter, not when the program starts. */
export function triager(stored: string, understand: Understand): Triager {
  let known: Known | undefined;
  return ({ title = '', body }) => {
    known ??= learn(stored);
    return propose({ title, body }, known, understand);
  };
}

function learn(stored: string): Known {
  const model = unpack(stored);
  return { model, reader: { tables: model.tables, lexicon: buildLexicon(model.ideas, model.tables) } };
}

function propose(letter: Letter, { model, reader }: Known, understand: Understand): Triage {
  const marks = readLetter(letter, reader);
  const reading = readingOf(marks.features, model);
  const scores = scoresOf(reading, model);
  if (letter.title) {
    const alone = scoresOf(readingOf(readLetter({ title: letter.title, body: '' }, reader).features, model), model);
    scores.forEach((score, i) => (scores[i] = (1 - TITLE_SHARE) * score + TITLE_SHARE * (alone[i] ?? 0)));
  }
  const { window, topic, sure } = windowOf(scores);
  const door = doorOf(topic);
  const mine = window === 'accept';
  const service = mine ? serviceIn(letter, understand, (text) => leaningOf(text, { model, reader })) : undefined;
  const because = wordsFor(
    startOf('topic') + topics.indexOf(topic),
    marks.raw,
    marks.normalised,
    marks.features,
    reading,
    model,
    reader.lexicon,
  );
  return {
    mine,
    window,
    ...(door.kind === 'elsewhere' ? { whose: door.whose } : {}),
    ...(door.kind === 'office' ? {} : { rule: door.rule }),
    problem: bestOf('problem', scores),
    cause: bestOf('cause', scores),
    ...(service === undefined ? {} : { service }),
    urgency: bestOf('urgency', scores),
    because: because.slice(0, MOST_WORDS).map((words) => words.slice(0, LONGEST_WORDS)),
    sure: Math.round(chanceOf(SURE_SLOPE * odds(sure) + SURE_SHIFT) * 1000) / 1000,
  };
}

function bestOf<H extends Exclude<Head, 'topic' | 'office'>>(head: H, scores: Float32Array): (typeof heads)[H][number] {
  const chances = chancesOf(head, scores);
  return heads[head][indexOfMost(chances)] as (typeof heads)[H][number];
}

const indexOfMost = (values: Float32Array): number =>
  values.reduce((best, value, i) => (value > (values[best] ?? 0) ? i : best), 0);

const CERTAIN = 1e-6;
const odds = (chance: number): number => Math.log(Math.max(chance, CERTAIN) / Math.max(1 - chance, CERTAIN));
const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** How much a sentence alone sounds like the office's business: compares sentences, is no chance. */
function leaningOf(text: string, { model, reader }: Known): number {
  const scores = scoresOf(readingOf(readLetter({ body: text }, reader).features, model), model);
  const [yes = 0, no = 0] = scores.subarray(startOf('office'));
  return yes - no;
}

/** Refusal only when neither the office nor another agency is the likelier door. */
function windowOf(scores: Float32Array): { window: Triage['window']; topic: Topic; sure: number } {
  const chances = chancesOf('topic', scores);
  const of = (kind: 'office' | 'elsewhere' | 'remedy'): { chance: number; topic: Topic } => {
    const own = chances.map((chance, i) => (doorOf(topics[i] as Topic).kind === kind ? chance : 0));
    return { chance: own.reduce((a, b) => a + b, 0), topic: topics[indexOfMost(own)] as Topic };
  };
  const [office, elsewhere, remedy] = [of('office'), of('elsewhere'), of('remedy')];
  const plain = chancesOf('office', scores)[0] ?? 0;
  const ours = chanceOf((1 - PLAIN_SHARE) * odds(office.chance) + PLAIN_SHARE * odds(plain));
  if (ours >= OURS_FROM) return { window: 'accept', topic: office.topic, sure: ours };
  const beyond = remedy.chance / (remedy.chance + elsewhere.chance || 1);
  return beyond >= BEYOND_FROM
    ? { window: 'refuse', topic: remedy.topic, sure: (1 - ours) * beyond }
    : { window: 'redirect', topic: elsewhere.topic, sure: (1 - ours) * (1 - beyond) };
}
