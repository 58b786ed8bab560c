/** Which words of a message no guide knows: common words of the language only, never a name, a place, a number or a sentence. */
import { facts } from '../../models/guidance/answers/facts.ts';
import { services } from '../../models/guidance/catalogue.ts';
import { gazetteer } from '../../models/guidance/gazetteer.ts';
import { conceptWords } from '../../models/guidance/understanding/concepts.ts';
import { surnames } from '../../models/guidance/surnames.ts';

/** Of one message; more would tell of the person rather than of the guides. */
const MOST = 3;
/** What people say whatever they ask for. */
const everyday = new Set(
  '怎么 什么 哪里 哪儿 为什么 可以 能不能 是不是 有没有 现在 今天 明天 昨天 我们 你们 他们 这个 那个 一个 一下 这样 那样 这么 那么 还是 就是 但是 因为 所以 已经 知道 告诉 请问 谢谢 你好 您好 需要 时候 东西 事情 自己 别人 大家 不是 没有 不会 不能 如果 或者 然后 多少 一直 觉得 应该 可能 出来 起来 过来 回来 上去 下来'.split(
    ' ',
  ),
);
/** Behind a place's own name. */
const placeEnds = new Set(['路', '街', '巷', '县', '市', '区', '镇', '乡', '村', '队', '号', '小区', '公司', '学校']);

let known: string | undefined;
const knownText = (): string =>
  (known ??= [
    conceptWords,
    ...services.flatMap((s) => [s.nameZh, s.lead.zh, ...s.aliases, ...s.materials.map((m) => m.nameZh)]),
    ...facts.flatMap((fact) => [...fact.ask, fact.zh]),
    ...gazetteer.flatMap((place) => [place.nameZh, place.county]),
  ].join(' '));

/** Made with the first message that was not understood: most instances never need it. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The segmenter cuts what its dictionary does not hold into single signs, and those are dropped: so are most names. A word behind a
 * surname or before 路, 村 and the like is dropped, too. Whether a word is ever shown is decided by how many talks it came up in.
 */
export function unknownWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const parts = [...segmenter.segment(text.normalize('NFKC').slice(0, 400))].map(({ segment }) => segment);
  const words = parts.filter(
    (word, i) =>
      /^\p{Script=Han}{2,6}$/u.test(word) &&
      !everyday.has(word) &&
      !surnames.has(parts[i - 1] ?? '') &&
      !surnames.has(word) &&
      !placeEnds.has(parts[i + 1] ?? '') &&
      !knownText().includes(word),
  );
  return [...new Set(words)].slice(0, MOST);
}
