/** Invented “办不成事” matters in every state, and who did what with them when; for one machine only. */
import type { CitizenAct, FileComplaint, StaffAct } from '../../models/complaint/requests.ts';

/** `one` and `two` handle matters, `boss` decides; where an office has two people, `two` and `boss` are one. */
export type Hand = 'one' | 'two' | 'boss';
/** `[working days ago, time of day]`, or minutes before now. */
export type When = readonly [number, string] | number;
export type Deed =
  | { at: When; by: Hand; act: StaffAct }
  | { at: When; by: Hand; open: true }
  | { at: When; by: Hand; note: string }
  | { at: When; own: CitizenAct };
export type DemoMatter = {
  filed: When;
  /** Surname and given name; the phone is made of the place in the list. `same` as an earlier one's: the same person. */
  name?: string;
  same?: number;
  plate?: string;
  helper?: { name: string; relation: string };
  matter: FileComplaint['matter'];
  service?: string;
  problem: NonNullable<FileComplaint['problem']>;
  deeds: readonly Deed[];
};

const take = (problem: DemoMatter['problem'], urgency: 'today' | 'ordinary' | 'complex' = 'ordinary'): StaffAct => ({
  act: 'accept',
  take: true,
  problem,
  urgency,
});
const called = (words: string): StaffAct => ({ act: 'contact', how: 'call', reached: true, words });
const rule33 = '《机动车登记规定》第33条';
const rule89 = '《机动车登记规定》第89条';

