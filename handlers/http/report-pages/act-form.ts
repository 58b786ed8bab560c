/** A deed as a plain form: its name, a delivery of its own, and whatever it asks. */
import { html, type Html } from '../guide-pages/html.ts';
import { hidden } from './form-fields.ts';

export const actForm = (delivery: () => string, act: string, inside: Html, more: Record<string, string> = {}): Html =>
  html`<form method="post" action="/track/act">
    ${hidden('act', act)}${hidden('delivery', delivery())}${Object.entries(more).map(([name, value]) => hidden(name, value))}${inside}
  </form>`;
