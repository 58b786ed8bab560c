/** What is said about the inspection that is due: only the mark, a test, or every year. */
import type { Text } from '../service.ts';

export type InspectionDue = 'exempt' | 'test' | 'old' | 'unknown';

const rule: Text = {
  zh: '家用小车第2、4、8年只领标，第6、10年要上线检测',
  en: 'private cars: mark only in years 2, 4, 8; a test in years 6 and 10',
};

export const inspectionSentences = {
  test: { zh: `这回得把车开去检。${rule.zh}。`, en: `This time it must be tested; ${rule.en}.` },
  exempt: { zh: `这回只领标，不用上线。${rule.zh}。`, en: `This time only the mark is due; ${rule.en}.` },
  old: { zh: '超过10年的车，每年都要上线检测一次。', en: 'After 10 years it is tested every year.' },
  unknown: { zh: `${rule.zh}，10年以后每年上线。`, en: `For ${rule.en}; yearly after that.` },
} as const satisfies Record<InspectionDue, Text>;

export const inspectionResults = {
  test: {
    zh: '那就上线检，行驶证上检验有效期满前3个月内都能去。要带的：',
    en: 'Then it goes to a test station, within the 3 months before the date on the vehicle licence. Bring:',
  },
  mark: {
    zh: '那就只领标，不用上线；有效期满前3个月内都能领。要的：',
    en: 'Then only the mark, within the 3 months before the date. You need:',
  },
  other: {
    zh: '那不在免检里，要上线检测；多久一检看行驶证上的检验有效期，期满前3个月内去。要带的：',
    en: 'Then it is not exempt: test it in the 3 months before the date on the vehicle licence. Bring:',
  },
  unsure: {
    zh: '看行驶证：核定载人数9人及以下、使用性质“非营运”、不是面包车就算。拿不准先按上线检准备：',
    en: 'See the vehicle licence: up to 9 seats, 非营运, no minivan. If unsure, prepare for the test:',
  },
} as const satisfies Record<string, Text>;
