/** How a sign sounds, as a number; 0 where that is not known. */
export const soundOf = (_code: number): number => 0;
