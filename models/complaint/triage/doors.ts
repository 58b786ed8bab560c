/** What a letter can be about, and whose door that is: the office's own desks, other agencies, and the matters for which no office's door is right. */
import type { TriageRule } from './rules.ts';

/** `office`: the vehicle office's own. `whose`: named to the person when redirected. */
export type Door =
  | { kind: 'office' }
  | { kind: 'elsewhere'; whose: string; rule: 'traffic-police' | 'another-agency' | 'company-first' }
  | { kind: 'remedy'; rule: TriageRule };

const office = { kind: 'office' } as const;
const police = (whose: string) => ({ kind: 'elsewhere', whose, rule: 'traffic-police' }) as const;
const agency = (whose: string) => ({ kind: 'elsewhere', whose, rule: 'another-agency' }) as const;
const company = (whose: string) => ({ kind: 'elsewhere', whose, rule: 'company-first' }) as const;
const remedy = <R extends TriageRule>(rule: R) => ({ kind: 'remedy', rule }) as const;

/**
 * The office's own is what 令164 and 令162 give it: licences, examinations, registration, plates, inspection and the stations that
 * inspect, its halls and agents, 12123, and a person's own records of camera-found violations (程序规定 art. 22). Not its own,
 * though it sounds alike: signs, signals and cameras as such, order in the streets, passes and bans, accidents, electric bicycles
 * (other desks of the traffic police); schools, taxis and freight (transport authority); dealers, insurers, purchase tax.
 */
export const doors = {
  licence: office,
  exam: office,
  registration: office,
  inspection: office,
  'violation-record': office,
  'app-12123': office,
  'office-desk': office,

  'traffic-facility': police('公安交警支队（交通设施）'),
  'traffic-order': police('交警大队（交通秩序）'),
  'traffic-restriction': police('公安交警支队（通行管理）'),
  accident: police('交警大队（事故处理）'),
  'e-bike': police('公安交警（电动自行车登记点）'),

  'driving-school': agency('交通运输局（驾培管理）、市场监督管理局'),
  taxi: agency('交通运输局（出租汽车管理）'),
  'ride-hailing': agency('交通运输局（网约车管理）'),
  bus: agency('交通运输局（公交管理）'),
  'road-transport': agency('交通运输局（道路运输、维修管理）'),
  'metro-rail': agency('轨道交通集团、交通运输局'),
  road: agency('住房和城乡建设局（市政）、交通运输局（公路）'),
  parking: agency('城市管理局、发展和改革委员会（停车收费）'),
  'vehicle-trade': company('销售或维修的商家；谈不成找市场监督管理局（12315）'),
  insurance: company('保险公司；谈不成找金融监管部门（12378）'),
  tax: agency('税务局（12366）'),
  'vehicle-subsidy': agency('商务局（汽车以旧换新）'),
  'police-station': agency('公安派出所（户籍、身份证）、出入境管理'),
  'public-security': agency('公安派出所、公安局（治安）'),
  'city-order': agency('城市管理局'),
  noise: agency('城市管理局、生态环境局'),
  pollution: agency('生态环境局'),
  market: agency('市场监督管理局（12315）'),
  fire: agency('消防救援大队'),
  property: agency('住房和城乡建设局（物业管理）、街道办事处'),
  'house-quality': agency('住房和城乡建设局'),
  'house-policy': agency('住房和城乡建设局、住房公积金管理中心'),
  'house-deed': agency('自然资源和规划局（不动产登记）'),
  land: agency('自然资源和规划局、征地拆迁部门'),
  planning: agency('自然资源和规划局、发展和改革委员会'),
  'water-gas': agency('供水、供气、供热企业，住房和城乡建设局'),
  power: agency('供电公司（95598）'),
  telecom: company('通信、广电或快递企业；谈不成找通信管理局、邮政管理局'),
  education: agency('教育局'),
  health: agency('卫生健康委员会'),
  'medical-insurance': agency('医疗保障局（12393）'),
  labour: agency('人力资源和社会保障局（12333）'),
  recruitment: agency('人力资源和社会保障局、组织部门'),
  'civil-affairs': agency('民政局、残疾人联合会'),
  veterans: agency('退役军人事务局'),
  farming: agency('农业农村局、水利局、林业和草原局'),
  village: agency('乡镇人民政府、纪检监察机关'),
  'culture-tourism': agency('文化旅游广电局'),
  finance: agency('金融监管部门'),

  'accident-finding': remedy('accident-finding'),
  'before-court': remedy('before-court'),
  'under-investigation': remedy('under-investigation'),
  'penalty-appeal': remedy('penalty-appeal'),
  'private-dispute': remedy('private-dispute'),
  petition: remedy('petition'),
  'against-law': remedy('against-law'),
} as const satisfies Record<string, Door>;

export type Topic = keyof typeof doors;
export const topics = Object.keys(doors) as Topic[];
/** The kind of door of each topic, in the order of `topics`. */
export const doorOf = (topic: Topic): Door => doors[topic];
