/** A desk at which no call is free: numbers are left as messages. */
import type { CallBackDesk } from '../../models/appointment/call-back-desk.ts';
import { refused } from '../../models/outcome.ts';

const nothing = () => Promise.resolve(refused('wrong-state', 'no call is free'));
export const quietCallBacks: CallBackDesk = {
  standing: () => Promise.resolve(undefined),
  times: () => Promise.resolve([]),
  keep: () => Promise.resolve(undefined),
  confirm: nothing,
  move: nothing,
  cancel: nothing,
  link: () => Promise.resolve(''),
};
