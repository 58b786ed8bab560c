/** The six digits that went to a phone are typed in, sent once more, or the phone is put right. */
import { maskPhone } from '../../../models/conversation/masking.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { icon } from '../guide-pages/icon.ts';
import { hidden, textField } from './form-fields.ts';
import { alertBox, saidBox, wayOut } from './report-frame.ts';

export type PhonePage = {
  page: PageContext;
  draft: string;
  phone: string;
  fault?: string;
  trouble?: string;
  said?: string;
};

export const codeForm = (
  { page, draft, phone, fault, trouble, said }: PhonePage,
  /** `change`: where the phone was typed. */
  { action, change }: { action: string; change: string },
  words: Record<'phoneTitle' | 'code' | 'codeSubmit' | 'kept' | 'again' | 'changePhone' | 'againNote', string> & {
    phoneLead: (phone: string) => string;
  },
): Html =>
  html`<div class="hero">
      <h1 data-say>${words.phoneTitle}</h1>
      <p class="lead" data-say>${words.phoneLead(maskPhone(phone))}</p>
    </div>
    ${trouble === undefined ? undefined : alertBox(trouble)}${said === undefined ? undefined : saidBox(said)}
    <form class="main" method="post" action="${action}" novalidate>
      ${hidden('draft', draft)}
      ${textField(
        { name: 'code', label: words.code, fault },
        { mode: 'numeric', fill: 'one-time-code', most: 12, look: 'code num' },
      )}
      <div>
        <button class="btn btn-1 wide">${words.codeSubmit}</button>
        <p class="subnote">${words.kept}</p>
      </div>
    </form>
    <div class="acts2">
      <form method="post" action="${action}/again">
        ${hidden('draft', draft)}<button class="btn btn-2">${words.again}</button>
      </form>
      <a class="btn btn-q" href="${change}">${icon('edit', 20)}${words.changePhone}</a>
    </div>
    <p class="subnote">${words.againNote}</p>
    ${wayOut(page, [])}`;
