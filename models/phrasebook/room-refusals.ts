/** What a person reads when a room, or something in it, was refused. */
export const roomRefusals: readonly (readonly [RegExp, { zh: string; en: string }])[] = [
  [
    /^the room is held by (.+)/,
    {
      zh: '$1正在这间视频室里。要接手请先和他说好，再按“接手”。',
      en: '$1 has this video room. Agree with them first, then press “Take over”.',
    },
  ],
  [/^the room has ended/, { zh: '这次视频已经结束了。', en: 'This video session has ended.' }],
  [
    /^no such room/,
    {
      zh: '没有找到这间视频室。请从短信里的链接重新进来，或者打电话问我们。',
      en: 'There is no such video room. Please come in again by the link in the message, or call us.',
    },
  ],
  [
    /^this seat is another page’s/,
    {
      zh: '这间视频室在另一个页面打开了，这一页不用了。',
      en: 'This video room is open on another page; this one is no longer used.',
    },
  ],
  [
    /^the officer has not let you in/,
    { zh: '警官还没有请您进来，请稍等。', en: 'The officer has not let you in yet.' },
  ],
  [
    /^the recording was not agreed to/,
    { zh: '这位还没有同意录像，不能请进来。', en: 'This person has not agreed to the recording yet.' },
  ],
  [/^nobody waits on this seat/, { zh: '这个位子上还没有人。', en: 'Nobody is on this seat yet.' }],
  [/^too many messages from one seat/, { zh: '操作太快了，请慢一点。', en: 'That was too fast. Please slow down.' }],
];
