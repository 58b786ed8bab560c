/** A “办不成事” counter behind which nobody stands: reports can be written, nothing is sent or filed. The real one is in matters.test.ts. */
import type { MatterWindow } from '../../models/complaint/window.ts';
import { ComplaintId } from '../../models/ids.ts';
import { refused } from '../../models/outcome.ts';

const nobody = (): Promise<ReturnType<typeof refused>> => Promise.resolve(refused('not-found', 'nobody stands here'));

export const quietWindow = (said: () => readonly string[] = () => []): MatterWindow => ({
  newId: () => Promise.resolve(ComplaintId.parse('01J00000000000000000000009')),
  said: () => Promise.resolve(said()),
  mayBeNameless: () => Promise.resolve(false),
  sendCode: nobody,
  checkCode: nobody,
  alike: () => Promise.resolve(undefined),
  file: nobody,
  receipt: nobody,
  named: nobody,
  sendCodeFor: nobody,
  checkCodeFor: nobody,
  checkReceiptCode: nobody,
  receiptAgain: nobody,
  ofPhone: () => Promise.resolve([]),
  read: nobody,
  act: nobody,
});
