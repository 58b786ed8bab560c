/** Invented matters of the last twelve weeks that are over, so that figures and trends have something to show; for one machine only. */
import type { Answer } from '../../models/complaint/answer.ts';
import type { CauseCode } from '../../models/complaint/kinds.ts';
import type { OfficeId } from '../../models/ids.ts';
import type { Deed, DemoMatter, When } from './demo-matters.ts';

/** Working days back to the oldest one. */
const PAST_DAYS = 58;
/** About as many as the offices are large. */
const sizes = { yinchuan: 64, yanchi: 16, pingluo: 22, zhongning: 16 } as const satisfies Record<OfficeId, number>;

type Theme = {
  title: string;
  what: string;
  service: string;
  problem: NonNullable<DemoMatter['problem']>;
  cause: CauseCode;
  text: string;
  goTo: string;
};
const themes: readonly Theme[] = [
  {
    title: '补的号牌一直没收到',
    what: '补号牌说一周寄到，快三周了没收到，电话打不通。',
    service: 'replace-plate',
    problem: 'overdue',
    cause: 'cross-department',
    text: '号牌卡在分拣中心，已请邮政优先派送，明天送到。',
    goTo: '邮政速递11183，单号发您短信了',
  },
  {
    title: '过户材料跑了几趟没交齐',
    what: '二手车过户，每次去都说还差一样，跑了三趟。',
    service: 'vehicle-transfer-registration',
    problem: 'repeat-visits',
    cause: 'missing-material',
    text: '差的是发票第四联。补上就能办，现在可以网上预约过户绿色通道，一次办完。',
    goTo: '登记窗口，随到随办',
  },
  {
    title: '解除抵押，公司不在了',
    what: '贷款早还清了，放贷的公司注销了，窗口说要公司来人。',
    service: 'mortgage-release',
    problem: 'not-accepted',
    cause: 'legacy-issue',
    text: '凭结清证明和公司注销通知书就能办，不用公司到场。已帮您调到注销通知书。',
    goTo: '登记窗口，带登记证书和身份证',
  },
  {
    title: '网上换证一直提示出错',
    what: '期满换证在网上提交，三次都说系统异常。',
    service: 'licence-age-downgrade',
    problem: 'system-fault',
    cause: 'system-fault',
    text: '是照片格式的问题，系统没有说清。已在窗口端帮您提交，三天内寄出。',
    goTo: '不用再跑，等快递就行',
  },
  {
    title: '换了电池，变更登记没人认',
    what: '新能源车换了原厂电池，两个窗口说法不一样。',
    service: 'vehicle-change-registration',
    problem: 'policy-question',
    cause: 'rigid-policy',
    text: '可以办。带电池合格证明和发票，验车后当场换证。',
    goTo: '验车通道，周一到周五',
  },
  {
    title: '行驶证补办等太久',
    what: '补行驶证说五天，等了半个月。',
    service: 'replace-vehicle-licence',
    problem: 'overdue',
    cause: 'capacity',
    text: '补办的积压了，今天加班制证，明天寄出。',
    goTo: '急用的话，到窗口自取',
  },
  {
    title: '科目三约不上',
    what: '排了一个多月约不上科目三，准考证快到期了。',
    service: 'exam-subject-3',
    problem: 'appointment-shortage',
    cause: 'capacity',
    text: '下周加开两场，已按排队先后给您约上。',
    goTo: '按短信上的时间到考场',
  },
  {
    title: '窗口说话不耐烦',
    what: '问了两句，窗口的人让我自己看墙上的，没人解释。',
    service: 'owner-contact-filing',
    problem: 'attitude-or-buck-passing',
    cause: 'conduct',
    text: '是我们做得不对，当班的同事向您道歉。您要办的当场就能办，以后有专人讲解。',
    goTo: '到大厅找引导台',
  },
];
const surnames = ['马', '王', '李', '杨', '丁', '张', '哈', '陈', '白', '冯', '金', '吴', '罗', '郑'];
const given = ['建军', '秀英', '丽华', '志强', '小燕', '国庆', '文静', '海龙', '玉兰', '学军', '晓梅', '永刚', '淑芳'];

/** Spread over the weeks, more in the last ones; every number follows from the place in the list. */
const backOf = (index: number, size: number): number =>
  PAST_DAYS - Math.floor((index / size) ** 0.85 * (PAST_DAYS - 3));
