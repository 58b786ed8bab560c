/** Tells whether an identity number, a vehicle's frame number or a company's credit code can be right, by its check digit. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const VIN_VALUES = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
} as const;
const VIN_TAIL = 'STUVWXYZ';
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The first two digits of the administrative division codes (GB/T 2260), with the residence permits of 港澳台 (81 to 83). */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

const isRealDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Why an 18-digit identity number (GB 11643) cannot be right; undefined when it can. */
export function idNumberDoubt(value: string): string | undefined {
  if (!/^\d{17}[\dX]$/.test(value)) return 'shape';
  if (!REGIONS.has(value.slice(0, 2))) return 'region';
  const year = Number(value.slice(6, 10));
  if (year < 1900 || year > 2099) return 'birth date';
  if (!isRealDay(year, Number(value.slice(10, 12)), Number(value.slice(12, 14)))) return 'birth date';
  const sum = ID_WEIGHTS.reduce<number>((total, weight, i) => total + weight * Number(value[i]), 0);
  return '10X98765432'[sum % 11] === value[17] ? undefined : 'check digit';
}

/** Why a 15-digit identity number of the old kind cannot be right. It has no check digit. */
export function oldIdNumberDoubt(value: string): string | undefined {
  if (!/^\d{15}$/.test(value)) return 'shape';
  if (!REGIONS.has(value.slice(0, 2))) return 'region';
  const [year, month, day] = [value.slice(6, 8), value.slice(8, 10), value.slice(10, 12)].map(Number);
  return isRealDay(1900 + (year ?? 0), month ?? 0, day ?? 0) ? undefined : 'birth date';
}

const vinValue = (letter: string): number => {
  if (/\d/.test(letter)) return Number(letter);
  return VIN_TAIL.includes(letter) ? VIN_TAIL.indexOf(letter) + 2 : VIN_VALUES[letter as keyof typeof VIN_VALUES];
};

/** Why a vehicle identification number (GB 16735) cannot be right. Imports and old vehicles may lack the check digit: only a warning. */
export function vinDoubt(value: string): string | undefined {
  if (value.length !== 17) return 'length';
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(value)) return 'letters I, O and Q do not occur';
  const sum = VIN_WEIGHTS.reduce<number>((total, weight, i) => total + weight * vinValue(value[i] ?? '0'), 0);
  return '0123456789X'.charAt(sum % 11) === value[8] ? undefined : 'check digit';
}

/** Why a unified social credit code (GB 32100) cannot be right. A few real codes fail the check digit: only a warning. */
export function creditCodeDoubt(value: string): string | undefined {
  if (!/^[159ANY0-9][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return 'shape';
  let sum = 0;
  let weight = 1;
  for (const letter of value.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === value[17] ? undefined : 'check digit';
}
