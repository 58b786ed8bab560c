/** What the page of a release shows, and how a deed is done there: a plain form with a delivery of its own. */
import type { Booking } from '../../../models/appointment/booking.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { html, type Html } from '../guide-pages/html.ts';
import { hidden } from '../report-pages/form-fields.ts';

export type CasePage = {
  page: PageContext;
  own: OwnRelease;
  /** The owner's appointments, newest first. */
  bookings: readonly Booking[];
  /** A fresh name for the next deed, so that a form sent twice is done once. */
  delivery: () => string;
  /** The address that opens the helper's seat. */
  helperLink?: string | undefined;
  /** Leads into WeChat, where an account is connected. */
  weChat?: string | undefined;
  trouble?: string | undefined;
  said?: string | undefined;
};

/** A deed as a plain form. */
export const deedForm = (
  delivery: () => string,
  act: string,
  inside: Html,
  { action = '/release/track/act', ...more }: Record<string, string> & { action?: string } = {},
): Html =>
  html`<form method="post" action="${action}">
    ${hidden('act', act)}${hidden('delivery', delivery())}${Object.entries(more).map(([name, value]) => hidden(name, value))}${inside}
  </form>`;
