/** Numbers and names are shown masked everywhere in the same way; seeing all of it asks a reason. */

/** 138****0042 */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** 6401**********004X */
export const maskIdNumber = (id: string): string =>
  id.length < 9 ? '****' : `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`;

/** 宁A****7: enough to recognise one's own plate, too little to learn another's. */
export const maskPlate = (plate: string): string => {
  const bare = plate.replaceAll(/[·\s]/gu, '');
  return bare.length < 4 ? '****' : `${bare.slice(0, 2)}****${bare.slice(-1)}`;
};

/** 王*军, 王*: the surname and the last character stay. */
export const maskName = (name: string): string => {
  const letters = Array.from(name.trim());
  const first = letters[0] ?? '';
  return letters.length < 3 ? `${first}*` : `${first}${'*'.repeat(letters.length - 2)}${letters.at(-1) ?? ''}`;
};