const time = (n: number): string => {
  const minutes = 9 * 60 + 5 + ((n * 37) % 170);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
const afternoon = (n: number): string => `${String(14 + (n % 2))}:${String((n * 17) % 60).padStart(2, '0')}`;

/** How the one in the list went: most well, some late, some put off, some dissatisfied, some said nothing. */
const courses = [
  'well', 'well', 'silent', 'well', 'asked', 'well', 'well', 'low', 'silent', 'extended',
  'well', 'late', 'well', 'reopened', 'silent', 'well', 'slow-contact', 'well', 'asked', 'withdrawn',
  'well', 'well', 'silent',
] as const; // prettier-ignore

export const pastMatters = (office: OfficeId): DemoMatter[] =>
  Array.from({ length: sizes[office] }, (_, index) => pastMatter(index, sizes[office], office.length + index));

function pastMatter(index: number, size: number, n: number): DemoMatter {
  const theme = themes[(n * 5 + Math.floor(n / 7)) % themes.length] ?? themes[0];
  if (theme === undefined) throw new Error('no themes');
  const back = backOf(index, size);
  return {
    filed: [back, time(n)],
    name: `${surnames[(n * 3) % surnames.length] ?? '马'}${given[(n * 7) % given.length] ?? '军'}`,
    service: theme.service,
    problem: theme.problem,
    matter: { title: theme.title, what: theme.what },
    deeds: deedsOf(theme, back, n).filter(({ at }) => typeof at === 'number' || at[0] >= 1),
  };
}

function deedsOf(theme: Theme, back: number, n: number): Deed[] {
  const course = courses[n % courses.length] ?? 'well';
  const on = (days: number, clock: string): When => [back - days, clock];
  const answer: Answer = { outcome: 'done', text: theme.text, basis: [], goTo: theme.goTo };
  const answered = (days: number): Deed => ({
    at: on(days, afternoon(n)),
    by: 'one',
    act: { act: 'answer', cause: theme.cause, answer },
  });
  const rated = (days: number, grade: 'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied'): Deed => ({
    at: on(days, '16:20'),
    own: { act: 'rate', grade, reasons: [] },
  });
  const grade = (['very-satisfied', 'satisfied', 'very-satisfied', 'fairly-satisfied'] as const)[n % 4] ?? 'satisfied';
  const contact = (days: number, clock: string): Deed => ({
    at: on(days, clock),
    by: 'one',
    act: { act: 'contact', how: 'call', reached: true, words: '联系本人，情况问清了。' },
  });
  const begin: Deed[] = [
    {
      at: on(0, '13:10'),
      by: 'one',
      act: { act: 'accept', take: true, problem: theme.problem, urgency: 'ordinary', service: theme.service },
    },
    contact(course === 'slow-contact' ? 1 : 0, course === 'slow-contact' ? '10:10' : afternoon(n + 1)),
  ];
  const soon = 1 + (n % 4);
  switch (course) {
    case 'silent':
      return [...begin, answered(soon)];
    case 'late':
      return [...begin, answered(7), rated(8, 'fairly-satisfied')];
    case 'low':
      return [
        ...begin,
        answered(soon),
        rated(soon + 1, 'dissatisfied'),
        {
          at: on(soon + 2, '10:20'),
          by: 'two',
          act: { act: 'call-back', reached: true, words: '打通了，嫌办得慢，解释后接受。' },
        },
        {
          at: on(soon + 3, '10:40'),
          by: 'one',
          act: { act: 'rectify', text: '补办的改成两天内寄出，每天下班前清一遍。' },
        },
      ];
    case 'asked':
      return [
        ...begin,
        { at: on(1, '10:05'), by: 'one', act: { act: 'ask', for: 'papers', text: '请把登记证书第一页拍照发来。' } },
        { at: on(3, '10:30'), own: { act: 'add', text: '拍好了，发过来了。', attachments: [] } },
        answered(5),
        rated(6, grade),
      ];
    case 'extended':
      return [
        ...begin,
        { at: on(2, '10:15'), by: 'one', act: { act: 'ask-extension', days: 5, reason: '要等外省档案回函。' } },
        { at: on(3, '10:45'), by: 'boss', act: { act: 'decide-extension', approve: true } },
        answered(7),
        rated(8, grade),
      ];
    case 'reopened':
      return [
        ...begin,
        answered(soon),
        { at: on(soon + 1, '10:25'), own: { act: 'reopen', text: '去了窗口还是说不行。' } },
        { at: on(soon + 1, '15:05'), by: 'one', act: { act: 'claim' } },
        contact(soon + 1, '15:10'),
        { ...answered(soon + 3), at: on(soon + 3, '11:05') },
        rated(soon + 4, grade),
      ];
    case 'withdrawn':
      return [...begin, { at: on(1, '11:15'), own: { act: 'withdraw', text: '已经办好了，不用了。' } }];
    default:
      return [...begin, answered(soon), { at: on(soon + 1, '09:40'), own: { act: 'confirm' } }, rated(soon + 1, grade)];
  }
}
