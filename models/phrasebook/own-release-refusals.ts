/** What an owner, or the owner's helper, reads when a step of their release was refused. */
type Both = { zh: string; en: string };

/** By the beginning of the refusal's detail. */
export const ownReleaseRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^no release is open on this device/,
    {
      zh: '时间久了，请再输一次编号和查询码，或者点原来的链接进来。',
      en: 'It has been a while. Please type number and code again, or come in by the link.',
    },
  ],
  [
    /^no session is open/,
    {
      zh: '这会儿没有在视频。警官开了门，页面会告诉您。',
      en: 'There is no call at the moment; the page tells you when the officer opens the door.',
    },
  ],
  [
    /^the helper does not do this/,
    { zh: '这一步要车主自己来，帮忙的人不能替。', en: 'The owner has to do this; a helper cannot.' },
  ],
  [
    /^the notice on recording has changed/,
    {
      zh: '告知书换了新的一版，请刷新以后再看一遍。',
      en: 'There is a newer notice on recording. Please reload and read it.',
    },
  ],
  [
    /^the papers have to be looked at and good/,
    {
      zh: '材料还没看完，看好了才能视频。现在可以先约时间。',
      en: 'The papers have to be looked at before the call. You can choose a time meanwhile.',
    },
  ],
];
