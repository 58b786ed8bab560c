import fc from 'fast-check';
import { csvRow, CSV_BEGIN } from '../../models/aftermath/safe-cell.ts';
import { readReleases } from '../../models/release/release-csv.ts';
import { columnNames, MOST_ROWS, releaseColumns } from '../../models/release/release-columns.ts';
import { ReleaseRow, rowKey } from '../../models/release/release-row.ts';
import { readTable } from '../../models/release/table-file.ts';

const HEAD = releaseColumns.map((column) => columnNames[column][0]).join(',');
const good = ['宁A12345', '0042AB', '640012345678', 'HT-2023-001', '王小军', '13995000001', '银行'];
const table = (...rows: string[][]): string => [HEAD, ...rows.map((row) => row.join(','))].join('\r\n');
const over = (place: number, value: string): string[] => good.map((cell, n) => (n === place ? value : cell));
/** GBK of the few letters that are needed: the runtime reads it and does not write it. */
const gbk: Record<string, number[]> = {};
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const letter = new TextDecoder('gb18030').decode(new Uint8Array([high, low]));
    if (Array.from(letter).length === 1) gbk[letter] ??= [high, low];
  }
const inGbk = (text: string): Uint8Array =>
  new Uint8Array(Array.from(text).flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (gbk[c] ?? []))));

test('a good row is read, in the order and by the names that the bank uses', () => {
  const names = ['姓名', '联系电话', '车牌', 'VIN', '合同编号', '证书编号', '证书保管方', '备注'];
  const row = ['王小军', '+86 13995000001', '宁a·1234D', 'LSVAA4182E2100042', 'HT-1', '="640012345678"', '车主', ''];
  expect(readReleases(`${names.join(',')}\n${row.join(',')}\n`)).toEqual({
    ok: true,
    bad: [],
    good: [
      {
        line: 2,
        row: {
          plate: '宁A1234D',
          vinTail: '100042',
          certificate: '640012345678',
          contract: 'HT-1',
          ownerName: '王小军',
          ownerPhone: '13995000001',
          certificateWith: 'owner',
        },
      },
    ],
  });
});

test.each([
  ['UTF-8', (text: string) => new TextEncoder().encode(text), 'utf-8'],
  ['UTF-8 with its mark', (text: string) => new TextEncoder().encode(CSV_BEGIN + text), 'utf-8'],
  ['GBK', inGbk, 'gb18030'],
  ['UTF-16', (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16'],
])('a list saved as %s is read alike', (_name, bytes, encoding) => {
  const read = readTable(bytes(table(good)));
  expect(read?.encoding).toBe(encoding);
  expect(readReleases(read?.text ?? '')).toMatchObject({ ok: true, bad: [], good: [{ row: { ownerName: '王小军' } }] });
});

test('Excel’s Unicode text, parted by tabs, is read as well', () => {
  expect(readReleases(table(good).replaceAll(',', '\t'))).toMatchObject({ ok: true, bad: [], good: [{ line: 2 }] });
});

test('a workbook or a picture is no list', () => {
  expect(readTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8]))).toBeUndefined();
  expect(readTable(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0]))).toBeUndefined();
});

test('each bad row is told by line with everything that is wrong, and the good ones go on', () => {
  const list = readReleases(
    table(good, over(0, '宁A1234'), ['', '12', '6.40012E+11', '', '王', '1.3995E+10', '谁知道'], over(3, 'HT-2'), good),
  );
  if (!list.ok) throw new Error(list.fault);
  expect(list.good.map(({ line }) => line)).toEqual([2, 5]);
  expect(list.bad).toEqual([
    { line: 3, faults: [{ column: 'plate', fault: 'wrong' }] },
    {
      line: 4,
      faults: [
        { column: 'plate', fault: 'missing' },
        { column: 'vinTail', fault: 'wrong' },
        { column: 'certificate', fault: 'rounded' },
        { column: 'contract', fault: 'missing' },
        { column: 'ownerName', fault: 'wrong' },
        { column: 'ownerPhone', fault: 'rounded' },
        { column: 'certificateWith', fault: 'wrong' },
      ],
    },
    { line: 6, faults: [{ fault: 'twice', line: 2 }] },
  ]);
});

test('a list without its columns, without rows or with too many says so', () => {
  expect(readReleases('')).toMatchObject({ ok: false, fault: 'empty' });
  expect(readReleases('车牌,姓名\n宁A12345,王')).toMatchObject({
    ok: false,
    fault: 'columns',
    missing: ['vinTail', 'certificate', 'contract', 'ownerPhone', 'certificateWith'],
  });
  expect(readReleases(HEAD)).toMatchObject({ ok: false, fault: 'no-rows' });
  const many = Array.from({ length: MOST_ROWS + 1 }, (_, n) => over(3, `HT-${String(n)}`));
  expect(readReleases(table(...many))).toMatchObject({ ok: false, fault: 'too-many-rows' });
});

test('a quotation mark that is never closed spoils what stands behind it and nothing before', () => {
  const list = readReleases(`${table(good, over(3, '"HT-9'))}\r\n${over(3, 'HT-10').join(',')}`);
  expect(list).toMatchObject({ ok: true, good: [{ line: 2 }], bad: [{ line: 3, faults: [{ fault: 'quote' }] }] });
});

const letter = fc.constantFrom(...Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'));
const digits = (n: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...Array.from('0123456789')), { minLength: n, maxLength: n }).map((all) => all.join(''));
const row: fc.Arbitrary<ReleaseRow> = fc
  .record({
    plate: fc.array(letter, { minLength: 5, maxLength: 5 }).map((all) => `宁B${all.join('')}`),
    vinTail: fc
      .array(fc.constantFrom(...Array.from('ABCDEFGHJKLMNPRSTUVWXYZ0123456789')), { minLength: 6, maxLength: 6 })
      .map((all) => all.join('')),
    certificate: digits(12),
    contract: fc.string({ minLength: 1, maxLength: 30 }),
    ownerName: fc.constantFrom('王小军', '艾力·买买提', '“引号”先生', '=cmd|calc'),
    ownerPhone: digits(9).map((rest) => `13${rest}`),
    certificateWith: fc.constantFrom('owner', 'lender'),
  })
  .map((one) => ({
    ...one,
    contract: one.contract
      .normalize('NFKC')
      .replaceAll(/[\u0000-\u001F\u007F'"=]/gu, '')
      .trim(),
  }))
  .filter((one) => ReleaseRow.safeParse(one).success && !/^[=+\-@＝＋－＠|%\s]/u.test(one.contract));

test('what was written out as a safe list is read as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: rowKey }), (rows) => {
      const text =
        CSV_BEGIN +
        csvRow(releaseColumns.map((column) => columnNames[column][0])) +
        rows
          .map((one) =>
            csvRow(
              releaseColumns.map((c) => (c === 'certificateWith' ? { owner: '车主', lender: '银行' }[one[c]] : one[c])),
            ),
          )
          .join('');
      const list = readReleases(text);
      expect(list.ok ? [list.good.map((one) => one.row), list.bad] : list).toEqual([rows, []]);
    }),
  );
});
