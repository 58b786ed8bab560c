/** Finds the small answer whose known wordings are nearest to what somebody asks: by ideas and by runs of signs. */
import type { Fact } from './fact.ts';
import { conceptWords } from '../understanding/concepts.ts';
import { questionIdeas } from './question-ideas.ts';

export type FactFound = { fact: Fact; score: number };

/** How a text is cut into comparable marks, each with its weight; the same for examples and for messages. */
export type Marks = (text: string) => ReadonlyMap<string, number>;

type Vector = Map<string, number>;
type Posting = { row: number; weight: number };

export type FactIndex = { find(text: string, may: (fact: Fact) => boolean, most?: number): FactFound[] };

type Cut = {
  asked: ReadonlyMap<string, number>[];
  english: ReadonlyMap<string, number>[];
  answer: ReadonlyMap<string, number>;
};

/** Built once: every mark knows in which rows it occurs, the rarer the more it counts. */
export function indexFacts(facts: readonly Fact[], marks: Marks): FactIndex {
  const cuts = facts.map(({ ask, askEn, zh }): Cut => ({
    asked: ask.map(marks),
    english: (askEn ?? []).map(marks),
    answer: marks(zh),
  }));
  const rarity = rarityIn(cuts);
  // Each known wording is a row, and so is the middle of all wordings of a fact together with its answer.
  const factOf: number[] = [];
  const middleOf: number[] = [];
  const postings = new Map<string, Posting[]>();
  const file = (vector: Vector, fact: number): void => {
    const at = factOf.push(fact) - 1;
    const length = lengthOf(vector) || 1;
    for (const [mark, weight] of vector) {
      const posting = { row: at, weight: weight / length };
      const known = postings.get(mark);
      if (known === undefined) postings.set(mark, [posting]);
      else known.push(posting);
    }
  };
  const weigh = (cut: ReadonlyMap<string, number>): Vector => {
    const vector: Vector = new Map();
    for (const [mark, worth] of cut) vector.set(mark, worth * rarity(mark));
    return vector;
  };
  cuts.forEach(({ asked, english, answer }, fact) => {
    const middle: Vector = new Map();
    for (const cut of asked) {
      const vector = weigh(cut);
      file(vector, fact);
      addTo(middle, vector, 1);
    }
    addTo(middle, weigh(answer), ANSWER);
    middleOf[fact] = factOf.length;
    file(middle, fact);
    for (const cut of english) file(weigh(cut), fact);
  });

  return {
    find(text, may, most = 3) {
      const dots = new Float64Array(factOf.length);
      let squares = 0;
      for (const [mark, worth] of marks(text)) {
        const known = postings.get(mark);
        const weight = worth * rarity(mark);
        // Words that no example knows make the message less like any of them, but a long story must not drown its question.
        squares += weight * weight * (known === undefined ? STRANGE : 1);
        if (known !== undefined) for (const p of known) dots[p.row] = (dots[p.row] ?? 0) + weight * p.weight;
      }
      // The middle is made of Chinese wordings; an English question is compared with the English ones alone.
      const mix = /\p{Script=Han}/u.test(text) ? MIX : 0;
      const length = Math.sqrt(squares) || 1;
      const nearest = new Float64Array(facts.length);
      for (let row = 0; row < dots.length; row++) {
        const score = (dots[row] as number) / length;
        const fact = factOf[row] as number;
        if (score > (nearest[fact] as number) && row !== middleOf[fact]) nearest[fact] = score;
      }
      const found: FactFound[] = [];
      facts.forEach((fact, i) => {
        const middle = (dots[middleOf[i] as number] as number) / length;
        const score = mix * middle + (1 - mix) * (nearest[i] as number);
        if (score > 0.1 && may(fact)) found.push({ fact, score });
      });
      return found.sort((a, b) => b.score - a.score).slice(0, most);
    },
  };
}

