/** Where no phone of the office is known: the city's public line. */
export const PUBLIC_LINE = '12345';
