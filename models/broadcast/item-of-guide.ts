/** Writes the first words of an item from a published guide: only what a source confirms; the rest is marked for the editor. */
import { fullCitations } from '../guidance/citations.ts';
import { feeFor, timeOf } from '../guidance/fee-and-time.ts';
import { holds } from '../guidance/questions.ts';
import type { Material, Service } from '../guidance/service.ts';
import { placeText } from '../guidance/wording.ts';
import type { Office } from '../office/office.ts';
import { broadcastWords as words } from '../phrasebook/broadcast-words.ts';
import type { BroadcastItem, ToSettle } from './item.ts';

const stop = (text: string): string => (/[。！？]$/u.test(text) ? text : `${text}。`);

export function itemOfGuide(service: Service, office: Office, asked: number): BroadcastItem {
  const { papers, more } = papersOf(service);
  const fee = feeFor([service], office);
  const time = timeOf(service);
  const open: ToSettle[] = [
    ...(service.legal.length === 0 ? (['source'] as const) : []),
    ...(service.materialsVerified ? [] : (['papers'] as const)),
    ...(fee.complete ? [] : (['fee'] as const)),
    ...(time.verified ? [] : (['time'] as const)),
  ];
  return {
    topic: service.id,
    asked,
    question: words.question(service.nameZh.replace(/[（(].*$/u, '')),
    answer: [
      stop(service.lead.zh),
      stop(words.where(placeText(service.place, office).zh)),
      ...(more ? [words.more] : []),
    ].join(''),
    papers: papers.slice(0, 15),
    fee: fee.complete ? fee.text.zh : '',
    time: time.verified ? time.text.zh : '',
    source: sourceOf(service),
    checkedOn: service.checkedOn,
    toSettle: open,
  };
}

/** The few articles that a short answer names, each rule in full and with its day: nobody follows seven numbers by ear. */
function sourceOf(service: Service): string {
  if (service.legal.length === 0) return '';
  const main = service.legal.filter((l) => l.main.length > 0).map((l) => ({ ...l, articles: l.main }));
  return fullCitations([main.length === 0 ? service : { ...service, legal: main }])
    .map(({ zh }) => zh)
    .join('；')
    .slice(0, 400);
}

/** The papers of the usual case; on the air nobody can be asked which case is theirs. */
function papersOf(service: Service): { papers: string[]; more: boolean } {
  if (!service.materialsVerified) return { papers: [], more: false };
  const usual = service.materials.filter((m) => m.verified && holds(m.when, {}));
  const name = ({ nameZh, onlyIf }: Material): string => (onlyIf === undefined ? nameZh : `${nameZh}（${onlyIf.zh}）`);
  return { papers: usual.map((m) => name(m).slice(0, 80)), more: service.materials.some((m) => m.when !== undefined) };
}
