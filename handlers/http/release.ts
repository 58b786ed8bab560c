/** The owner's window of releases by video: what it is, the application, following it. Pages and plain forms; script only adds comfort. */
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
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

wireWith({ photos: photosFromEnvironment });

export const handler = openPages(
  {
    'GET /release': showIntro,
    'GET /release/go/{slip}': openByLink,
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
  },
  showAgain,
);
