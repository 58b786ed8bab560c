/** What the two sides of a release are told, in English. */
import type { ReleaseNewsWords } from './release-news-zh.ts';

const see = 'Progress';
const mine = 'See your page';

export const releaseNewsEn: ReleaseNewsWords = {
  owner: {
    filed: { say: 'Video release {number}: received, an officer will look at the papers', see },
    'for-you': {
      say: 'Video release {number}: {lender} applied for your vehicle; your papers and a time are still needed; if you did not want it, cancel it there',
      see: 'Go on',
    },
    'papers-missing': {
      say: 'Video release {number}: some papers have to be mended, all listed at once',
      see: 'See the list',
    },
    'papers-good': { say: 'Video release {number}: the papers are in order, come at the time you booked', see },
    'choose-time': {
      say: 'Video release {number}: the papers are in order, please choose a time',
      see: 'Choose a time',
    },
    'agent-took': { say: 'Video release {number}: the lender’s agent has taken it on', see },
    called: { say: 'Video release {number}: the officer is waiting, you can come in now', see: 'Join the call' },
    'call-broken': {
      say: 'Video release {number}: this call broke off; what is done stays done, book once more',
      see: 'Book again',
    },
    'other-stated': {
      say: 'Video release {number}: the lender has stated its will, only you are missing',
      see: 'Choose a time',
    },
    accepted: { say: 'Video release {number}: accepted, done by {when} at the latest', see },
    approved: { say: 'Video release {number}: approved, the register is next', see },
    refused: {
      say: 'Video release {number}: not approved; reason, rule and where to turn are written down',
      see: 'Read it',
    },
    'to-counter': {
      say: 'Video release {number}: goes on at the counter, which is no refusal; what to bring is written down',
      see: 'See how',
    },
    registered: { say: 'Video release {number}: registered, the mortgage is released', see: 'Receipt' },
    'certificate-here': { say: 'Video release {number}: the certificate has arrived at the office', see },
    'certificate-ready': { say: 'Video release {number}: the certificate is ready to be fetched', see: 'See where' },
    'certificate-sent': { say: 'Video release {number}: the certificate is in the post, parcel {tracking}', see },
    'certificate-back': { say: 'Video release {number}: the certificate is back, everything is done', see: 'Receipt' },
    closed: { say: 'Video release {number}: filed away', see: 'Receipt' },
    cancelled: { say: 'Video release {number}: cancelled; you may apply again at any time', see: 'See why' },
    expired: {
      say: 'Video release {number}: it waited too long and was put away; apply again at any time',
      see: 'Apply',
    },
  },
  agent: {
    'papers-missing': { say: 'Video release {number}: some papers have to be mended, all listed at once', see: mine },
    'papers-good': { say: 'Video release {number}: the papers are in order, come at the time booked', see: mine },
    'choose-time': { say: 'Video release {number}: the papers are in order, please choose a time', see: mine },
    'agent-took': { say: 'Video release {number}: it is yours', see: mine },
    called: { say: 'Video release {number}: the officer is waiting, you can come in now', see: 'Join the call' },
    'call-broken': {
      say: 'Video release {number}: this call broke off; what is done stays done, book once more',
      see: mine,
    },
    'other-stated': { say: 'Video release {number}: the owner has stated their will, only you are missing', see: mine },
    accepted: { say: 'Video release {number}: accepted, done by {when} at the latest', see: mine },
    approved: { say: 'Video release {number}: approved, the register is next', see: mine },
    refused: {
      say: 'Video release {number}: not approved; reason, rule and where to turn are written down',
      see: mine,
    },
    'to-counter': { say: 'Video release {number}: goes on at the counter, which is no refusal', see: mine },
    registered: { say: 'Video release {number}: registered, the mortgage is released', see: mine },
    'certificate-here': { say: 'Video release {number}: the certificate has arrived at the office', see: mine },
    'certificate-ready': { say: 'Video release {number}: the certificate is ready to be fetched', see: mine },
    'certificate-sent': { say: 'Video release {number}: the certificate is in the post, parcel {tracking}', see: mine },
    'certificate-back': { say: 'Video release {number}: the certificate is back, everything is done', see: mine },
    closed: { say: 'Video release {number}: filed away', see: mine },
    cancelled: { say: 'Video release {number}: cancelled', see: mine },
    expired: { say: 'Video release {number}: it waited too long and was put away; apply again at any time', see: mine },
  },
  contact: {
    filed: { say: 'Video release {number}: an owner applied to {lender}, an agent is wanted', see: mine },
  },
  booking: {
    owner: {
      booked: { say: 'Video release {number}: booked for {when}', see: 'To my calendar' },
      proposed: {
        say: 'Video release {number}: the lender’s agent chose {when}; take another if it does not suit you',
        see: 'See or change the time',
      },
      moved: { say: 'Video release {number}: moved to {when}', see: 'To my calendar' },
      'called-off': { say: 'Video release {number}: {when} was called off, please choose again', see: 'Choose a time' },
      'day-before': {
        say: 'Video release {number}: it is on {when}; have identity card and certificate ready',
        see: 'Try your device',
      },
      soon: { say: 'Video release {number}: it begins soon, {when}', see: 'Wait for the call' },
      missed: { say: 'Video release {number}: we missed you today; simply book once more', see: 'Choose a time' },
      'missed-again': {
        say: 'Video release {number}: we missed you again; an officer will call you',
        see: 'Choose a time',
      },
      'other-missed': {
        say: 'Video release {number}: the lender’s agent did not come, we are sorry',
        see: 'Choose a time',
      },
    },
    agent: {
      booked: { say: 'Video release {number}: booked for {when}', see: mine },
      moved: { say: 'Video release {number}: moved to {when}', see: mine },
      'called-off': { say: 'Video release {number}: {when} was called off', see: mine },
      'day-before': { say: 'Video release {number}: it is on {when}', see: mine },
      soon: { say: 'Video release {number}: it begins soon, {when}', see: 'Join the call' },
      missed: { say: 'Video release {number}: you were waited for in vain, please book again soon', see: mine },
      'missed-again': { say: 'Video release {number}: missed again, please book soon', see: mine },
      'other-missed': {
        say: 'Video release {number}: the owner did not come; you will hear of the new time',
        see: mine,
      },
    },
  },
};
