/** Numbers and codes as people type them: with spaces, in full width, in small letters, with other strokes. */
export const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').replaceAll(/\s/gu, '');
export const plainNumber = (text: string | undefined): string =>
  plain(text)
    .toUpperCase()
    .replaceAll(/[—–－_]/gu, '-');
