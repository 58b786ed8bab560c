/** Copies example lines with a few signs swapped for others that sound alike, or dropped, as phones and hurried thumbs do. */
import type { CharacterTables } from '../character-tables.ts';
import type { Line } from './line.ts';
import { seeded } from './randomness.ts';

const SWAP_SHARE = 0.75;
const COPIES = 1;
/** One more copy is so badly heard that this share of its signs is swapped. */
const BLURRED_SHARE = 0.25;

/** `common` lists everyday signs, the only ones a phone would guess. */
export function misheard(lines: readonly Line[], common: string, tables: CharacterTables): Line[] {
  const alike = new Map<number, string[]>();
  for (const sign of common) {
    const sound = tables.sound[sign.charCodeAt(0)] ?? 0;
    alike.set(sound, [...(alike.get(sound) ?? []), sign]);
  }
  const random = seeded(7);
  const below = (n: number): number => Math.floor(random() * n);
  const copy = ({ text, label }: Line): Line => {
    const signs = Array.from(text);
    const slips = signs.length < 6 ? 1 : random() < 0.5 ? 1 : 2 + (signs.length > 20 && random() < 0.5 ? 1 : 0);
    for (let i = 0; i < slips; i++) {
      const place = below(signs.length);
      const others = alike.get(tables.sound[(signs[place] ?? '').charCodeAt(0)] ?? -1) ?? [];
      if (random() >= SWAP_SHARE) {
        if (signs.length > 6) signs.splice(place, 1);
      } else if (others.length > 1) signs[place] = others[below(others.length)] ?? '';
    }
    return { text: signs.join(''), label };
  };
  const blurred = ({ text, label }: Line): Line => ({
    label,
    text: Array.from(text)
      .map((sign) => {
        const others = alike.get(tables.sound[sign.charCodeAt(0)] ?? -1) ?? [];
        return random() < BLURRED_SHARE && others.length > 1 ? (others[below(others.length)] ?? sign) : sign;
      })
      .join(''),
  });
  return [...Array.from({ length: COPIES }, () => lines.map(copy)).flat(), ...lines.map(blurred)];
}
