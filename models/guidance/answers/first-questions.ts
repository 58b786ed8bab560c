/** The first questions, one per matter where a single fact decides: withheld or lost, mortgaged or not, seventy or younger. */
import type { Text } from '../service.ts';
import type { Choice, FirstQuestion } from './first-question.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const yes = ['是', '对', '嗯', '有', '没错', '是的', 'yes', 'yeah', 'i did', 'correct'];
const no = ['不是', '没有', '没', '不', '否', 'no', 'not', 'didn’t', "didn't"];
const unsure = (more: Partial<Choice> = {}): Choice => ({
  value: 'unsure',
  label: t('不清楚', 'Not sure'),
  words: ['不清楚', '不知道', '不确定', '说不准', '不晓得', '忘了', '记不清', 'not sure', "don't know"],
  next: ['person'],
  ...more,
});

const bookingWays = [
  t(
    '考试计划至少提前10天在网上公开，盯着新放出的场次约',
    'Plans are published online at least 10 days ahead: book when new dates come out',
  ),
  t('除了交管12123，还能打电话或到窗口约', 'Besides 交管12123 one can book by phone or at the window'),
  t(
    '约上后去不了，提前1天取消；不取消又没去，算不合格',
    'If you cannot come, cancel a day ahead; staying away without that counts as failed',
  ),
] as const;
const bookingRules = [['令162', 39, 44, 46, 52]] as const;