export const demoMatters: readonly DemoMatter[] = [
  {
    filed: [5, '09:12'],
    name: '马兰',
    plate: 'A24680',
    service: 'mortgage-release',
    problem: 'not-accepted',
    matter: {
      title: '放贷公司注销，解除抵押办不了',
      what: '车贷去年就还清了，放贷的小贷公司今年注销了。我去窗口解除抵押，说要公司派人来盖章，可公司已经没有了。跑了两趟都没办成。',
      where: '银川路大厅3号窗口',
      when: '上周二和这周一',
      visits: 2,
      said: '要公司的人一起来',
      wanted: '不用公司到场，把抵押解掉',
    },
    deeds: [
      { at: [5, '09:25'], by: 'two', open: true },
      {
        at: [5, '09:40'],
        by: 'two',
        act: {
          act: 'accept',
          take: false,
          problem: 'not-accepted',
          urgency: 'ordinary',
          cause: 'legacy-issue',
          service: 'mortgage-release',
        },
      },
      { at: [5, '10:05'], by: 'two', act: called('联系本人，通话4分钟。贷款结清证明在，登记证书在。') },
      { at: [5, '10:20'], by: 'boss', act: { act: 'assign', to: 'one' as never } },
      { at: [5, '10:26'], by: 'one', open: true },
      { at: [4, '11:20'], by: 'one', note: '电话问了市场监管部门：凭本人授权可以调取注销通知书，两个工作日。' },
      {
        at: [3, '14:00'],
        by: 'one',
        act: {
          act: 'ask',
          for: 'consent',
          text: '马女士，调取公司的注销通知书要您签一份查询授权。授权书发您手机上了，签好拍照发回来就行，不用跑。',
        },
      },
      { at: [2, '10:00'], own: { act: 'add', text: '授权书签好了，照片发给你们。', attachments: [] } },
      { at: [2, '10:30'], by: 'one', note: '收到授权，已送市场监管部门。' },
      {
        at: [1, '15:10'],
        by: 'one',
        act: { act: 'list-add', texts: ['登记证书', '身份证', '准予注销登记通知书'] },
      },
    ],
  },
  {
    filed: [7, '15:20'],
    name: '杨清',
    plate: 'A00001',
    service: 'vehicle-transfer-registration',
    problem: 'repeat-visits',
    matter: {
      title: '过户被退三次，每次说法不一样',
      what: '买了一辆二手车，过户被退了三次。第一次说少复印件，第二次说发票不清楚，第三次又说要卖方本人来。每次都请假，每次都白跑。',
      visits: 3,
      wanted: '一次说清楚要什么',
    },
    deeds: [
      { at: [7, '15:50'], by: 'one', open: true },
      { at: [7, '15:55'], by: 'one', act: take('repeat-visits') },
      { at: [7, '16:20'], by: 'one', act: called('联系本人，答应核对三次退件的记录。') },
      { at: [3, '09:30'], by: 'one', note: '三次退件是三位同事经手，正在核对。' },
      { at: 300, own: { act: 'press', for: 'news' } },
    ],
  },
  {
    filed: [5, '10:11'],
    name: '赵梅',
    plate: 'A54321',
    service: 'replace-plate',
    problem: 'overdue',
    matter: {
      title: '新号牌寄错地址，电话没人接',
      what: '补的号牌寄到以前的地址去了，打了几次电话没人接。车停了半个多月不能开。',
      wanted: '把号牌寄到现在的地址',
    },
    deeds: [
      { at: [5, '10:30'], by: 'one', act: take('overdue') },
      { at: [5, '11:00'], by: 'one', act: called('联系本人，新地址记下了。') },
      { at: [3, '10:00'], by: 'one', note: '邮政说包裹在退回路上。' },
    ],
  },
  {
    filed: [9, '09:30'],
    name: '吴玲',
    plate: 'AD02468',
    service: 'vehicle-change-registration',
    problem: 'not-accepted',
    matter: {
      title: '电动车换电池，变更登记办不了',
      what: '新能源车换了原厂电池，窗口说系统里没有这一项，办不了变更。没有登记，年检又过不去。',
      visits: 2,
    },
    deeds: [
      { at: [9, '09:50'], by: 'one', act: take('not-accepted') },
      { at: [9, '10:30'], by: 'one', act: called('联系本人，车和发票都在。') },
      {
        at: [6, '15:00'],
        by: 'one',
        act: {
          act: 'answer',
          cause: 'system-fault',
          answer: {
            outcome: 'done',
            text: '您反映的事能办。系统已经补上了这一项，请带身份证、行驶证、登记证书和电池发票，到2号窗口找刘一航，当场办完。',
            basis: ['《机动车登记规定》第16条'],
            goTo: '银川路大厅2号窗口，找刘一航',
          },
        },
      },
      { at: [1, '16:10'], own: { act: 'reopen', text: '去了，还是说系统里选不了，没办成。' } },
      { at: [1, '16:40'], by: 'one', act: { act: 'claim' } },
    ],
  },
  {
    filed: [2, '11:05'],
    name: '何军',
    plate: 'A86420',
    service: 'licence-replace-lost',
    problem: 'attitude-or-buck-passing',
    matter: {
      title: '补的驾驶证寄丢了，两边互相推',
      what: '补办的驾驶证说寄出来了，邮政说没收到，你们说已经交给邮政了。两边都让我找对方。',
      wanted: '谁负责找，找不到怎么办',
    },
    deeds: [
      { at: [2, '11:30'], by: 'one', act: take('attitude-or-buck-passing') },
      { at: [2, '11:45'], by: 'one', act: called('联系本人，今天去邮政核对交接单。') },
      { at: 45, own: { act: 'add', text: '邮政给了我一张截图，说他们那天没有收到这一件。', attachments: [] } },
    ],
  },
  {
    filed: [6, '14:30'],
    name: '孙海',
    plate: 'A13579',
    service: 'vehicle-move-in',
    problem: 'not-accepted',
    matter: {
      title: '外地车迁入，旧档案缺一页',
      what: '车从外省迁过来，档案里少了一页，窗口说退回去补，那边又说寄全了。',
      visits: 2,
    },
    deeds: [
      { at: [6, '15:00'], by: 'one', act: take('not-accepted', 'complex') },
      { at: [6, '15:30'], by: 'one', act: called('联系本人，转出地的电话要到了。') },
      {
        at: [1, '10:20'],
        by: 'one',
        act: {
          act: 'ask',
          for: 'other-agency-paper',
          text: '孙先生，转出地说那一页的底档能补，要您本人去个电话确认身份。办好了在这里回一声，我们接着办。',
        },
      },
    ],
  },
  {
    filed: [6, '10:40'],
    name: '冯文',
    plate: 'A97531',
    service: 'inspection-mark',
    problem: 'appointment-shortage',
    matter: {
      title: '年检预约三次都被取消',
      what: '在手机上约年检，约了三次，每次前一天都收到短信说取消了，问检测站说不知道。',
      visits: 1,
    },
    deeds: [
      { at: [6, '11:00'], by: 'two', act: take('appointment-shortage') },
      { at: [6, '11:20'], by: 'two', act: called('联系本人，三条短信都截图了。') },
      {
        at: [1, '16:20'],
        by: 'two',
        act: {
          act: 'answer',
          cause: 'system-fault',
          answer: {
            outcome: 'explained',
            text: '三次取消都是检测站换设备，系统自动退号，没有告诉您原因，这是我们没做好。已经给您留了本周六上午的号，检测站会给您打电话。',
            basis: ['2022年四部门车检改革'],
          },
        },
      },
    ],
  },
  {
    filed: 50,
    name: '周强',
    plate: 'A77777',
    service: 'inspection-mark',
    problem: 'system-fault',
    matter: {
      title: '货车网上审验三次退回，没说原因',
      what: '货车的审验在网上交了三次，三次都退回，退回原因那一栏是空的。打电话让等通知。',
      visits: 1,
      wanted: '说清楚到底哪里不对',
    },
    deeds: [],
  },
  {
    filed: 95,
    problem: 'attitude-or-buck-passing',
    matter: {
      title: '窗口叫号跳号，问了没人理',
      what: '上午在大厅等了一个多小时，号跳过去了，问了两个窗口都说不归他管。',
      where: '一楼大厅',
    },
    deeds: [],
  },
  {
    filed: [1, '09:40'],
    name: '白雪',
    problem: 'policy-question',
    matter: {
      title: '对事故责任认定不服',
      what: '上周的事故认定我负主要责任，我不服，想请车管所重新定一次。',
      wanted: '重新认定责任',
    },
    deeds: [
      { at: [1, '10:30'], by: 'one', open: true },
      {
        at: [1, '10:40'],
        by: 'one',
        act: {
          act: 'ask-decline',
          decline: {
            kind: 'refuse',
            rule: '《道路交通事故处理程序规定》第71条',
            reasons: ['事故责任由处理事故的交警大队认定，车管所没有这项职权。', '对认定不服的，有专门的复核程序。'],
            goTo: '收到认定书三个工作日内，向上一级公安交管部门书面申请复核。',
          },
        },
      },
    ],
  },
  {
    filed: [4, '09:05'],
    name: '丁磊',
    service: 'exam-subject-3',
    problem: 'appointment-shortage',
    matter: {
      title: '科目三两个月约不上',
      what: '科目三排了两个月约不上，驾校说他们也没有名额，准考证快到期了。',
    },
    deeds: [
      { at: [4, '09:30'], by: 'one', act: take('appointment-shortage') },
      { at: [4, '10:00'], by: 'one', act: called('联系本人，准考证还有四个月。') },
      {
        at: [1, '11:00'],
        by: 'one',
        act: { act: 'ask-extension', days: 5, reason: '考场下周三才放新一批名额，放了才能给准话。' },
      },
    ],
  },
  {
    filed: [10, '10:15'],
    name: '田芳',
    helper: { name: '田小军', relation: '儿子' },
    service: 'licence-age-downgrade',
    problem: 'special-need',
    matter: {
      title: '老人换证，手机上办不了',
      what: '我母亲七十三，换驾驶证要在手机上刷脸，试了很多次都不过，腿脚又不方便去大厅。',
      wanted: '能不能上门或者就近办',
    },
    deeds: [
      { at: [10, '10:40'], by: 'one', act: take('special-need') },
      { at: [10, '11:00'], by: 'one', act: called('联系儿子，约了上门。') },
      {
        at: [8, '15:30'],
        by: 'one',
        act: {
          act: 'answer',
          cause: 'rigid-policy',
          answer: {
            outcome: 'done',
            text: '办好了。流动车管所上门拍了照、收了体检表，新证已经送到家。',
            basis: ['《机动车驾驶证申领和使用规定》第59条'],
            goTo: '已上门办结；以后换证找流动车管所',
          },
        },
      },
      { at: [7, '09:20'], own: { act: 'confirm' } },
      { at: [7, '09:22'], own: { act: 'rate', grade: 'very-satisfied', reasons: ['kind', 'few-visits'] } },
    ],
  },
  {
    filed: [9, '14:10'],
    name: '许亮',
    plate: 'A36925',
    service: 'replace-vehicle-licence',
    problem: 'overdue',
    matter: {
      title: '补行驶证等了三周',
      what: '补行驶证说五天到，等了三周没到，问了三次都说在路上。',
    },
    deeds: [
      { at: [9, '14:30'], by: 'one', act: take('overdue') },
      { at: [9, '15:00'], by: 'one', act: called('联系本人，答应当天查邮寄记录。') },
      {
        at: [5, '10:00'],
        by: 'one',
        act: {
          act: 'answer',
          cause: 'cross-department',
          answer: {
            outcome: 'handed-on',
            text: '邮件卡在分拣中心，已请邮政优先派送，明天上午送到。',
            basis: [],
            goTo: '邮政速递服务电话11183，单号已发您短信',
          },
        },
      },
      {
        at: 200,
        own: { act: 'rate', grade: 'dissatisfied', reasons: ['too-long'], words: '送到是送到了，前后打了七个电话。' },
      },
    ],
  },
  {
    filed: 140,
    same: 0,
    name: '马兰',
    plate: 'A24680',
    service: 'mortgage-release',
    problem: 'overdue',
    matter: { title: '解抵押的事再问一次', what: '上周反映的解抵押，材料都给了，什么时候能去办？' },
    deeds: [],
  },
  {
    filed: [8, '09:20'],
    name: '蔡明',
    plate: 'A11223',
    service: 'mortgage-release',
    problem: 'not-accepted',
    matter: {
      title: '贷款有争议，解押不给办',
      what: '我和贷款公司对剩多少钱有争议，他们不配合，窗口说办不了解押。',
    },
    deeds: [
      { at: [8, '09:40'], by: 'one', act: take('not-accepted') },
      { at: [8, '10:00'], by: 'one', act: called('联系本人，贷款没有结清，双方有争议。') },
      {
        at: [4, '15:00'],
        by: 'one',
        act: {
          act: 'answer',
          cause: 'missing-material',
          answer: {
            outcome: 'not-possible',
            text: '现在还不能办：贷款没有结清，对方也没有同意解除。您可以先和贷款公司对账；谈不拢可以起诉，凭生效判决来办，不用对方到场。',
            basis: [rule33, rule89],
            reasons: ['贷款没有结清', '抵押权人没有同意解除'],
            goTo: '贷款公司客服先对账；有争议到合同约定的法院起诉',
            report:
              '已核实：系统里抵押状态正常，贷款余额双方说法不一。已联系贷款公司两次，不同意解除。法定要件不齐，不是窗口不愿办。',
          },
        },
      },
    ],
  },
  {
    filed: [22, '10:00'],
    name: '郭敏',
    service: 'owner-contact-filing',
    problem: 'system-fault',
    matter: { title: '手机号改不了', what: '换了手机号，网上改联系方式一直提示出错。' },
    deeds: [
      { at: [22, '10:20'], by: 'one', act: take('system-fault') },
      { at: [22, '10:40'], by: 'one', act: called('联系本人，远程看了一遍页面。') },
      {
        at: [21, '11:00'],
        by: 'one',
        act: {
          act: 'answer',
          cause: 'system-fault',
          answer: {
            outcome: 'explained',
            text: '是旧号码已停机，收不到验证码。已在窗口端帮您改好，您现在就能用新号登录。',
            basis: ['《机动车登记规定》第24条'],
          },
        },
      },
    ],
  },
  {
    filed: [3, '09:50'],
    name: '罗平',
    problem: 'fee-or-charge',
    matter: { title: '停车场多收费', what: '医院门口停车场多收了我二十块钱，说是系统自动算的。' },
    deeds: [
      {
        at: [3, '10:10'],
        by: 'one',
        act: {
          act: 'ask-decline',
          decline: {
            kind: 'redirect',
            rule: '停车收费不归车管所',
            reasons: ['停车收费由城市管理和发展改革部门管，车管所没有这项职权。'],
            goTo: '拨12345，或者找城市管理局（停车收费）。',
          },
        },
      },
      { at: [3, '11:00'], by: 'boss', act: { act: 'decide-decline', agree: true } },
    ],
  },
  {
    filed: [2, '15:40'],
    name: '谢婷',
    plate: 'A55667',
    service: 'temporary-plate',
    problem: 'other-counties-can',
    matter: { title: '临时号牌别的县能网上办', what: '临时号牌别的县都能在网上办，我们这里说要到窗口。' },
    deeds: [{ at: [1, '09:10'], own: { act: 'withdraw', text: '已经在窗口办好了，不用了。' } }],
  },
  {
    filed: [3, '16:00'],
    name: '韩冰',
    plate: 'A90817',
    service: 'violation-objection',
    problem: 'policy-question',
    matter: {
      title: '车没去过，收到外地违章',
      what: '收到一条外地的违章，我的车那几天一直停在家里，怀疑是套牌。申诉交了没有回音。',
      wanted: '把这条违章撤了',
    },
    deeds: [
      { at: [2, '09:10'], by: 'two', act: take('policy-question', 'complex') },
      { at: [2, '09:30'], by: 'two', act: called('联系本人，行车记录在。') },
      {
        at: 170,
        by: 'boss',
        act: {
          act: 'supervise',
          dueAt: 'END-OF-TODAY' as never,
          words: '今天下班前说明套牌核查到哪一步，要不要请外地协查。',
        },
      },
    ],
  },
];
