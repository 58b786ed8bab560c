/** The person's window of “办不成事”: report by form, follow by number and code. Pages and plain forms; script only adds comfort. */
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openPages } from './form-window.ts';
import { checkLostCode, sendLostCode, showLost } from './report-pages/losing.ts';
import { troublePage } from './report-pages/step-pages.ts';
import { announcePhoto as announceReportPhoto, keepReport, showAgain, showForm } from './report-pages/reporting.ts';
import { choose, confirmPhone, sendAgain, showPhone, showReceipt, showSame } from './report-pages/steps.ts';
import { act, announcePhoto, findMatter, leave, showFind, showMatter, showPhoto } from './report-pages/tracking.ts';

wireWith({ photos: photosFromEnvironment });

export const handler = openPages(
  {
    'GET /report': showForm,
    'POST /report': keepReport,
    'POST /report/photos': announceReportPhoto,
    'GET /report/phone': showPhone,
    'POST /report/phone': confirmPhone,
    'POST /report/phone/again': sendAgain,
    'GET /report/same': showSame,
    'POST /report/same': choose,
    'GET /report/receipt': showReceipt,
    'GET /track': showFind,
    'POST /track': findMatter,
    'GET /track/lost': showLost,
    'POST /track/lost': sendLostCode,
    'POST /track/lost/code': checkLostCode,
    'GET /track/matter': showMatter,
    'POST /track/act': act,
    'POST /track/leave': leave,
    'POST /track/photos': announcePhoto,
    'GET /track/photos/{photo}': showPhoto,
  },
  // What was typed comes back with the form: an old phone may have left out where it comes from.
  (visit) =>
    visit.event.rawPath === '/report'
      ? showAgain(visit, visit.words.foreign, 403)
      : {
          show: troublePage(
            visit.page,
            visit.event.rawPath.startsWith('/track') ? 'track' : 'report',
            visit.words.foreign,
          ),
          status: 403,
        },
);
