/** Where people are sent whose matter belongs to somebody else, with the number to call where there is a national one. */
export const agencies = {
  housing: { zh: '不动产登记中心（公积金问12329）', en: 'the real estate registry (housing fund: call 12329)' },
  tax: { zh: '税务局（12366）', en: 'the tax office (call 12366)' },
  hospital: { zh: '医院或卫生健康部门（12320）', en: 'a hospital or the health authority (call 12320)' },
  'traffic-122': { zh: '交警事故和执法部门（报警122）', en: 'the traffic police (call 122)' },
  'police-station': {
    zh: '派出所户籍窗口或出入境管理部门（12367）',
    en: 'the police station or the exit-entry office (call 12367)',
  },
  'social-security': {
    zh: '人社和医保部门（12333、12393）',
    en: 'the social security or medical insurance office (call 12333 or 12393)',
  },
  'civil-affairs': { zh: '民政局', en: 'the civil affairs office' },
  transport: { zh: '交通运输部门（12328）', en: 'the transport authority (call 12328)' },
  insurer: { zh: '保险公司', en: 'your insurer' },
  bank: { zh: '您的银行或贷款机构', en: 'your bank or lender' },
  'driving-school': {
    zh: '驾校；有纠纷找交通运输部门（12328）或12315',
    en: 'the driving school; for disputes call 12328 or 12315',
  },
  market: { zh: '市场监督管理部门（12315）', en: 'the market regulator (call 12315)' },
  city: { zh: '12345政务服务热线', en: 'the city hotline 12345' },
  education: { zh: '教育部门或学校', en: 'the education authority or the school' },
  agriculture: { zh: '农机监理部门', en: 'the farm machinery authority' },
  navigation: { zh: '海事或民航部门', en: 'the maritime or aviation authority' },
  telecom: { zh: '您的通信运营商或平台客服', en: 'your operator or the platform’s service desk' },
  post: { zh: '快递公司（邮政11183）', en: 'the courier (post: call 11183)' },
  'repair-shop': { zh: '维修店或4S店', en: 'a garage or the dealer' },
  railway: { zh: '铁路（12306）、航空或客运公司', en: 'the railway (12306), airline or coach company' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type AgencyId = keyof typeof agencies;
