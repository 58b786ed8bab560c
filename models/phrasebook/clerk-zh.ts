/** What the assistant says to a lender's clerk who asks for customers. */
export const clerkZh = {
  first: (proxy: boolean): string =>
    proxy
      ? '车主这一方，要车主本人或他委托的人来确认；您能不能兼做车主的代理人，我没有核实，请警官答。要准备的分开列好了：'
      : '车主这一方，要车主本人或他委托的人来确认；您代表银行。要准备的分开列好了：',
  title: '解除抵押要准备的',
  lender: '银行：营业执照或盖公章的复印件、盖章委托书、您的身份证',
  both: '车主都要：车主身份证明、登记证书（绿本）',
  away: '在外地的：不用回来，三方视频；也可委托人来（委托书+代理人身份证）',
  abroad: '在国外的：委托的人可以来（车主委托书+代理人身份证）；境外签的委托书要不要公证，我没有核实，警官答',
  court:
    '有生效法律文书加协助执行通知书的：登记过的银行可以单独申请，车主不用来，经办人在“贷款机构”页上交，绿本拿在手里',
  notNeeded: '都不要：结清证明、行驶证',
  fee: '不收费；受理后1个工作日内',
  source: '公安部令第164号第33、35、86、89条（2022-05-01施行）',
  askOfficer: (many: number): string => (many === 1 ? '请警官答这一问' : `请警官答这${many === 2 ? '两' : '三'}问`),
  book: '约视频',
  vehicles: '这个我不能查，谁的登记信息都不对外给。你们行自己的台账能看到；要是对不上账，我请警官告诉您怎么核。',
  askAll: '请警官一并答',
  noNeed: '不用了',
  questions: {
    proxy: '银行经办能否兼做车主代理人',
    abroad: '境外签的委托书是否要公证',
    ledger: '银行台账对不上账怎么核',
  },
  handedOver: (many: number, when: string, phone: boolean): string =>
    `${['', '这个问题', '两个问题', '三个问题'][many] ?? '问题'}转给警官了，${when}前回您，回复会出现在这里${phone ? '，也发到您登记的手机' : ''}。视频现在要约吗？`,
  handedTitle: '转给警官的问题',
  bookNow: '现在约视频',
  later: '稍后',
};
export type Clerk = typeof clerkZh;
