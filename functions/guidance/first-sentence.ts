/** The answer in one breath: written for the matter, or composed from its guide. */
import { wasRefused } from '../../models/guidance/answers/listening.ts';
import { openingOf } from '../../models/guidance/answers/openings.ts';
import type { Service } from '../../models/guidance/service.ts';
import { offers as officeOffers } from '../../models/office/office.ts';
import { short } from './card-parts.ts';
import { questionToAsk } from './next-question.ts';
import type { Scene } from './talk.ts';

/** In the person's own words where we have them, else composed from the guide: papers, fee, days. */
export function firstSentence(service: Service, scene: Scene): string {
  const { p, language, office, heard } = scene;
  if (!officeOffers(office, service.id))
    return p.notHere(language === 'zh' ? office.shortZh : office.nameEn, p.notHereCity(office.city[language]));
  const opening = openingOf(service.id);
  const blocked = wasRefused.test(heard.plain);
  const sentence = (blocked ? opening.blocked : undefined) ?? opening.first;
  if (sentence !== undefined) return scene.elder ? plainer(sentence[language], scene) : sentence[language];
  return composed(service, scene);
}

function composed(service: Service, { p, language, elder }: Scene): string {
  const papers = service.materials
    .filter((m) => m.when === undefined || firstCase(m.when))
    .filter((m) => m.onlyIf === undefined);
  const names = papers.map((m) => (language === 'zh' ? short(m.nameZh) : m.nameEn));
  const few =
    service.materialsVerified &&
    names.length > 0 &&
    names.length <= 2 &&
    names.join('').length <= (language === 'zh' ? 24 : 50);
  const lead = service.lead[language].replace(/[。.]$/, '');
  const fee = service.feeYuan === null ? '' : p.fee(service.feeYuan);
  const time = service.timeLimit === null ? '' : language === 'zh' ? service.timeLimit.zh : service.timeLimit.en;
  const online = !elder && service.channels.some((c) => c.kind === '12123' && c.verified) ? p.onlineToo : '';
  const first = `${[few ? p.bring(p.list(names)) : lead, fee, time].filter((part) => part !== '').join(p.comma)}${online}${p.stop}`;
  const condition = few && !elder ? service.conditions.find((c) => c.verified)?.[language] : undefined;
  const whole =
    condition === undefined
      ? first
      : `${first}${language === 'zh' ? '' : ' '}${condition.replace(/[。.]$/, '')}${p.stop}`;
  return whole.length <= ROOM ? whole : first;
}

/** Leaves room for a question behind it. */
const ROOM = 90;

/** Needed in the usual case: every question's first option. */
const firstCase = (when: Readonly<Partial<Record<string, readonly string[]>>>): boolean =>
  Object.entries(when).every(([id, values]) => {
    const first = questionToAsk(id)?.choices[0].value;
    return first === undefined || values?.includes(first) === true;
  });

/** No app is named to somebody in elder mode unless they ask for it. */
const plainer = (text: string, { language }: Scene): string =>
  text.replace(language === 'zh' ? /[；，]?[^；，。]*(交管12123|网上)[^；，。]*/g : /;[^.;]*(12123|online)[^.;]*/g, '');
