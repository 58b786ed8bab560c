/** What may be reported to an office, in the words of the Open311 standard: each kind of trouble, and what is asked about it. */
import { services as catalogue } from '../../models/guidance/catalogue.ts';
import { problemKinds, type ProblemKind } from '../../models/complaint/kinds.ts';
import type { Open311Definition, Open311Service } from '../../models/complaint/open311.ts';
import { askedFields, questionsOf, type AskedField, type Need } from '../../models/complaint/questions.ts';
import { rulesOf } from '../../models/complaint/rules.ts';
import type { OfficeId } from '../../models/ids.ts';
import { offers } from '../../models/office/office.ts';
import { officeOf } from '../../models/office/offices.ts';
import { problemNames } from '../../models/phrasebook/complaint-kinds.ts';
import { open311Words } from '../../models/phrasebook/open311-words.ts';
import { reportWords } from '../../models/phrasebook/report-words.ts';

export function open311Services(office: OfficeId, language: 'zh' | 'en'): Open311Service[] {
  const { problems } = reportWords(language);
  return problemKinds.map((kind) => {
    const nameless = rulesOf(office).anonymous.includes(kind);
    const { described, group } = open311Words;
    return {
      service_code: kind,
      service_name: problemNames[kind][language],
      description: [problems[kind], described[nameless ? 'nameless' : 'phone'][language]].join(
        language === 'zh' ? '。' : '. ',
      ),
      metadata: true,
      type: nameless ? 'realtime' : 'batch',
      keywords: [problemNames[kind].zh, problemNames[kind].en.toLowerCase()].join(', '),
      group: group[language],
    };
  });
}

export function open311Definition(office: OfficeId, kind: ProblemKind, language: 'zh' | 'en'): Open311Definition {
  const asked: Partial<Record<AskedField, Need>> = questionsOf[kind];
  const words = reportWords(language);
  const hints: Partial<Record<string, string>> = words.hints;
  const kinds: Partial<Record<ProblemKind, Partial<Record<AskedField, string>>>> = words.kindHints;
  return {
    service_code: kind,
    attributes: askedFields
      .filter((field) => asked[field] !== undefined)
      .map((field, i) => ({
        variable: true,
        code: field,
        datatype: datatypes[field],
        required: asked[field] === 'needed',
        datatype_description: kinds[kind]?.[field] ?? hints[field] ?? null,
        order: i + 1,
        description: words.labels[field],
        ...(field === 'service' ? { values: servicesOf(office, language) } : {}),
      })),
  };
}

const datatypes = {
  said: 'text',
  where: 'string',
  when: 'string',
  visits: 'number',
  wanted: 'text',
  service: 'singlevaluelist',
  plate: 'string',
} as const satisfies Record<AskedField, Open311Definition['attributes'][number]['datatype']>;

const servicesOf = (office: OfficeId, language: 'zh' | 'en'): { key: string; name: string }[] =>
  catalogue
    .filter(({ id }) => offers(officeOf(office), id))
    .map(({ id, nameZh, nameEn }) => ({ key: id, name: language === 'zh' ? nameZh : nameEn }));
