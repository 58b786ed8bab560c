/** Before the call: is the door open, what to have at hand, trying the device, and the ways on for WeChat, another device or no camera. */
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, when, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { qrCode } from '../guide-pages/qr.ts';
import { leadRow, wayOut } from '../report-pages/report-frame.ts';
import { offlineNote, releaseFramed } from './release-frame.ts';

/** The page in the call keeps language and size of type in its own way. */
const roomAddress = ({ lang, elder }: PageContext): string => {
  const query = new URLSearchParams({
    ...(lang === 'zh' ? {} : { lang }),
    ...(elder ? { elder: '1' } : {}),
  }).toString();
  return query === '' ? '/room' : `/room?${query}`;
};

export type DoorPage = {
  page: PageContext;
  number: string;
  /** Somebody beside the owner sees no more than this page. */
  helps?: string | undefined;
  open: boolean;
  /** When the call is, in words; undefined without a time. */
  when: string | undefined;
  inWechat: boolean;
  otherDevice: { address: string; minutes: number };
};

export function doorPage({ page, number, helps, open, when: time, inWechat, otherDevice }: DoorPage): string {
  const words = trackReleaseWords(page.lang);
  const wechat = html`<section class="card blk ask">
    <h2 data-say>${icon('alert', 22)}${words.wechatHead}</h2>
    <p data-say>${words.wechat}</p>
    <p>
      <button class="btn btn-2" type="button" hidden data-copy="${otherDevice.address}" data-copied="✓">
        ${words.otherDevice}
      </button>
    </p>
  </section>`;
  const body = html`<div class="hero">
      <p class="k">${number}</p>
      <h1 data-say>${helps === undefined ? words.doorTitle : words.helperPage(helps)}</h1>
      ${helps === undefined ? undefined : html`<p class="lead" data-say>${words.helperPageLead}</p>`}
    </div>
    ${offlineNote(page)} ${inWechat ? wechat : undefined}
    <section class="card blk ask" id="live" data-live="8" role="status">
      ${open ? opened(page) : html`<p data-say>${time === undefined ? words.doorNoTime : words.doorWaiting(time)}</p>`}
    </section>
    ${when(
      !open && !inWechat,
      () =>
        html`<section class="card blk">
          <h2 data-say>${icon('video', 22)}${words.doorTry}</h2>
          <p data-say>${words.doorTryLead}</p>
          <a class="btn btn-2 wide" href="${roomAddress(page)}">${words.tryDevice}</a>
        </section>`,
    )}
    ${when(
      helps === undefined,
      () =>
        html`<section>
          <h2>${words.doorBesideHead}</h2>
          <ul class="plain">
            ${words.doorBeside.map((one) => html`<li>${icon('check', 18)}<span data-say>${one}</span></li>`)}
          </ul>
        </section>`,
    )}
    <details class="day" ${inWechat ? html`open` : undefined}>
      <summary><span class="grow">${words.otherDevice}</span>${icon('down', 18)}</summary>
      <div class="qrw">
        ${qrCode(otherDevice.address, 148, words.otherDevice)}
        <p>${words.otherDeviceLead(otherDevice.minutes)}</p>
      </div>
    </details>
    ${wayOut(page, [
      leadRow('/release/counter?why=wish', 'hall', words.noCamera),
      ...(helps === undefined ? [leadRow('/release/track/case', 'search', words.heading)] : []),
    ])}`;
  return releaseFramed(page, {
    title: words.doorTitle,
    path: '/release/door',
    ...(helps === undefined ? { back: '/release/track/case' } : {}),
    body,
  });
}

const opened = (page: PageContext): Html => {
  const words = trackReleaseWords(page.lang);
  return html`<h2 data-say>${icon('video', 22)}${words.doorOpenHead}</h2>
    <p data-say>${words.doorOpenLead}</p>
    <a class="btn btn-1 wide" href="${roomAddress(page)}">${words.enter}</a>`;
};
