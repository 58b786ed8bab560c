import type { Clerk } from './clerk-zh.ts';

/** See the Chinese book for what each sentence is for. */
export const clerkEn: Clerk = {
  first: (proxy) =>
    proxy
      ? 'For the owner, the owner or somebody with the owner’s mandate has to confirm; whether you may also act for the owner is not verified, an officer answers. What each brings:'
      : 'For the owner, the owner or somebody with the owner’s mandate has to confirm; you stand for the bank. What each brings:',
  title: 'For the release of a mortgage',
  lender: 'Bank: business licence or a sealed copy, sealed mandate, your ID card',
  both: 'Each owner: proof of identity, registration certificate (绿本)',
  away: 'Elsewhere in China: no need to come back, by video; or somebody with a mandate and ID card',
  abroad:
    'Abroad: somebody with the owner’s mandate and own ID card; whether a mandate signed abroad needs a notary is not verified, an officer answers',
  court:
    'With a court document in force and the assistance notice: an enrolled lender may apply alone, the owner need not come; its agent hands it in on the lenders’ page, with the certificate at hand',
  notNeeded: 'Not needed: proof of payment, vehicle licence',
  fee: 'Free; within one working day of acceptance',
  source: '公安部令第164号 articles 33, 35, 86, 89 (in force 2022-05-01)',
  askOfficer: (many) => (many === 1 ? 'Ask an officer this' : `Ask an officer these ${String(many)}`),
  book: 'Book a video',
  vehicles:
    'I cannot look that up: nobody’s registration is told. Your own books show it; if they do not agree, an officer can tell you how to check.',
  askAll: 'Ask an officer all of it',
  noNeed: 'No need',
  questions: {
    proxy: 'May the clerk also act for the owner',
    abroad: 'Does a mandate signed abroad need a notary',
    ledger: 'How to check a ledger that does not agree',
  },
  handedOver: (many, when, phone) =>
    `${String(many)} question(s) went to an officer; the answer comes by ${when}, here${phone ? ' and on your phone' : ''}. Book the video now?`,
  handedTitle: 'Asked of an officer',
  bookNow: 'Book the video',
  later: 'Later',
};
