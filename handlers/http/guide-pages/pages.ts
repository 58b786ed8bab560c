/** The guide pages as functions from what is known to a whole HTML document. */
export { checklistPage } from './checklist-page.ts';
export type { PageContext } from './context.ts';
export { guideLink } from './context.ts';
export { guidePage } from './guide-page.ts';
export { guideIndexPage } from './index-page.ts';
export { errorPage, notFoundPage } from './message-pages.ts';
export { noticePage } from './notice-page.ts';
