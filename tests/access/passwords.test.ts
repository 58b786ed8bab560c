import { listedFaults } from '../../models/access/password-fault.ts';
import { passwordFaults } from '../../models/access/password-rules.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';

const owner = { id: 'zhang-san', name: '张三', office: 'yinchuan', officeName: '银川车管所' };

test.each([
  ['too-short', 'xK9#mPq2vLw'],
  ['known', 'password1234'],
  ['known', 'woaini1314520'],
  ['known', '1qaz2wsx3edc'],
  ['pattern', 'abcabcabcabc'],
  ['name', '张三 likes quiet lamps'],
  ['name', 'Zhang.San quiet lamps'],
  ['name', 'san zhang quiet lamps'],
  ['office', '车管所 quiet lamps 十二'],
  ['office', 'YinChuan quiet lamps'],
  ['office', 'che guan suo quiet lamps'],
  ['plate', '宁A12345 quiet lamps'],
  ['plate', 'ning-A 12345 quiet lamps'],
  ['number', 'lamps 13800001111 quiet'],
  ['number', 'quiet64010219900307123Xlamps'],
  ['date', 'quiet19900307lamps'],
  ['date', 'quiet lamps 1990年3月7日'],
] as const)('a password is not taken for %s: %s', async (fault, password) => {
  expect(await passwordFaults(password, owner)).toContain(fault);
});

test.each(['mango-bicycle-quiet-lamp', '蓝色台灯 十二只猫 铁路桥', 'xK9#mPq2vLw8', 'correct horse battery staple'])(
  'a good password is taken: %s',
  async (password) => {
    expect(await passwordFaults(password, owner)).toEqual([]);
  },
);

test('every reason has one sentence of its own in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const sentences = listedFaults.map((fault) =>
      refusalSentence({ kind: 'bad-input', detail: `password ${fault}` }, language),
    );
    expect(new Set(sentences).size).toBe(listedFaults.length);
  }
});
