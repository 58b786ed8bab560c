/** What a person reads when something in live guidance was refused. */
export const liveRefusals: readonly (readonly [RegExp, { zh: string; en: string }])[] = [
  [
    /^live guidance is closed/,
    {
      zh: '现在不是上班时间，没有警官能连线。可以约警官打电话，也可以留言。',
      en: 'The office is closed: no officer can go live. Ask to be called, or leave a message.',
    },
  ],
  [
    /^nobody guides live now/,
    {
      zh: '这会儿没有警官在线。可以约警官打电话，也可以留言。',
      en: 'No officer is on duty now. Ask to be called, or leave a message.',
    },
  ],
  [
    /^asked to go live too often/,
    { zh: '连线申请得太勤了，请过一会儿再试。', en: 'Too many tries. Please come back in a while.' },
  ],
  [/^answered by (.+)/, { zh: '$1已经接了这个连线。', en: '$1 has answered this call.' }],
  [
    /^take the conversation first/,
    { zh: '先接下这个对话，再请他连线。', en: 'Take the conversation first, then ask to go live.' },
  ],
  [
    /^a live guidance that is (cancelled|missed|ended)/,
    { zh: '这次连线已经不在了，对话里能看到经过。', en: 'This call is over; the talk shows how it went.' },
  ],
  [
    /^the live guidance has to end first/,
    { zh: '还在连线，先结束连线再转交、交回或结束。', en: 'End the live guidance first, then hand the talk on.' },
  ],
  [
    /^a call is the person’s own/,
    {
      zh: '连线里说定的事要本人来，帮忙的人可以一起听、一起说。',
      en: 'In a call the person decides; a helper listens and speaks along.',
    },
  ],
  [
    /^no such live guidance/,
    {
      zh: '没有找到这次连线。请从对话里再点开一次。',
      en: 'There is no such call. Please open it again from the talk.',
    },
  ],
  [/^another officer (asked for it|guides)/, { zh: '这次连线是另一位警官的。', en: 'This call is another officer’s.' }],
];
