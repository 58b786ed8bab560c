/** How a guide is written down: only what is special about it; the rest is filled in the same way for all. */
import { rules, type RuleId } from './rules.ts';
import type { Channel, ChannelKind, Condition, Legal, Service, Text } from './service.ts';

/** The day on which the whole catalogue was last checked against its sources. */
export const checkedOn = '2026-11-01';

type Optional =
  | 'questions'
  | 'materials'
  | 'materialsVerified'
  | 'conditions'
  | 'first'
  | 'notNeeded'
  | 'feeParts'
  | 'verified'
  | 'validFrom'
  | 'checkedOn';
export type ServiceDraft = Omit<Service, Optional> & Partial<Pick<Service, Optional>>;

export function service(draft: ServiceDraft): Service {
  const dates = draft.legal.map((l) => l.validFrom).sort();
  return {
    questions: [],
    materials: [],
    materialsVerified: true,
    conditions: [],
    first: [],
    notNeeded: [],
    feeParts: [],
    verified: true,
    validFrom: dates.at(-1) ?? checkedOn,
    checkedOn,
    ...draft,
  };
}

export const say = (zh: string, en: string): Text => ({ zh, en });
export const sure = (zh: string, en: string): Condition => ({ zh, en, verified: true });
export const unsure = (zh: string, en: string): Condition => ({ zh, en, verified: false });

/** `'12123?'` is a channel that no source confirms. */
export const ways = (...kinds: (ChannelKind | `${ChannelKind}?`)[]): Channel[] =>
  kinds.map((kind) =>
    kind.endsWith('?')
      ? { kind: kind.slice(0, -1) as ChannelKind, verified: false }
      : { kind: kind as ChannelKind, verified: true },
  );

export const basis = (rule: RuleId, articles: number[] = [], main: number[] = articles.slice(0, 4)): Legal => ({
  rule,
  name: rules[rule].nameZh,
  articles,
  main,
  validFrom: rules[rule].validFrom,
});

export const within = (
  days: number,
  zh = `受理后${String(days)}个工作日内`,
  en = '',
): NonNullable<Service['timeLimit']> => ({
  days,
  kind: 'working',
  zh,
  en: en === '' ? `within ${String(days)} working ${days === 1 ? 'day' : 'days'} of acceptance` : en,
});

/** What staff read about where a guide comes from. */
export const read = {
  o164: '《机动车登记规定》公安部令第164号（2022-05-01施行），全文核对',
  o162: '《机动车驾驶证申领和使用规定》公安部令第162号（2022-04-01施行），全文核对',
  o172: '公安部令第172号（2025-01-01施行），定稿只见第14条，其余按征求意见稿',
  points: '《道路交通安全违法行为记分管理办法》（2022-04-01施行），全文核对',
  procedure: '《道路交通安全违法行为处理程序规定》（2020-05-01施行），全文核对',
  fees: '银川市公安局《行政事业性收费依据及标准（车管所）》2025-09-12，https://police.yinchuan.gov.cn/zegk/fdzdgknr/xzsyxsf/202509/t20250912_5019657.html',
  reform:
    '2022年四部门车检改革，https://www.mee.gov.cn/xxgk2018/xxgk/xxgk10/202209/t20220920_994430.html（规则经转述）',
  press: '报道：宁夏四家一等车管所的做法（未见公布的正式文件）',
  postZhuhai: '珠海邮政代办试点（南方日报转载，2017-09-29），外地做法',
  postGuangzhou: '广州邮政代办22项（信息时报，2017-05-27），外地做法',
  freeDongguan: '东莞车管所告知书（抵押、解除抵押不收费），外地文件',
} as const;

export const oneCertificate = [{ ...say('行驶证', 'Vehicle licence'), yuan: 10 }];
export const plateAndLicence = [
  { ...say('号牌', 'Plates'), yuan: 100 },
  { ...say('行驶证', 'Vehicle licence'), yuan: 10 },
];
export const otherPlates = say(
  '这是汽车的数。摩托车号牌35元/副，挂车50元/面，三轮汽车、低速货车40元/副。',
  'For cars. Plates for motorcycles cost 35 yuan, trailers 50 yuan each, three-wheelers and low-speed trucks 40 yuan.',
);
export const feeUnknown = say(
  '收费没有核实，请看窗口公示。',
  'The fee is not verified; please see the notice at the window.',
);
export const postage = say('要邮寄的，邮费另付。', 'Postage, if any, is extra.');
export const violationsOfCar = {
  ...say('先把这辆车的违章和事故处理完', 'Settle the open violations and accidents of this vehicle'),
  service: 'violation-processing',
};
export const noTimeInRule = sure('规定没有写天数', 'the rule names no number of days');
export const copies = say('复印件', 'Photocopies');
export const newspaperNotice = say('登报声明', 'Newspaper notice');
export const lossProof = say('遗失证明', 'Loss certificate');
