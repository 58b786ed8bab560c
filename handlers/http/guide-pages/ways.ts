/** Where a thing can be done, the steps there, and the grounds on which it may be refused. */
import type { Checklist } from '../../../models/guidance/checklist.ts';
import type { ChannelKind, Service, Text } from '../../../models/guidance/service.ts';
import { channelNames, channelNotes, placeText } from '../../../models/guidance/wording.ts';
import { offices } from '../../../models/office/offices.ts';
import { offers } from '../../../models/office/office.ts';
import { openingAt } from '../../../models/office/opening.ts';
import { type PageContext, guideLink, word } from './context.ts';
import { doneBy, openingText } from './dates.ts';
import { type Html, html, when } from './html.ts';
import { type IconName, icon } from './icon.ts';

const icons: Partial<Record<ChannelKind, IconName>> = {
  window: 'hall',
  'service-station': 'pin',
  '12123': 'phone',
  post: 'mail',
  video: 'video',
  phone: 'phone',
  sms: 'chat',
  online: 'chat',
  'mobile-office': 'car',
  'inspection-station': 'car',
  'scrap-recycler': 'car',
  'self-service': 'idc',
};

/** At the window: which one, and whether it is open. */
function windowNote(page: PageContext, service: Service): Text {
  const place = placeText(service.place, page.office);
  if (!offers(page.office, service.id)) return place;
  const opening = openingText(openingAt(page.office, page.now), page.now);
  return {
    zh: `${place.zh}。${page.office.nameZh}${opening.zh}`,
    en: `${place.en}. ${page.office.nameEn}: ${opening.en.toLowerCase()}`,
  };
}

export function waysSection(page: PageContext, service: Service, list: Checklist): Html {
  const { lang } = page;
  const elsewhere = list.elsewhere.includes(service.id) ? offices.filter((o) => offers(o, service.id)) : [];
  const here = elsewhere.length > 0 ? [] : list.channels;
  const sure = here.filter((c) => c.verified);
  const open = here.filter((c) => !c.verified);
  return html`<section>
    <h2>${word(page, 'waysHead')}</h2>
    ${when(sure.length > 0, () => html`<p>${word(page, sure.length > 1 ? 'waysLead' : 'oneWay')}</p>`)}
    ${when(
      elsewhere.length > 0,
      () =>
        html`<p class="warnbox">
          ${icon('alert', 20)}<span
            >${word(page, 'notHere')}${elsewhere.map((o) => html` <a href="${guideLink(page, `/${service.id}`, { office: o.id })}">${lang === 'zh' ? o.nameZh : o.nameEn}</a>`)}</span
          >
        </p>`,
    )}
    <ul class="ways">
      ${sure.map(({ kind }) => {
        const note = kind === 'window' ? windowNote(page, service) : channelNotes[kind];
        const inside = html`${icon(icons[kind] ?? 'pin', 24)}<span class="grow" data-say
            ><b>${channelNames[kind][lang]}</b
            >${note === undefined ? undefined : html`<small>${note[lang]}</small>`}</span
          >`;
        const video =
          kind === 'video' && service.id !== 'mortgage-release-video' && offers(page.office, 'mortgage-release-video');
        return video
          ? html`<li><a href="${guideLink(page, '/mortgage-release-video')}">${inside}${icon('right', 18)}</a></li>`
          : html`<li>${inside}</li>`;
      })}
      ${when(
        open.length > 0,
        () =>
          html`<li>
            ${icon('help', 24)}<span class="grow"
              ><b>${open.map((c) => channelNames[c.kind][lang]).join(lang === 'zh' ? '、' : ', ')}</b
              ><small>${word(page, 'waysOpen').replace(/[：:]\s*$/, lang === 'zh' ? '。' : '.')}</small></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The same four steps for every matter; the third carries the date. */
export function stepsSection(page: PageContext, list: Checklist): Html {
  const { lang } = page;
  const [time] = list.times;
  const names = list.channels.filter((c) => c.verified).map((c) => channelNames[c.kind][lang]);
  const by = time?.days == null ? '' : doneBy(page.office, page.now, time.days)[lang];
  const step = (head: string, detail: string): Html =>
    html`<li>${head}${detail === '' ? undefined : html`<small>${detail}</small>`}</li>`;
  return html`<section>
    <h2>${word(page, 'howItGoes')}</h2>
    <ol class="steps">
      ${when(list.items.length > 0, () => step(word(page, 'readyStep'), list.before.map((b) => b[lang]).join(lang === 'zh' ? '；' : '; ')))}
      ${step(word(page, 'pickStep'), names.join(lang === 'zh' ? '、' : ', '))}
      ${step(word(page, 'doneStep'), [time?.text[lang] ?? '', by].filter((s) => s !== '').join(lang === 'zh' ? '；' : '; '))}
      ${step(word(page, 'failStep'), word(page, 'failStepMore'))}
    </ol>
  </section>`;
}

export function refusalsSection(page: PageContext, service: Service): Html | undefined {
  const { refusals } = service;
  if (refusals === undefined) return undefined;
  return html`<section>
    <h2>${word(page, refusals.only ? 'refusalsOnly' : 'refusals')}</h2>
    <p>${refusals.only ? word(page, 'refusalsOnlyLead') : ''}${refusals.legal[page.lang]}</p>
    <ul class="no">
      ${refusals.cases.map((c, i) => html`<li>${icon(i === 0 ? 'doc' : 'lock', 20)}<span>${c[page.lang]}</span></li>`)}
    </ul>
  </section>`;
}
