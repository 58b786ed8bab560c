/** The owner's window of releases by video: what it is, the application, following it. Pages and plain forms; script only adds comfort. */
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openPages } from './form-window.ts';
import {
  announcePhoto,
  keepCar,
  keepPapers,
  keepWho,
  showAgain,
  showCar,
  showCounter,
  showDraftPhoto,
  showIntro,
  showPapers,
  showWho,
} from './release-pages/applying.ts';
import { openByLink } from './release-pages/by-link.ts';
import {
  confirmPhone,
  handIn,
  openSame,
  sendAgain,
  showCheck,
  showPhone,
  showReceipt,
} from './release-pages/confirming.ts';

import { findPage } from './release-pages/find-page.ts';
import { followLink, showDoor } from './release-pages/door.ts';
import {
  actNow,
  confirmTime,
  giveBack,
  showCalendar,
  showHeld,
  showNow,
  showTimes,
  takeTime,
} from './release-pages/timing.ts';
import { toWindow } from './release-pages/to-window.ts';
import {
  act,
  announcePhoto as announceOwnPhoto,
  findRelease,
  leave,
  showCase,
  showFind,
  showPaper,
  showPhoto,
} from './release-pages/tracking.ts';

wireWith({ photos: photosFromEnvironment, wire: wireOnFirstUse });

export const handler = openPages(
  {
    'GET /release': showIntro,
    'GET /release/begun/{slip}': openByLink,
    'GET /release/counter': showCounter,
    'GET /release/apply': showWho,
    'POST /release/apply': keepWho,
    'GET /release/apply/car': showCar,
    'POST /release/apply/car': keepCar,
    'GET /release/apply/papers': showPapers,
    'POST /release/apply/papers': keepPapers,
    'POST /release/apply/photos': announcePhoto,
    'GET /release/apply/photos/{photo}': showDraftPhoto,
    'GET /release/apply/phone': showPhone,
    'POST /release/apply/phone': confirmPhone,
    'POST /release/apply/phone/again': sendAgain,
    'GET /release/apply/check': showCheck,
    'POST /release/apply/check': handIn,
    'POST /release/apply/same': openSame,
    'GET /release/receipt': showReceipt,
    'GET /release/track': showFind,
    'POST /release/track': findRelease,
    'GET /release/track/case': showCase,
    'POST /release/track/act': act,
    'POST /release/track/leave': leave,
    'POST /release/track/report': toWindow,
    'POST /release/track/photos': announceOwnPhoto,
    'GET /release/track/photos/{photo}': showPhoto,
    'GET /release/track/paper': showPaper,
    'GET /release/track/times': showTimes,
    'POST /release/track/times': takeTime,
    'GET /release/track/times/held': showHeld,
    'POST /release/track/times/confirm': confirmTime,
    'POST /release/track/times/back': giveBack,
    'GET /release/track/calendar': showCalendar,
    'GET /release/track/now': showNow,
    'POST /release/track/now': actNow,
    'GET /release/door': showDoor,
    'GET /release/go/{link}': followLink,
  },
  (visit) =>
    visit.event.rawPath.startsWith('/release/apply')
      ? showAgain(visit)
      : { show: findPage({ page: visit.page, number: '', trouble: visit.words.foreign }), status: 403 },
);
