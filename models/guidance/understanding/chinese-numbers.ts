/** Reads numbers written in Chinese or Arabic digits: 一百二十, 3.5万, 两千. */

export const DIGIT_WORDS = '零一二三四五六七八九';
const UNITS = { 十: 10, 百: 100, 千: 1000 } as const;

/** One spoken digit as 0 to 9; 两, 俩, 幺 and 〇 included. */
export function digitOf(word: string): number | undefined {
  const plain = { 〇: '零', 两: '二', 俩: '二', 幺: '一' }[word] ?? word;
  const digit = DIGIT_WORDS.indexOf(plain);
  return digit < 0 ? undefined : digit;
}

/** The value of 十二, 六十三, 一百二十, 三千五, 五万, 3.5万 or 120; undefined when it is not a number. */
export function numberOf(text: string): number | undefined {
  const [big, rest, ...more] = text.split('万');
  if (big === undefined || more.length > 0) return undefined;
  if (rest === undefined) return belowTenThousand(text);
  const high = belowTenThousand(big);
  if (high === undefined) return undefined;
  if (rest === '') return high * 10_000;
  const low = belowTenThousand(rest);
  if (low === undefined) return undefined;
  return high * 10_000 + (rest.length === 1 ? low * 1000 : low); // 三万五 is 35,000
}

function belowTenThousand(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  let total = 0;
  let pending: number | undefined;
  let lastUnit = 1;
  for (const word of text) {
    const unit = UNITS[word as keyof typeof UNITS] as number | undefined;
    const digit = digitOf(word);
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = undefined;
      lastUnit = unit;
    } else if (digit !== undefined) {
      if (pending !== undefined && pending !== 0) return undefined; // 二三: a row of digits, not a number
      if (digit === 0) lastUnit = 1;
      pending = digit;
    } else return undefined;
  }
  if (text === '') return undefined;
  return total + (pending ?? 0) * (lastUnit >= 100 && pending ? lastUnit / 10 : 1); // 三千五 is 3,500
}
