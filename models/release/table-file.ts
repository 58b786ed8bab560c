/** The bytes of a table as spreadsheet programs here save it: UTF-8 with or without its mark, UTF-16, or GBK from an older Excel. */

export type TableEncoding = 'utf-8' | 'utf-16' | 'gb18030';

/** Undefined for what is no text: a workbook, a picture. */
export function readTable(bytes: Uint8Array): { text: string; encoding: TableEncoding } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'utf-16');
  // A byte 0 stands in no text of these encodings, and soon in every workbook and picture.
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'gb18030', 'gb18030');
}

function decoded(
  bytes: Uint8Array,
  label: 'utf-8' | 'utf-16le' | 'gb18030',
  encoding: TableEncoding,
): { text: string; encoding: TableEncoding } | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
