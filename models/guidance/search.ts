/** Finding a guide by the words that people type: its name, what people call it, the papers it needs. */
import { categoryOf, services } from './catalogue.ts';
import type { Service } from './service.ts';

export type Found = { service: Service; score: number };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。、？！?!.,;；:：“”"'’()（）\-—·]/g, '');

/** Pairs of neighbouring characters; Chinese needs no word list for this. */
function pairs(text: string): Set<string> {
  const all = new Set<string>();
  for (let i = 0; i < text.length - 1; i++) all.add(text.slice(i, i + 2));
  return all;
}

/** 1 for the same words, 0.9 to 0.6 where one contains the other, less for common pairs. */
function likeness(query: string, name: string): number {
  if (query === name) return 1;
  if (name.length >= 2 && query.includes(name)) return 0.7 + 0.2 * (name.length / query.length);
  if (query.length >= 2 && name.includes(query)) return 0.6 + 0.3 * (query.length / name.length);
  const asked = pairs(query);
  const offered = pairs(name);
  if (asked.size === 0 || offered.size === 0) return 0;
  const common = [...asked].filter((p) => offered.has(p)).length;
  return (0.55 * 2 * common) / (asked.size + offered.size);
}

type Searchable = { service: Service; names: string[]; around: string[]; category: string[] };

const asSearchable = (service: Service): Searchable => ({
  service,
  names: [service.nameZh, service.nameEn, ...service.aliases, ...service.nameZh.split(/[（）、；]/)]
    .map(plain)
    .filter((n) => n !== ''),
  around: [service.lead.zh, service.lead.en, ...service.materials.flatMap((m) => [m.nameZh, m.nameEn])].map(plain),
  category: [categoryOf(service.category).zh, categoryOf(service.category).en].map(plain),
});

/** Made at the first search: most pages are opened without one. */
let index: readonly Searchable[] | undefined;

const LEAST = 0.18;

/** Best first; a guide that only mentions the words comes after one that is called so. */
export function searchServices(query: string): Found[] {
  const asked = plain(query);
  if (asked === '') return [];
  index ??= services.map(asSearchable);
  return index
    .map(({ service, names, around, category }) => {
      const named = Math.max(...names.map((n) => likeness(asked, n)));
      const mentioned = asked.length >= 2 && around.some((text) => text.includes(asked)) ? 0.4 : 0;
      const inCategory = asked.length >= 2 && category.some((text) => text.includes(asked)) ? 0.25 : 0;
      return { service, score: Math.round(Math.max(named, mentioned, inCategory) * 1000) / 1000 };
    })
    .filter((found) => found.score >= LEAST)
    .sort((a, b) => b.score - a.score || a.service.id.localeCompare(b.service.id));
}
