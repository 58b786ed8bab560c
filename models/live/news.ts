/** What a citizen is told of a live guidance, in their talk and where else they are reached. */
export const liveNews = ['invited', 'answered', 'missed', 'not-met', 'ended'] as const;
/** `missed`: the citizen did not come. `not-met`: no officer did. */
export type LiveNews = (typeof liveNews)[number];
