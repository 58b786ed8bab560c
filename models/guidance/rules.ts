/** The laws and rules that the guides rest on, each with its number and the day from which this text is in force. */
import * as z from 'zod';

export const ruleIds = [
  '令164',
  '令162',
  '令172',
  '记分办法',
  '程序规定',
  '实施条例',
  '校车条例',
  '车检改革',
  '国发2022-5',
  '国办发2019-51',
  '便利措施2021',
] as const;
export const RuleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof RuleId>;

export type Rule = {
  nameZh: string;
  nameEn: string;
  /** How the rule is called in one breath: its number if it has one that people use. */
  shortZh: string;
  shortEn: string;
  validFrom: string;
  lastArticle: number;
};

export const rules = {
  令164: {
    nameZh: '《机动车登记规定》（公安部令第164号）',
    nameEn: 'Motor Vehicle Registration Rules (Ministry of Public Security Order 164)',
    shortZh: '公安部令第164号',
    shortEn: 'MPS Order 164 (公安部令第164号)',
    validFrom: '2022-05-01',
    lastArticle: 93,
  },
  令162: {
    nameZh: '《机动车驾驶证申领和使用规定》（公安部令第162号）',
    nameEn: 'Driving Licence Rules (Ministry of Public Security Order 162)',
    shortZh: '公安部令第162号',
    shortEn: 'MPS Order 162 (公安部令第162号)',
    validFrom: '2022-04-01',
    lastArticle: 111,
  },
  令172: {
    nameZh: '公安部令第172号（修改《机动车驾驶证申领和使用规定》）',
    nameEn: 'Ministry of Public Security Order 172 (amends the Driving Licence Rules)',
    shortZh: '公安部令第172号',
    shortEn: 'MPS Order 172 (公安部令第172号)',
    validFrom: '2025-01-01',
    lastArticle: 0,
  },
  记分办法: {
    nameZh: '《道路交通安全违法行为记分管理办法》',
    nameEn: 'Rules on Penalty Points for Traffic Violations',
    shortZh: '道路交通安全违法行为记分管理办法',
    shortEn: 'Penalty Point Rules (记分管理办法)',
    validFrom: '2022-04-01',
    lastArticle: 37,
  },
  程序规定: {
    nameZh: '《道路交通安全违法行为处理程序规定》',
    nameEn: 'Rules of Procedure for Traffic Violations',
    shortZh: '道路交通安全违法行为处理程序规定',
    shortEn: 'Violation Procedure Rules (处理程序规定)',
    validFrom: '2020-05-01',
    lastArticle: 83,
  },
  实施条例: {
    nameZh: '《道路交通安全法实施条例》',
    nameEn: 'Regulations implementing the Road Traffic Safety Law',
    shortZh: '道路交通安全法实施条例',
    shortEn: 'Road Traffic Safety Regulations (实施条例)',
    validFrom: '2017-10-07',
    lastArticle: 115,
  },
  校车条例: {
    nameZh: '《校车安全管理条例》',
    nameEn: 'School Bus Safety Regulations',
    shortZh: '校车安全管理条例',
    shortEn: 'School Bus Safety Regulations (校车安全管理条例)',
    validFrom: '2012-04-05',
    lastArticle: 62,
  },
  车检改革: {
    nameZh: '2022年四部门车检改革意见',
    nameEn: 'Vehicle inspection reform of four ministries, 2022',
    shortZh: '2022年车检改革意见',
    shortEn: 'Inspection reform 2022 (车检改革意见)',
    validFrom: '2022-10-01',
    lastArticle: 0,
  },
  '国发2022-5': {
    nameZh: '国发〔2022〕5号（政务服务标准化、规范化、便利化）',
    nameEn: 'State Council document 2022 No. 5 on government services',
    shortZh: '国发〔2022〕5号',
    shortEn: 'State Council document 2022 No. 5 (国发〔2022〕5号)',
    validFrom: '2022-03-01',
    lastArticle: 0,
  },
  '国办发2019-51': {
    nameZh: '国办发〔2019〕51号（政务服务“好差评”）',
    nameEn: 'General Office of the State Council, 2019 No. 51, on service reviews',
    shortZh: '国办发〔2019〕51号',
    shortEn: 'State Council Office 2019 No. 51 (国办发〔2019〕51号)',
    validFrom: '2019-12-03',
    lastArticle: 0,
  },
  便利措施2021: {
    nameZh: '公安交管12项便利措施（2021年）',
    nameEn: 'Twelve traffic police service measures of 2021',
    shortZh: '公安交管12项便利措施',
    shortEn: 'Twelve service measures of 2021 (公安交管12项便利措施)',
    validFrom: '2021-06-01',
    lastArticle: 0,
  },
} as const satisfies Record<RuleId, Rule>;
