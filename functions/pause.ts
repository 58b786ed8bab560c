/** Losers of a race come back at different times. `round`: how often they lost so far. */
export const pause = (round: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * (round + 1)));
