/** By what a matter can be found again: phone, its last four digits, plate, name and the name's pinyin. */
import type { MatterSign } from '../complaint/complaints.ts';
import type { Complaint } from '../complaint/complaint.ts';

export const plainPlate = (plate: string): string => plate.replaceAll(/[·\s-]/gu, '').toUpperCase();

/** Letters of a name in lower case, `wangxiaoming`, and its initials, `wxm`. */
export async function pinyinOf(name: string): Promise<{ whole: string; initials: string }> {
  // The dictionary is large and only needed when a matter with a name is filed.
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
  return {
    whole: syllables.join('').toLowerCase(),
    initials: syllables
      .map((s) => s[0] ?? '')
      .join('')
      .toLowerCase(),
  };
}

export async function signsOf(c: Complaint): Promise<{ sign: MatterSign; text: string }[]> {
  const { person, matter } = c;
  const signs: { sign: MatterSign; text: string }[] = [];
  for (const phone of [person.phone, person.helper?.phone])
    if (phone !== undefined) signs.push({ sign: 'phone', text: phone }, { sign: 'phone-tail', text: phone.slice(-4) });
  if (matter.plate !== undefined) signs.push({ sign: 'plate', text: plainPlate(matter.plate) });
  for (const name of [person.name, person.helper?.name])
    if (name !== undefined) {
      const { whole, initials } = await pinyinOf(name);
      for (const text of new Set([name, whole, initials])) if (text !== '') signs.push({ sign: 'name', text });
    }
  return signs;
}
