/** Which new passwords are not taken, and why: too short, or made of what others guess first. */
import { listedFaults, type PasswordFault } from './password-fault.ts';
import { guessLog10, latinOf } from './password-strength.ts';

/** Whose password it is: words about them are known to many. */
export type PasswordOwner = { id: string; name: string; office: string; officeName: string };

/** In code points after NFKC; NIST SP 800-63B-4 asks for eight beside a second factor, a desk of an office can carry twelve. */
const LEAST = 12;
/** Ten thousand million guesses: what zxcvbn calls very unguessable. */
const LEAST_GUESSES_LOG10 = 10;

const office = [
  '车管所',
  '车辆管理所',
  '车管',
  '交警',
  '公安',
  '办成',
  'cheguansuo',
  'chegs',
  'cheguan',
  'jiaojing',
  'gongan',
  'bancheng',
  'vehicleoffice',
];
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const plate = new RegExp(`(?:[${provinces}]|ning|(?<![a-z])nx)[a-z](?=[a-z0-9]*\\d{2})[a-z0-9]{5,6}`, 'u');
const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/u;
const identity = /\d{17}[\dx]/u;
const year = '(?:19|20)\\d{2}';
const day = new RegExp(
  `(?<!\\d)(?:${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|${year}[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12]\\d|3[01]))(?!\\d)`,
  'u',
);

/** All that is wrong with it, worst first; empty for a good one. Loads word lists: call it only when a password is being set. */
export async function passwordFaults(password: string, owner: PasswordOwner): Promise<PasswordFault[]> {
  const plain = password.normalize('NFKC').toLowerCase();
  const joined = plain.replaceAll(/[\s._@-]/gu, '');
  const names = await namesOf(owner);
  const offices = [...office, owner.office, owner.officeName.replace(/车管所$/u, ''), owner.officeName];
  const found = new Set<PasswordFault>();
  if (Array.from(plain).length < LEAST) found.add('too-short');
  if (names.some((word) => joined.includes(word))) found.add('name');
  if (offices.some((word) => joined.includes(word)) || /(?<![a-z])cgs(?![a-z])/u.test(plain)) found.add('office');
  if (plate.test(joined)) found.add('plate');
  if (phone.test(joined) || identity.test(joined)) found.add('number');
  if (day.test(plain)) found.add('date');
  const { log10, listed } = await guessLog10(password, [...names, ...offices]);
  // Words about the owner make it easy as well; that is said already.
  if (log10 < LEAST_GUESSES_LOG10 && (listed || !(found.has('name') || found.has('office'))))
    found.add(listed ? 'known' : 'pattern');
  // Short and simple go together; one sentence about it is enough.
  if (found.has('too-short')) found.delete('pattern');
  return listedFaults.filter((fault) => found.has(fault));
}

/** The name as it is written, spelt in pinyin either way round, and the sign-in name. */
async function namesOf({ id, name }: PasswordOwner): Promise<string[]> {
  const syllables = await latinOf(name);
  const spelt = [syllables.join(''), [...syllables.slice(1), syllables[0] ?? ''].join('')];
  const written = name.toLowerCase().replaceAll(/\s/gu, '');
  return [written, ...spelt.filter((word) => word.length >= 4), id.replaceAll('-', '')].filter(
    (word) => Array.from(word).length >= (/^\p{Script=Han}/u.test(word) ? 2 : 3),
  );
}
