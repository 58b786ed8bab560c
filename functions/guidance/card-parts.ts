/** What the cards are made of: names of papers, fees, places, sources and links in the reader’s words. */
import type { Card } from '../../models/conversation/content.ts';
import { encodeAnswers } from '../../models/guidance/answer-code.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { type Checklist, type ChecklistItem, checklistForMany } from '../../models/guidance/checklist.ts';
import type { Service } from '../../models/guidance/service.ts';
import { answersTold } from './next-question.ts';
import type { Scene } from './talk.ts';

export type Item = Card['items'][number];

export const nameOf = (service: Service, { language }: Pick<Scene, 'language'>): string =>
  language === 'zh' ? short(service.nameZh) : `${service.nameEn} (${short(service.nameZh)})`;

/** Without what stands in brackets: 转让登记（过户） is 转让登记 in a sentence. */
export const short = (name: string): string => name.replace(/（[^）]*）/g, '');

export function servicesOf(ids: readonly string[]): [Service, ...Service[]] | undefined {
  const [first, ...rest] = ids.flatMap((id) => serviceById(id) ?? []);
  return first === undefined ? undefined : [first, ...rest];
}

export function listFor(ids: readonly string[], scene: Scene): Checklist | undefined {
  const services = servicesOf(ids);
  return services === undefined
    ? undefined
    : checklistForMany(services, answersTold(scene.conversation.told), scene.office);
}

/** An item as it is carried: with the Chinese name beside the English one, for showing to staff. */
export const paperName = (item: ChecklistItem, { language }: Pick<Scene, 'language'>): string =>
  language === 'zh'
    ? item.nameZh.replace(/（大绿本）/, '（绿本）')
    : `${item.nameEn} (${item.nameZh.replace(/（[^）]*）/g, '')})`;

export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

export function paperRows(list: Checklist, scene: Scene): Item[] {
  const { p, language } = scene;
  if (!list.itemsVerified) return [{ label: p.rows.bring, text: p.papersUnverified, unverified: true }];
  if (list.items.length === 0) return [{ label: p.rows.bring, text: p.noPapers }];
  return list.items.map((item, i) => {
    const note = item.onlyIf?.[language] ?? (scene.elder ? undefined : item.note?.[language]);
    return {
      ...(i === 0 ? { label: p.rows.bring } : {}),
      text: clip(paperName(item, scene), 300),
      ...(note === undefined ? {} : { note: clip(note, 200) }),
      ...(item.verified ? {} : { unverified: true }),
    };
  });
}

export const feeText = (list: Checklist, { language, p }: Scene): string => {
  if (!list.fee.complete && list.fee.yuan === 0) return list.fee.note?.[language] ?? p.feeUnknown;
  return [
    list.fee.text[language],
    ...(list.fee.note === undefined || (list.fee.yuan > 0 && /^(不|No)/.test(list.fee.note[language]))
      ? []
      : sameStart(list.fee.text[language], list.fee.note[language])),
  ].join(p.semicolon);
};

/** 不收费 and 不收费。要邮寄的…: the longer one says it all. */
const sameStart = (text: string, note: string): string[] =>
  note.startsWith(text) ? [note.slice(text.length).replace(/^[。，. ]+/, '')].filter((t) => t !== '') : [note];

export const linkTo = (ids: readonly string[], scene: Scene, list: boolean): Card['link'] => {
  const service = ids[0] === undefined ? undefined : serviceById(ids[0]);
  if (service === undefined) return undefined;
  const lang = scene.language === 'en' ? '&lang=en' : '';
  const elder = scene.elder ? '&elder=1' : '';
  const code = encodeAnswers(service, answersTold(scene.conversation.told));
  const tail = `?office=${scene.office.id}${lang}${elder}`;
  return list
    ? { label: scene.p.linkList, href: `/guides/${service.id}/checklist${tail}${code === '' ? '' : `&a=${code}`}` }
    : { label: scene.p.linkGuide, href: `/guides/${service.id}${tail}` };
};

export const guideHref = (id: string, scene: Scene, list: boolean): string =>
  linkTo([id], scene, list)?.href ?? '/guides';

export const sourceOf = (list: Checklist, { language, p }: Scene): { source?: string; checkedOn?: string } => {
  const text = p.joinSources(list.sources.map((s) => s[language]));
  return { ...(text === '' ? {} : { source: clip(text, 300) }), checkedOn: list.services[0].checkedOn };
};

export function timeRow(list: Checklist, { p, language }: Scene): Item {
  const time = list.times[0];
  return {
    label: p.rows.time,
    text: time?.text[language] ?? p.timeUnknown,
    ...(time === undefined || !time.verified ? { unverified: true } : {}),
  };
}

export const whereRows = (list: Checklist, { p, language }: Scene): Item[] => [
  { label: p.rows.where, text: clip(list.where.map((w) => w[language]).join(p.semicolon), 300) },
];

export const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);
