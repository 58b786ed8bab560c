/** What befalls a matter and is told to the person in the talk it came from. */
export const matterNews = [
  'accepted',
  'contacted',
  'asked',
  'message',
  'extended',
  'answered',
  'declined',
  'reminder',
  'reopened',
  'raised',
  'rate',
  'called-back',
  'call-back-missed',
  'rectified',
  'closed',
  'check-back',
] as const;
export type MatterNews = (typeof matterNews)[number];
