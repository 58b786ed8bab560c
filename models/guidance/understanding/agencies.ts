/** Where people are sent whose matter belongs to somebody else. */

/**
 * Numbers to call. Only what somebody has checked is told to a citizen; the rest waits here, marked, until the office confirms it.
 * 12345 takes in most government lines (国办发〔2020〕53号); 12329: 住建部, 2012-09-28; 122 is the traffic police's emergency number.
 */
const hotlines = {
  city: { number: '12345', checked: true },
  'housing-fund': { number: '12329', checked: true },
  'traffic-police': { number: '122', checked: true },
  tax: { number: '12366', checked: false },
  health: { number: '12320', checked: false },
  'exit-entry': { number: '12367', checked: false },
  'social-security': { number: '12333', checked: false },
  'medical-insurance': { number: '12393', checked: false },
  transport: { number: '12328', checked: false },
  market: { number: '12315', checked: false },
  post: { number: '11183', checked: false },
  railway: { number: '12306', checked: false },
} as const satisfies Record<string, { number: string; checked: boolean }>;

type Agency = { zh: string; en: string; call: readonly (keyof typeof hotlines)[] };

const agencies = {
  housing: {
    zh: '不动产登记中心或公积金中心',
    en: 'the real estate registry or the housing fund',
    call: ['housing-fund'],
  },
  tax: { zh: '税务局', en: 'the tax office', call: ['tax'] },
  hospital: { zh: '医院或卫生健康部门', en: 'a hospital or the health authority', call: ['health'] },
  'traffic-122': { zh: '交警事故和执法部门', en: 'the traffic police', call: ['traffic-police'] },
  'police-station': {
    zh: '派出所户籍窗口或出入境管理部门',
    en: 'the police station or the exit-entry office',
    call: ['exit-entry'],
  },
  'social-security': {
    zh: '人社和医保部门',
    en: 'the social security or medical insurance office',
    call: ['social-security', 'medical-insurance'],
  },
  'civil-affairs': { zh: '民政局', en: 'the civil affairs office', call: [] },
  transport: { zh: '交通运输部门', en: 'the transport authority', call: ['transport'] },
  insurer: { zh: '保险公司', en: 'your insurer', call: [] },
  bank: { zh: '您的银行或贷款机构', en: 'your bank or lender', call: [] },
  'driving-school': {
    zh: '驾校；有纠纷找交通运输部门或市场监督管理部门',
    en: 'the driving school; for disputes the transport authority or the market regulator',
    call: ['transport', 'market'],
  },
  market: { zh: '市场监督管理部门', en: 'the market regulator', call: ['market'] },
  city: { zh: '政务服务热线', en: 'the city hotline', call: ['city'] },
  education: { zh: '教育部门或学校', en: 'the education authority or the school', call: [] },
  agriculture: { zh: '农机监理部门', en: 'the farm machinery authority', call: [] },
  navigation: { zh: '海事或民航部门', en: 'the maritime or aviation authority', call: [] },
  telecom: { zh: '您的通信运营商或平台客服', en: 'your operator or the platform’s service desk', call: [] },
  post: { zh: '快递公司', en: 'the courier', call: ['post'] },
  'repair-shop': { zh: '维修店或4S店', en: 'a garage or the dealer', call: [] },
  railway: { zh: '铁路、航空或客运公司', en: 'the railway, airline or coach company', call: ['railway'] },
} as const satisfies Record<string, Agency>;

export type AgencyId = keyof typeof agencies;

/** The agency's name with the numbers that are checked; a public body without one is reached through 12345. */
export function agencyInWords(id: string, language: 'zh' | 'en'): string | undefined {
  if (!(id in agencies)) return undefined;
  const { call, ...words } = agencies[id as AgencyId] as Agency;
  const checked = call.map((line) => hotlines[line]).filter((line) => line.checked);
  const numbers = (checked.length === 0 && call.length > 0 ? [hotlines.city] : checked).map((line) => line.number);
  if (numbers.length === 0) return words[language];
  return language === 'zh' ? `${words.zh}（可打${numbers.join('、')}）` : `${words.en} (call ${numbers.join(' or ')})`;
}
