/** A “视频办” where nobody is enrolled: the assistant says what else there is. */
import { refused } from '../../models/outcome.ts';
import type { ReleaseDesk } from '../../models/release/release-desk.ts';
import { ReleaseId } from '../../models/ids.ts';

const nothing = () => Promise.resolve(refused('wrong-state', 'nobody is enrolled'));
export const quietDesk: ReleaseDesk = {
  lenders: () => Promise.resolve([]),
  newId: () => Promise.resolve(ReleaseId.parse('01J00000000000000000000001')),
  times: () => Promise.resolve([]),
  hold: nothing,
  confirm: nothing,
  move: nothing,
  cancel: nothing,
  notices: () => Promise.resolve(undefined),
  chooseNotices: nothing,
};