/** How much the middle of a fact counts against its nearest wording. */
const MIX = 0.75;
/** The answer's own words count as two wordings. */
const ANSWER = 2;
const STRANGE = 0.3;
const WORTH = { one: 0.8, two: 0.8, idea: 2.5, ideas: 1 } as const;

const lengthOf = (vector: Vector): number =>
  Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));

function addTo(sum: Vector, vector: Vector, times: number): void {
  const length = lengthOf(vector) || 1;
  for (const [mark, weight] of vector) sum.set(mark, (sum.get(mark) ?? 0) + (times * weight) / length);
}

/** Rare among all wordings, and rare among the facts that are compared: within one matter its own name tells nothing apart. */
function rarityIn(cuts: readonly Cut[]): (mark: string) => number {
  const inWordings = new Map<string, number>();
  const inFacts = new Map<string, number>();
  let wordings = 0;
  for (const { asked, english } of cuts) {
    const own = new Set<string>();
    for (const cut of [...asked, ...english]) {
      wordings += 1;
      for (const mark of cut.keys()) {
        inWordings.set(mark, (inWordings.get(mark) ?? 0) + 1);
        own.add(mark);
      }
    }
    for (const mark of own) inFacts.set(mark, (inFacts.get(mark) ?? 0) + 1);
  }
  const most = Math.log(1 + 2 * cuts.length);
  const known = new Map<string, number>();
  return (mark) => {
    const before = known.get(mark);
    if (before !== undefined) return before;
    const rare =
      (Math.log(1 + wordings / (1 + (inWordings.get(mark) ?? 0))) *
        Math.log(1 + cuts.length / (inFacts.get(mark) ?? 0.5))) /
      most;
    if (inWordings.has(mark)) known.set(mark, rare);
    return rare;
  };
}

type IdeaWords = { ideas: ReadonlyMap<string, readonly string[]>; longest: number };

function readIdeas(): IdeaWords {
  const ideas = new Map<string, string[]>();
  let longest = 1;
  for (const line of `${questionIdeas.trim()}\n${conceptWords.trim().replace(/^/gm, 'of-')}`.split('\n')) {
    const [name = '', ...words] = line.split(/\s+/);
    for (const word of words) {
      ideas.set(word, [...(ideas.get(word) ?? []), name]);
      longest = Math.max(longest, word.length);
    }
  }
  return { ideas, longest };
}

/** Read with the first message, not when the program starts. */
let ideaWords: IdeaWords | undefined;

/** What the text talks about, whatever words it uses; the longest word at each place counts. */
function ideasIn(plain: string): string[] {
  const { ideas, longest } = (ideaWords ??= readIdeas());
  const found = new Set<string>();
  for (let from = 0; from < plain.length; from++)
    for (let length = Math.min(longest, plain.length - from); length > 0; length--) {
      const names = ideas.get(plain.slice(from, from + length));
      if (names === undefined) continue;
      for (const name of names) found.add(name);
      break;
    }
  return [...found].sort();
}

/** Single signs count little by themselves (they are common), pairs and ideas carry the meaning; Latin words stay whole. */
export function marksOf(plain: string): ReadonlyMap<string, number> {
  const units = plain.match(/[a-z]+|\d+|[^\sa-z\d]/gu) ?? [];
  const marks = new Map<string, number>();
  const note = (mark: string, worth: number): void => {
    marks.set(mark, Math.max(marks.get(mark) ?? 0, worth));
  };
  units.forEach((unit, i) => {
    const next = units[i + 1];
    note(unit, unit.length > 1 ? WORTH.two : WORTH.one);
    if (next === undefined) return;
    note(`${unit} ${next}`, WORTH.two);
  });
  const ideas = ideasIn(plain);
  ideas.forEach((idea, i) => {
    note(`#${idea}`, WORTH.idea);
    for (const other of ideas.slice(i + 1)) note(`#${idea}+${other}`, WORTH.ideas);
  });
  return marks;
}