export const firstQuestions: readonly FirstQuestion[] = [
  {
    id: 'withheld',
    of: ['licence-replace-lost'],
    ask: t('先问一句：证是真丢了，还是被交警扣着？', 'Is it really lost, or withheld by the police?'),
    choices: [
      {
        value: 'lost',
        label: t('丢了，找不着', 'Lost'),
        words: [
          '丢了',
          '丢',
          '找不着',
          '找不到',
          '没了',
          '真丢',
          '被偷',
          '翻遍',
          '掉了',
          '遗失',
          'lost',
          'stolen',
          'cannot find',
        ],
        say: t('那就能补。三条路挑一条，要带的都在这儿：', 'Then it can be replaced. Everything you need is here:'),
      },
      {
        value: 'withheld',
        label: t('被交警扣着', 'Withheld by the police'),
        words: [
          '扣',
          '扣着',
          '扣了',
          '暂扣',
          '扣留',
          '交警拿',
          '警察收',
          '交警队',
          'withheld',
          'police have',
          'took it',
        ],
        say: t(
          '被扣着的时候不能补：扣押、扣留、暂扣期间不补发。先把扣证的那件事处理完，证拿回来就行。',
          'Not while it is withheld: no new one is issued then. Settle that matter first and the licence comes back.',
        ),
        list: false,
        next: ['service:violation-processing', 'person'],
      },
      unsure({
        say: t(
          '先在交管12123或窗口看一下证的状态；要我请警官帮您看吗？丢了的话，要带的在这儿：',
          'The state shows in 交管12123 or at a window; an officer can look. If lost, you need:',
        ),
      }),
    ],
  },
  {
    id: 'seventy',
    of: ['licence-renew-expiry'],
    ask: t('您今年满70岁了吗？', 'Are you 70 or older?'),
    age: { limit: 70 },
    choices: [
      {
        value: 'under',
        label: t('没满', 'Under 70'),
        words: ['没满', '不满', '没有', '没', '不到', '还没', '未满', 'no', 'under', 'not yet', 'younger'],
        say: t('那简单，带两样就行：', 'Then it is simple. Two things to bring:'),
      },
      {
        value: 'over',
        label: t('满了', '70 or older'),
        words: ['满了', '过了', '七十多', '有了', '超过', '满70', '满七十', 'yes', 'older', 'over'],
        say: t(
          '换证时要多做一项：记忆、判断、反应测试，70岁起每年还要交一次体检证明。要带的：',
          'One thing more: an ability test (能力测试), and from 70 a medical every year. Please bring:',
        ),
        notes: [
          t(
            '70岁起：每年体检一次，记分周期结束后30日内交证明',
            'From 70: a medical every year within 30 days after the scoring year',
          ),
        ],
      },
    ],
  },
  {
    id: 'mortgaged',
    of: [
      'vehicle-transfer-registration',
      'vehicle-e-domicile-transfer',
      'vehicle-move-out',
      'vehicle-move-in',
      'vehicle-co-owner-change',
      'replace-registration-certificate',
    ],
    ask: t('这车现在还有抵押吗？', 'Is the car still mortgaged?'),
    choices: [
      {
        value: 'no',
        label: t('没有抵押', 'Not mortgaged'),
        words: ['没有抵押', '没抵押', '没有', '没', '全款', '解押了', '早解了', '无抵押', '不是', ...no],
        say: t('那顺当。要带的都在这儿：', 'Then it is straightforward. Please bring:'),
        answers: { mortgaged: 'no' },
      },
      {
        value: 'yes',
        label: t('还在抵押', 'Still mortgaged'),
        words: ['还在抵押', '有抵押', '还有', '还没解', '没还完', '在押', '还在', '还着', ...yes],
        say: t(
          '还抵押着，要和贷款机构一起申请；也可以先解除抵押。要带的：',
          'While mortgaged you apply together with the lender, or release it first. Please bring:',
        ),
        answers: { mortgaged: 'yes' },
        next: ['service:mortgage-release'],
      },
      unsure({
        label: t('不知道', 'Not sure'),
        say: t(
          '看绿本（登记证书）：有抵押签注、没有解除的，就是还押着。先按没抵押给您列：',
          'See the certificate (绿本): a mortgage entry without release means yes. Without mortgage you need:',
        ),
        answers: { mortgaged: 'no' },
      }),
    ],
  },
  {
    id: 'ever-mortgaged',
    of: ['scrap-deregistration', 'scrap-deregistration-offsite'],
    ask: t('这车当年贷过款吗？', 'Was the car ever bought on credit?'),
    choices: [
      {
        value: 'paid',
        label: t('贷过，早还清了', 'Yes, paid off'),
        words: ['还清', '还完', '结清', '早还', '贷过', '按揭过', 'paid', 'paid off'],
        say: t(
          '多半是它：还清后抵押登记不会自动消掉，登记还在就不能注销。绿本上有抵押、没有解除的签注，就对上了。两步办成：',
          'Probably that: the entry stays after paying and blocks it. See the certificate (绿本) for an entry without release. Two steps:',
        ),
        steps: ['mortgage-release', 'scrap-deregistration'],
        cites: [['令164', 31, 33, 38, 42]],
        notes: [
          t(
            '要是查封：得由查封的机关先解除，我请警官帮您问',
            'If it is seized: the authority that seized it lifts it first; an officer can ask',
          ),
        ],
        next: ['fact:release-bank-absent', 'fact:release-no-car', 'person'],
      },
      {
        value: 'unpaid',
        label: t('贷过，还没还完', 'Yes, not paid off'),
        words: ['没还完', '还没还', '还在还', '没结清', '欠着', 'not paid', 'still paying'],
        say: t(
          '抵押登记还在就不能注销：先和贷款机构商量还清或同意解除，一起来解除抵押，再报废。两步：',
          'It cannot be cancelled while mortgaged: settle with the lender, release together, then scrap. Two steps:',
        ),
        steps: ['mortgage-release', 'scrap-deregistration'],
        cites: [['令164', 31, 33, 38, 42]],
        next: ['person'],
      },
      {
        value: 'no',
        label: t('没贷过', 'No'),
        words: ['没贷', '没有', '全款', '没', '不是', 'no', 'never', 'cash'],
        say: t(
          '那一般不是抵押；要是说办不了，多半是查封，我请警官帮您问是哪家。报废要交的：',
          'Then it is usually not a mortgage; if refused it may be a seizure, an officer can ask. For scrapping:',
        ),
        answers: { mortgaged: 'no' },
        next: ['person'],
      },
    ],
  },
  {
    id: 'lender',
    of: ['mortgage-release', 'mortgage-release-video'],
    ask: t('贷款的银行或公司现在还在吗？', 'Does the bank or company that lent the money still exist?'),
    choices: [
      {
        value: 'active',
        label: t('还在', 'Yes'),
        words: ['还在', '在', '银行', '正常', ...yes],
        say: t(
          '好办：约上他们一起来，或让他们委托人来。要带的就这些：',
          'Good: come together, or they send an agent. This is all:',
        ),
        answers: { lender: 'active' },
      },
      {
        value: 'gone',
        label: t('注销或破产了', 'Dissolved or bankrupt'),
        words: [
          '注销',
          '破产',
          '倒闭',
          '跑路',
          '不在了',
          '公司没了',
          '银行没了',
          '找不到银行',
          '找不到公司',
          '关门',
          'bankrupt',
          'closed',
          'gone',
          'dissolved',
        ],
        say: t(
          '公司没了也能办：用注销、撤销或破产的证明代替它的身份证明。要带的：',
          'Still possible: a proof of dissolution or bankruptcy takes its place. Please bring:',
        ),
        answers: { lender: 'gone' },
        next: ['person'],
      },
      {
        value: 'court',
        label: t('有法院判决', 'A court has ruled'),
        words: ['法院', '判决', '裁定', '调解书', '胜诉', 'court', 'judgment'],
        say: t(
          '有法院文书，您一个人来就行，不用贷款机构到场。要带的：',
          'With a court document you can come alone. Please bring:',
        ),
        instead: 'mortgage-release-court',
      },
    ],
  },
  {
    id: 'ninety-days',
    of: ['overseas-licence'],
    ask: t('拿到那本驾照时，您在当地1年里住满90天了吗？', 'When you got it, had you stayed there 90+ days in a year?'),
    choices: [
      {
        value: 'yes',
        label: t('住满了', 'Yes'),
        words: [
          '住满',
          '满了',
          '超过',
          '长住',
          '留学',
          '上学',
          '工作',
          'lived',
          'yes',
          'i did',
          'resident',
          'live there',
          'grew up',
          ...yes,
        ],
        say: t('好，带这些到窗口：', 'Good. Bring these to the window; the Chinese words are for showing to staff:'),
        next: ['fact:overseas-drive-meanwhile', 'person'],
      },
      {
        value: 'no',
        label: t('没有', 'No'),
        words: ['没住满', '没满', '旅游', '不到', 'short', 'tourist', ...no],
        say: t(
          '没住满90天的，不能直接换领；可以按初次申领考中国驾照，从科目一考起。',
          'Then it cannot be converted; you may take the Chinese tests as a beginner (初次申领), from 科目一 on.',
        ),
        list: false,
        next: ['service:licence-first-apply', 'person'],
      },
      unsure({
        say: t(
          '车管所会查出入境记录，可以请警官先看。要带的：',
          'The office checks the entry records; an officer can tell. You would bring:',
        ),
      }),
    ],
  },
  {
    id: 'motorcycle-matter',
    of: ['motorcycle-one-id'],
    ask: t('您要办哪样？', 'What is it about?'),
    choices: [
      {
        value: 'new',
        label: t('新车上牌', 'A new motorcycle'),
        words: ['新车', '上牌', '刚买', '新买', '店里买', '上户', '头一次', 'new', 'register', 'bought'],
        say: t(
          '先问卖车的店：有的店“带牌销售”，保险、缴税、上牌一处办完。不行的话，我请警官核实您该带啥。',
          'Ask the shop first: some sell with plates (带牌销售), insurance and tax in one place. If not, an officer checks what you need.',
        ),
        list: false,
        notes: [
          t('号牌35元/副', 'Plates 35 yuan'),
          t('行驶证10元/本', 'Vehicle licence 10 yuan'),
          t('其余项目以窗口公示为准', 'Other items: see the list at the window'),
        ],
        cites: [['收费'], ['令164', 14]],
        next: ['person'],
      },
      {
        value: 'replace',
        label: t('补换号牌', 'Replace plates'),
        words: ['补', '换牌', '补牌', '号牌丢', '牌丢', '牌坏', 'replace', 'lost'],
        instead: 'replace-plate',
        say: t(
          '摩托车补换号牌35元一副，号码不变。规定要的：',
          'Motorcycle plates 35 yuan, the number stays. The rule asks for:',
        ),
      },
      {
        value: 'transfer',
        label: t('过户', 'Transfer'),
        words: ['过户', '卖', '转给', '二手', 'transfer', 'sell', 'second-hand'],
        instead: 'vehicle-transfer-registration',
        say: t(
          '摩托车过户和汽车一样，由新车主申请。规定要的：',
          'Like a car: the new owner applies. The rule asks for:',
        ),
      },
    ],
  },
  {
    id: 'issued-here',
    of: ['driver-contact-filing'],
    ask: t('您的驾驶证是{office}发的吗？', 'Was your licence issued in {office}?'),
    choices: [
      {
        value: 'yes',
        label: t('是', 'Yes'),
        words: ['是', '本地', '就是', '这儿', '{office}', ...yes],
        say: t(
          '那在{office}就能办，只要身份证，不收费：',
          'Then {office} can do it: only the ID card, free of charge:',
        ),
      },
      {
        value: 'no',
        label: t('不是', 'No'),
        words: ['不是', '外地', '别处', '老家', ...no],
        say: t(
          '那要到发证地的车管所备案，看驾驶证上的发证机关，只要身份证。嫌远可以先办转入换证，证就归这边管。',
          'Then it is filed at the issuing office, see the licence. Or move the licence here first (转入换证).',
        ),
        list: false,
        next: ['service:licence-move-in', 'person'],
      },
    ],
  },
  {
    id: 'kind-of-car',
    of: ['inspection-mark', 'inspection-exempt-mark'],
    ask: t(
      '您的车是9座及以下、没跑过营运、也不是面包车吧？',
      'Is it a private car up to 9 seats, no minivan, never for hire?',
    ),
    choices: [
      {
        value: 'private',
        label: t('是', 'Yes'),
        words: ['是', '5座', '五座', '七座', '7座', '轿车', '家用', '自己开', '私家', 'suv', '对', 'yes', 'private'],
      },
      {
        value: 'other',
        label: t('不是', 'No'),
        words: [
          '不是',
          '面包',
          '货车',
          '营运',
          '网约',
          '出租',
          '皮卡',
          '教练',
          '拖挂',
          '营转非',
          'no',
          'van',
          'taxi',
          'truck',
        ],
      },
      unsure({ label: t('不确定', 'Not sure') }),
    ],
  },
  {
    id: 'years',
    of: ['inspection-mark', 'inspection-exempt-mark'],
    ask: t('车是哪年哪月上的牌？说个大概也行。', 'When was it first registered? Year and month, roughly.'),
    choices: [
      { value: 'exempt', label: t('满2、4、8年那次', 'Year 2, 4 or 8'), words: [] },
      { value: 'test', label: t('满6、10年那次', 'Year 6 or 10'), words: [] },
      { value: 'old', label: t('超过10年了', 'Over 10 years'), words: ['十几年', '超过十年', '十多年', 'over ten'] },
    ],
  },
  {
    id: 'vehicle-kind',
    of: ['vehicle-e-domicile-transfer'],
    ask: t('是小车、摩托，还是货车这类？', 'A small car or motorcycle, or a truck?'),
    choices: [
      {
        value: 'small',
        label: t('小车或摩托', 'Small car or motorcycle'),
        words: ['小车', '轿车', '摩托', '小轿车', 'suv', '私家', 'car', 'motorcycle'],
      },
      {
        value: 'other',
        label: t('货车、大客车等', 'Truck, coach …'),
        words: ['货车', '大货', '半挂', '客车', '皮卡', 'truck', 'bus'],
        instead: 'vehicle-move-out',
        say: t(
          '货车这类先在原地办转出，30日内到这边转入。转出要带：',
          'Trucks first leave the old register, then come in within 30 days. For moving out:',
        ),
      },
    ],
    onlyIf: ['货', '挂', '客车'],
  },
  {
    id: 'road-test-days',
    of: ['exam-subject-3'],
    ask: t('您是？', 'Which is yours?'),
    choices: [
      {
        value: 'c1',
        label: t('C1，满了', 'C1, over 30 days'),
        words: ['c1', '手动挡', '小车', '满30天', '满三十天', '一个多月', '俩月', '两个月', 'manual'],
        list: false,
        say: t(
          '那您条件够。能不能约上我不敢保证，这几招可以试：',
          'Then nothing stands against it. I cannot promise a place; these may help:',
        ),
        notes: bookingWays,
        cites: bookingRules,
        next: ['person'],
      },
      {
        value: 'c2',
        label: t('C2，满了', 'C2, over 20 days'),
        words: ['c2', '自动挡', '满20天', '满二十天', 'automatic'],
        list: false,
        say: t(
          '那您条件够。能不能约上我不敢保证，这几招可以试：',
          'Then nothing stands against it. I cannot promise a place; these may help:',
        ),
        notes: bookingWays,
        cites: bookingRules,
        next: ['person'],
      },
      {
        value: 'not-yet',
        label: t('没满，或别的车型', 'Not yet, or another class'),
        words: ['没满', '还没满', '不到一个月', '没到一个月', '才几天', '大车', '货车', '别的车型', 'not yet', 'truck'],
        list: false,
        say: t(
          '天数没满，系统不给约。C1满30天，C2满20天，大车满40天；满了再约，这几招可以试：',
          'Before that the system books nothing: C1 30 days, C2 20, trucks 40. Then these may help:',
        ),
        notes: bookingWays,
        cites: [['令162', 39, 44, 46, 52]],
        next: ['person'],
      },
    ],
    onlyIf: ['约不上', '约不到', '没约上', '约满', '抢不到', '不给约', 'slot'],
  },
  {
    id: 'licence-class',
    of: ['licence-first-apply'],
    ask: t('您想考小车、摩托车，还是大货这类？', 'A car, a motorcycle, or a truck?'),
    choices: [
      {
        value: 'car',
        label: t('小车', 'Car'),
        words: ['小车', 'c1', 'c2', '轿车', '自动挡', '手动挡', 'car'],
        say: t('小车18岁起就能考，没有上限。报名要的：', 'Cars from 18, no upper limit. To apply:'),
      },
      {
        value: 'motorcycle',
        label: t('摩托车', 'Motorcycle'),
        words: ['摩托', '踏板', '三轮', '电摩', 'motorcycle', 'scooter'],
        instead: 'motorcycle-exam',
        say: t('普通摩托18到70岁能考，轻便的18岁起。要的：', 'Motorcycles 18–70, mopeds from 18. To apply:'),
      },
      {
        value: 'heavy',
        label: t('大货、客车', 'Truck or coach'),
        words: ['大货', 'b2', 'a1', 'a2', '客车', '公交', '大车', '牵引', 'truck', 'coach'],
        say: t(
          '大货、公交20到63岁能初次申请；大客、牵引要先有证再增驾。报名要的：',
          'Trucks and buses 20–63; coaches and articulated trucks are added to a licence. To apply:',
        ),
      },
    ],
  },
];

export const firstQuestionById = (id: string): FirstQuestion | undefined => firstQuestions.find((q) => q.id === id);
export const firstQuestionsOf = (service: string): readonly FirstQuestion[] =>
  firstQuestions.filter((q) => q.of.includes(service));
