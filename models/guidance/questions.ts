/** The few questions that decide which papers a person needs: whose car, who comes, is there a court paper. */
import * as z from 'zod';

export const questionIds = [
  'owner',
  'who',
  'lender',
  'lenderKind',
  'mortgaged',
  'newCar',
  'change',
  'filing',
  'spouses',
  'tempUse',
  'leaving',
  'heavy',
  'lostOrWorn',
  'holder',
  'translated',
  'retired',
  'downgrade',
  'restore',
  'busDriver',
  'numberChanged',
] as const;
export const QuestionId = z.enum(questionIds);
export type QuestionId = z.infer<typeof QuestionId>;

/** Which answers a thing depends on: every named question must have one of the named values. */
export type When = Readonly<Partial<Record<QuestionId, readonly string[]>>>;
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export type Option = { value: string; zh: string; en: string };
export type Question = {
  id: QuestionId;
  /** One letter that stands for the question in a link; never reused. */
  letter: string;
  zh: string;
  en: string;
  /** The first option is what most people need; it counts until the person says otherwise. New ones go to the end. */
  options: readonly [Option, Option, ...Option[]];
  /** Asked only if these answers were given. */
  when?: When;
};

const o = (value: string, zh: string, en: string): Option => ({ value, zh, en });

export const questions = {
  owner: {
    letter: 'o',
    zh: '车主是',
    en: 'The owner is',
    options: [o('person', '个人', 'A person'), o('company', '单位', 'A company')],
  },
  who: {
    letter: 'w',
    zh: '谁来办',
    en: 'Who comes',
    options: [o('self', '本人', 'I come myself'), o('agent', '委托别人', 'Somebody for me')],
    when: { owner: ['person'] },
  },
  lender: {
    letter: 'l',
    zh: '贷款机构',
    en: 'The lender',
    options: [
      o('active', '还在', 'Still exists'),
      o('gone', '已注销或破产', 'Dissolved or bankrupt'),
      o('court', '有法院文书', 'I have a court document'),
    ],
  },
  lenderKind: {
    letter: 'k',
    zh: '抵押给谁',
    en: 'Mortgaged to',
    options: [
      o('bank', '银行或汽车金融公司', 'Bank or car finance company'),
      o('company', '其他单位', 'Other company'),
      o('person', '个人', 'A person'),
    ],
  },
  mortgaged: {
    letter: 'm',
    zh: '这车还抵押着吗',
    en: 'Is the car mortgaged',
    options: [o('no', '没有抵押', 'No'), o('yes', '还在抵押', 'Yes')],
  },
  newCar: {
    letter: 'n',
    zh: '新车是',
    en: 'The new vehicle',
    options: [
      o('exempt', '免检的国产新车', 'Exempt from the first test'),
      o('tested', '进口车或不免检的车', 'Imported, or not exempt'),
    ],
  },
  change: {
    letter: 'c',
    zh: '变更什么',
    en: 'What changes',
    options: [
      o('colour', '改颜色', 'Colour'),
      o('engine', '换发动机、车身或车架', 'Engine, body or frame'),
      o('whole', '因质量问题换整车', 'Whole car replaced (defect)'),
      o('use', '使用性质', 'Kind of use'),
    ],
  },
  filing: {
    letter: 'f',
    zh: '变更什么',
    en: 'What changes',
    options: [
      o('name', '姓名、单位名称或辖区内住址', 'Name, or address in the same area'),
      o('number', '身份证明名称或号码', 'ID type or number'),
    ],
  },
  spouses: {
    letter: 's',
    zh: '共同所有人是',
    en: 'The co-owners are',
    options: [o('yes', '夫妻', 'Husband and wife'), o('no', '不是夫妻', 'Not married')],
  },
  tempUse: {
    letter: 't',
    zh: '临牌用在',
    en: 'The plate is for',
    options: [
      o('bought', '买了还没上牌', 'Bought, not yet registered'),
      o('unsold', '还没卖出的车', 'A vehicle not yet sold'),
      o('export', '新车出口', 'A new vehicle for export'),
      o('trial', '科研、定型试验', 'Research or type test'),
      o('special', '超限特型车', 'An oversize special vehicle'),
    ],
  },
  leaving: {
    letter: 'e',
    zh: '为什么注销',
    en: 'Why',
    options: [
      o('return', '因质量问题退车', 'Returned to the maker'),
      o('abroad', '不在国内使用了', 'Used abroad from now on'),
    ],
  },
  heavy: {
    letter: 'h',
    zh: '是不是校车、大客车、重型货车或营运车',
    en: 'School bus, coach, heavy truck or for hire',
    options: [o('no', '不是', 'No'), o('yes', '是', 'Yes')],
  },
  lostOrWorn: {
    letter: 'x',
    zh: '是丢了还是坏了',
    en: 'Lost or damaged',
    options: [o('lost', '丢了', 'Lost'), o('worn', '坏了', 'Damaged')],
  },
  holder: {
    letter: 'p',
    zh: '您是',
    en: 'You are',
    options: [
      o('foreign', '外国人', 'A foreign national'),
      o('mainland', '内地居民', 'A mainland resident'),
      o('hkmt', '港澳台居民', 'From Hong Kong, Macao or Taiwan'),
    ],
  },
  translated: {
    letter: 'y',
    zh: '境外驾驶证上有中文吗',
    en: 'Is your licence in Chinese',
    options: [o('no', '没有中文', 'No'), o('yes', '是中文的', 'Yes')],
  },
  retired: {
    letter: 'r',
    zh: '您现在',
    en: 'You are now',
    options: [o('yes', '已退役、转业或复员', 'Discharged'), o('no', '还在服役', 'In service')],
  },
  downgrade: {
    letter: 'd',
    zh: '为什么降',
    en: 'Why',
    options: [o('own', '自己愿意', 'My own wish'), o('health', '身体条件变了', 'My health changed')],
  },
  restore: {
    letter: 'b',
    zh: '为什么被注销',
    en: 'Why was it cancelled',
    options: [
      o('expired', '过期一年以上没换', 'Not renewed for over a year'),
      o('medical', '没交体检证明', 'No medical certificate'),
    ],
  },
  busDriver: {
    letter: 'u',
    zh: '您开校车吗',
    en: 'Do you drive a school bus',
    options: [o('no', '不开', 'No'), o('yes', '开', 'Yes')],
  },
  numberChanged: {
    letter: 'i',
    zh: '身份证号码变了吗',
    en: 'Did your ID number change',
    options: [o('no', '没变', 'No'), o('yes', '变了', 'Yes')],
  },
} as const satisfies Record<QuestionId, Omit<Question, 'id'>>;

export const questionOf = (id: QuestionId): Question => ({ id, ...questions[id] });

/** What counts as answered: what the person said, else the usual case. */
export const answerTo = (id: QuestionId, answers: Answers): string => answers[id] ?? questions[id].options[0].value;

export const holds = (when: When | undefined, answers: Answers): boolean =>
  when === undefined ||
  Object.entries(when).every(([id, values]) => values.includes(answerTo(id as QuestionId, answers)));
