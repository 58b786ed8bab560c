import { readFileSync } from 'node:fs';
import {
  creditCodeDoubt,
  idNumberDoubt,
  oldIdNumberDoubt,
  vinDoubt,
} from '../../models/guidance/understanding/check-digits.ts';
import { numberOf } from '../../models/guidance/understanding/chinese-numbers.ts';
import { findEntities, type EntityKind } from '../../models/guidance/understanding/entities.ts';

type Vector = {
  value: string;
  independent_check?: boolean;
  valid?: boolean;
  library_valid?: boolean;
  ga36_regex_check?: boolean;
};
const vectors = JSON.parse(readFileSync(new URL('understanding-identity-vectors.json', import.meta.url), 'utf8')) as {
  idcard: Vector[];
  mobile: Vector[];
  vin: Vector[];
  uscc: Vector[];
  plate: Vector[];
  plate_spoken: { spoken: string; written: string }[];
};

const first = (text: string, kind: EntityKind): string | undefined =>
  findEntities(text).find((e) => e.kind === kind)?.value;

test.each(vectors.idcard)(
  'identity number $value is judged by region, day and check digit',
  ({ value, independent_check }) => {
    const doubt = value.length === 15 ? oldIdNumberDoubt(value) : idNumberDoubt(value.toUpperCase());
    expect(doubt === undefined).toBe(independent_check);
  },
);

test.each(vectors.vin)('frame number $value is judged by its check digit', ({ value, independent_check }) => {
  expect(vinDoubt(value) === undefined).toBe(independent_check);
});

test.each(vectors.uscc)('credit code $value is judged by its check digit', ({ value, independent_check }) => {
  expect(creditCodeDoubt(value) === undefined).toBe(independent_check);
});

test.each(vectors.plate.filter(({ value }) => value !== ''))('plate $value', ({ value, ga36_regex_check }) => {
  const found = findEntities(`我的车${value}，要过户`).find((e) => e.kind === 'plate' && e.doubtful === undefined);
  expect(found?.value === value).toBe(ga36_regex_check);
});

test.each(vectors.plate_spoken.filter(({ written }) => written.length === 7))(
  'the spoken plate $spoken is written $written',
  ({ spoken, written }) => {
    expect(first(`车号${spoken}`, 'plate')).toBe(written.toUpperCase());
  },
);

/** 92 and 98 are no mobile prefixes of people; one library lets them pass. */
const mobiles = vectors.mobile.filter(({ value, valid }) => valid && !/9[28]\d{9}$/.test(value));
test.each(mobiles)('mobile $value is found', ({ value }) => {
  expect(first(`我电话${value}，回我`, 'phone')).toBe(value.slice(-11));
});

test.each([
  ['11010519491231002X', 'id-number'],
  ['91350100M000100Y43', 'credit-code'],
  ['1M8GDM9AXKP042788', 'vin'],
] as const)('%s is a right %s', (value, kind) => {
  expect(findEntities(`号是${value}。`)).toEqual([{ kind, text: value, value, start: 2, end: 2 + value.length }]);
});

test('a wrong check digit warns and does not block', () => {
  const [number] = findEntities('身份证110105194912310021');
  expect(number).toMatchObject({ kind: 'id-number', value: '110105194912310021', doubtful: 'check digit' });
  expect(findEntities('代码91350211M0000XUF46')[0]).toMatchObject({ kind: 'credit-code', doubtful: 'check digit' });
});

test.each([
  ['下个月八号到期', 'date', 'month+1-08'],
  ['11月20号去', 'date', '--11-20'],
  ['2020年12月上的牌', 'date', '2020-12'],
  ['2026年11月20日', 'date', '2026-11-20'],
  ['二〇二六年三月五号', 'date', '2026-03-05'],
  ['2026-11-20 上午', 'date', '2026-11-20'],
  ['下周三有空', 'date', 'week+1-3'],
  ['星期天上班不', 'date', 'week-7'],
  ['明天下午', 'date', 'day+1'],
  ['十号去行不', 'date', '---10'],
  ['罚了200块钱', 'money', '200'],
  ['贷了五万块', 'money', '50000'],
  ['一百二十元', 'money', '120'],
  ['3.5万元', 'money', '35000'],
  ['我爸六十八岁', 'age', '68'],
  ['今年满63了', 'age', '63'],
  ['宁a·12345过户', 'plate', '宁A12345'],
  ['宁AD12345', 'plate', '宁AD12345'],
  ['宁A12345F', 'plate', '宁A12345F'],
  ['从红寺堡过来', 'place', '红寺堡'],
  ['电话 138-0013-8000', 'phone', '13800138000'],
  ['打0951-6136114', 'phone', '0951-6136114'],
  ['１３８００１３８０００', 'phone', '13800138000'],
] as const)('%s names a %s: %s', (text, kind, value) => {
  expect(first(text, kind)).toBe(value);
});

test.each([
  ['科目二挂了3次', 'money'],
  ['一块儿办了', 'money'],
  ['跑了12万公里', 'money'],
  ['扣满12分', 'age'],
  ['尾号8号窗口', 'date'],
] as const)('%s names no %s', (text, kind) => {
  expect(first(text, kind)).toBeUndefined();
});

test('offsets cut exactly the words out of the message as it was written', () => {
  const text = '我是宁Ａ１２３４５车主，电话13800138000，下个月八号来';
  for (const { start, end, text: words } of findEntities(text)) expect(text.slice(start, end)).toBe(words);
  expect(findEntities(text).map(({ kind }) => kind)).toEqual(['plate', 'phone', 'date']);
});

test.each([
  ['十二', 12],
  ['六十三', 63],
  ['一百二十', 120],
  ['三千五', 3500],
  ['一万二', 12_000],
  ['两千零五', 2005],
  ['三十五万', 350_000],
  ['3.5万', 35_000],
  ['二三', undefined],
  ['车', undefined],
] as const)('%s is %s', (words, value) => {
  expect(numberOf(words)).toBe(value);
});
