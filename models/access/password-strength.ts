/** How many guesses a password would stand, against lists of leaked and common ones. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Words that Chinese passwords are often made of and that the shipped lists, made abroad, rank too low. */
const chineseHabits = [
  'woaini',
  '5201314',
  '1314520',
  '520520',
  'mima',
  'nihao',
  'zhongguo',
  'woaizhongguo',
  'baobao',
  'laopo',
  'laogong',
  'tianxia',
  'wodemima',
  'buzhidao',
  'jiashizheng',
  'xingshizheng',
  'chepai',
  'chepaihao',
  'a123456',
  'a123456789',
  'q123456',
  'aa123456',
  'abc123456',
  'qwe123',
  '147258369',
  '密码',
  '我的密码',
  '我爱你',
  '中国',
  '一二三四五六',
];

let meter: Promise<ZxcvbnFactory> | undefined;

/** Half a megabyte of words, loaded when the first password is set and never at a sign-in. */
async function loadMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary: { ...dictionary, 'chinese-common': chineseHabits }, graphs: adjacencyGraphs });
}

/** `listed`: mostly words of a list, not merely regular. `own`: words about the owner, worth nothing as secrets. */
export async function guessLog10(password: string, own: string[]): Promise<{ log10: number; listed: boolean }> {
  meter ??= loadMeter();
  const { guessesLog10, sequence } = (await meter).check(password, own);
  const inLists = sequence
    .filter(({ pattern, dictionaryName }) => pattern === 'dictionary' && dictionaryName !== 'userInputs')
    .reduce((letters, { token }) => letters + token.length, 0);
  return { log10: guessesLog10, listed: inLists * 2 >= password.length };
}

/** The syllables of a name in pinyin without tones, `['zhang', 'san']`; a name that is not Chinese stays as it is. */
export async function latinOf(name: string): Promise<string[]> {
  const { pinyin } = await import('pinyin-pro');
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map((syllable) =>
    syllable.toLowerCase().replaceAll(/\s/gu, ''),
  );
}
