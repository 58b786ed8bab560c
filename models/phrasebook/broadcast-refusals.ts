/** What staff read when something about a radio script was refused. */
type Both = Record<'zh' | 'en', string>;

export const broadcastRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^broadcast: this week has a script/,
    { zh: '这一周已经有稿子了，打开它接着写。', en: 'This week has a script already: open it and go on.' },
  ],
  [
    /^broadcast: nothing was asked often/,
    {
      zh: '这一周没有哪件事问得够多，人太少不写，免得让人猜到是谁问的。',
      en: 'Nothing was asked often enough this week; with so few, somebody might be recognised.',
    },
  ],
  [/^broadcast: this week is not over/, { zh: '这一周还没过完，过完再写。', en: 'This week is not over yet.' }],
  [
    /^broadcast: a number or plate/,
    {
      zh: '稿子里有手机号、证号或车牌。请拿掉，稿子里不能有任何人的资料。',
      en: 'There is a phone, identity or plate number in it. Take it out: a script names nobody.',
    },
  ],
  [
    /^broadcast: one thing is answered twice/,
    { zh: '有一件事写了两遍，留一条。', en: 'One thing is answered twice; keep one.' },
  ],
  [
    /^broadcast: something is left/,
    {
      zh: '还有没核实的，或少了问题、答案、依据。都弄清了再送审。',
      en: 'Something is not settled, or question, answer or rule is missing. Settle it before sending.',
    },
  ],
  [
    /^broadcast: a second person/,
    {
      zh: '写过这份稿子的人不能自己批，请另一位负责人批。',
      en: 'Whoever wrote it does not approve it; another manager does.',
    },
  ],
  [
    /^broadcast: not aired on that day/,
    { zh: '播出的日子不对，请填已经播过的那一天。', en: 'Give the day on which it was really aired.' },
  ],
];
