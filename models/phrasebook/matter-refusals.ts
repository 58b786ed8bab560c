/** What an officer reads when a step on a matter was refused: why it does not go, and what does. */
type Both = { zh: string; en: string };

/** By the beginning of the refusal's detail. */
export const matterRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^a matter that is \S+ was decided already/,
    { zh: '这件已经定过受不受理了。', en: 'Whether it is taken on was decided already.' },
  ],
  [
    /^a matter that is \S+ cannot wait for the citizen/,
    { zh: '要有人在办，才能请群众补、停表。', en: 'Somebody must be working on it before the clock can stop.' },
  ],
  [
    /^a matter that is \S+ cannot be (passed on|given to somebody|put off|merged|declined|claimed)/,
    { zh: '这一步对现在的状态不合适：看一眼它办到哪一步了。', en: 'This does not fit where the matter stands now.' },
  ],
  [
    /^a matter that is \S+ (needs no contact|needs no watching|takes no more messages)/,
    { zh: '这件已经结束了，不用再联系。', en: 'This matter is over.' },
  ],
  [
    /^this matter is with another officer/,
    { zh: '这件在别的同事手上，请他转交，或者请负责人交办。', en: 'This matter is with a colleague; ask for it.' },
  ],
  [/^nobody has this matter yet/, { zh: '还没有人承办，先点“我来办”。', en: 'Nobody has it yet: take it first.' }],
  [
    /^the clock of this matter is running/,
    { zh: '这件没有停表，不用恢复。', en: 'The clock is running; there is nothing to resume.' },
  ],
  [
    /^the person left no way to be asked/,
    { zh: '群众没有留联系方式，没法请他补。', en: 'The citizen left no way to be asked.' },
  ],
  [
    /^a second person /,
    { zh: '要另一位同事来定，自己申请的自己不能批。', en: 'A second person decides what you asked for.' },
  ],
  [/^this is for a manager/, { zh: '这一步要负责人来做。', en: 'This step is for a manager.' }],
  [
    /^the time is over: it can only be put off before/,
    { zh: '已经到期了，延期要在到期前申请。', en: 'It is due already; more time must be asked for before.' },
  ],
  [/^an answer is put off once at most/, { zh: '每件只能延一次。', en: 'An answer is put off once at most.' }],
  [
    /^reports of two people stay two/,
    { zh: '不是同一个人反映的，不能合并，请用“关联”。', en: 'Not the same person’s: link them instead.' },
  ],
  [
    /^somebody who did not handle it calls back/,
    { zh: '您经手过这件，回访请别的同事打。', en: 'You handled this one; a colleague calls back.' },
  ],
  [
    /^only the one who handles the matter sees/,
    { zh: '只有承办人和负责人能看全号。', en: 'Only the officer who has it and managers see it whole.' },
  ],
  [
    /^it is with the head of the office already/,
    { zh: '已经提到所领导了，不能再升。', en: 'It is with the head of the office already.' },
  ],
  [
    /^somebody changed it meanwhile/,
    { zh: '有人先改了，看一眼最新的再办。', en: 'Somebody was first; look, then go on.' },
  ],
];
