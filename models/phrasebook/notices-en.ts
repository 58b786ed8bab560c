/** The short messages in English. */
import type { MatterNews } from '../complaint/news.ts';

export const noticesEn: Record<MatterNews, string> = {
  accepted: 'Your report {number} was taken on and somebody is working on it. Progress: {link}',
  contacted: 'We have just spoken with you about {number}. Progress: {link}',
  asked: 'For {number} we need something more from you; once it is here, work goes on at once. What it is: {link}',
  message: 'The officer in charge of {number} left you a message: {link}',
  extended: 'For {number} more time was approved, once. The new date: {link}',
  answered: 'There is an answer to {number}. Please read it and tell us whether it is really done: {link}',
  declined: 'We could not take on {number}. Why, and whom to turn to, is here; you may ask for a second look: {link}',
  reminder: 'For {number} we are still waiting for something from you; once it is here, work goes on at once: {link}',
  reopened: '{number} is open again, one level up. When it will be answered: {link}',
  raised: '{number} was raised one level; somebody higher is watching it now: {link}',
  rate: '{number} is finished. Tell us how it went if you like: {link}',
  'called-back': 'Our call about {number} is on file. Your rating stays as you gave it: {link}',
  'call-back-missed':
    'We owe you a call about {number} and will try again. Another time suits you better? Tell us here: {link}',
  rectified: 'What was wrong with {number} has been put right. What was done: {link}',
  closed: '{number} was filed away. If it is not really done, one tap opens it again: {link}',
  'check-back': 'Four weeks after {number}: does it still work? Answer here: {link}',
};
