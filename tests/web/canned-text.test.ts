import fc from 'fast-check';
import { CannedReply } from '../../models/conversation/requests.ts';
import { shippedReplies } from '../../models/conversation/shipped-replies.ts';
import { fill, matching, piecesOf, unfilledIn, wordBefore } from '../../web/console/canned-text.ts';

const known = { 称呼: '王先生', 我: '刘一航', 单位: '银川车管所', 编号: 'L-1117-012' };

test('thirty phrases are shipped, each fits the schema, no code stands twice', () => {
  expect(shippedReplies).toHaveLength(30);
  expect(shippedReplies.map((reply) => CannedReply.parse(reply))).toEqual(shippedReplies);
  expect(new Set(shippedReplies.map(({ code }) => code)).size).toBe(30);
});

test('no shipped phrase has a brace that nothing fills, and each that states the law names its source', () => {
  for (const { text } of shippedReplies) {
    expect(fill(text, known)).not.toMatch(/[{}]/u);
    if (/工作日|不收费|工本费/u.test(text)) expect(text).toMatch(/依据《.+》第\d+/u);
  }
});

test('what is known is filled in, and what is not stays visible in its braces', () => {
  expect(fill('{称呼}您好，我是{单位}的{我}，编号{编号}。', known)).toBe(
    '王先生您好，我是银川车管所的刘一航，编号L-1117-012。',
  );
  const unknown = { ...known, 编号: undefined };
  expect(unfilledIn(fill('编号{编号}，{编号}', unknown))).toEqual(['{编号}']);
});

test('without a name nobody is addressed by a comma', () => {
  expect(fill('{称呼}，我现在去查', { ...known, 称呼: '' })).toBe('我现在去查');
});

test('the pieces of a text are the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{称呼}', '{我}', '好', '{', '}', '，')), (parts) => {
      const text = parts.join('');
      const same = { 称呼: '{称呼}', 我: '{我}', 单位: '{单位}', 编号: '{编号}' };
      return (
        piecesOf(text, same)
          .map((piece) => piece.text)
          .join('') === text
      );
    }),
  );
});

test.each([
  ['/补', 2, { from: 0, word: '补' }],
  ['身份证。/补', 6, { from: 4, word: '补' }],
  ['好 /', 3, { from: 2, word: '' }],
  ['https://a', 9, undefined],
  ['1/2', 3, undefined],
  ['/补 后', 4, undefined],
])('in %j the word after the slash is found', (text, caret, found) => {
  expect(wordBefore(text, caret, '/')).toEqual(found);
});

test('codes that begin with the word come first, then those that contain it, then titles', () => {
  const found = matching(shippedReplies, '补证').map(({ code }) => code);
  expect(found.slice(0, 2)).toEqual(['补证材料', '补证本人']);
  expect(matching(shippedReplies, '抵押')[0]?.code).toMatch(/^抵押/u);
  expect(matching(shippedReplies, '大绿本那页')).toEqual([]);
});
