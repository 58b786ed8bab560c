/** What a lender, its agent or the manager who looks after them reads when something was refused. */
type Both = { zh: string; en: string };

export const lenderRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^agent stopped: expired (.+)/,
    {
      zh: '您的委托书$1到期了，现在不能办。请把新的委托书交给车管所负责人，登记好就能接着办，已经交的都还在。',
      en: 'Your mandate ended on $1, so you cannot act now. Give the office’s manager the new one; once it is entered you go on, and nothing handed in is lost.',
    },
  ],
  [
    /^agent stopped: not-yet (.+)/,
    {
      zh: '您的委托书$1才生效，到那天再来登录就能办。日期不对的话，请找车管所负责人改。',
      en: 'Your mandate begins on $1; sign in again from then on. If the date is wrong, ask the office’s manager.',
    },
  ],
  [
    /^agent stopped: revoked (.+)/,
    {
      zh: '您的委托在$1撤销了，不能再办。要继续办的话，请本单位出新的委托书，交给车管所负责人。',
      en: 'Your mandate was revoked on $1. To go on, let your institution issue a new one and give it to the office’s manager.',
    },
  ],
  [
    /^agent stopped: lender/,
    {
      zh: '贵单位现在暂停办理，您的账号也一起停了。请让本单位联系车管所负责人，恢复以后就能接着办。',
      en: 'Your institution is suspended here, and so is your account. Let it get in touch with the office’s manager; you go on when it is resumed.',
    },
  ],
  [
    /^agent stopped/,
    {
      zh: '这个账号还没有登记委托书，不能办。请找车管所负责人登记。',
      en: 'No mandate is entered for this account. Please ask the office’s manager to enter it.',
    },
  ],
  [
    /^this credit code has a lender here already/,
    {
      zh: '这个信用代码在本所已经登记过了。请打开那一家来看，要改就在那里改。',
      en: 'This credit code is registered at this office already. Open that lender and change it there.',
    },
  ],
  [
    /^somebody else changed this lender first/,
    {
      zh: '有人比您先改了这家机构。已为您取来最新的，请看过再办。',
      en: 'Somebody changed this lender before you. The newest is shown; look at it and go on.',
    },
  ],
  [
    /^somebody else changed this agent first/,
    {
      zh: '有人比您先动了这位经办人。已为您取来最新的，请看过再办。',
      en: 'Somebody changed this agent before you. The newest is shown; look at it and go on.',
    },
  ],
  [
    /^whoever entered a lender/,
    {
      zh: '您录过这家机构的资料，不能自己审。请另一位负责人来审。',
      en: 'You entered these particulars, so another manager has to approve them.',
    },
  ],
  [
    /^licence and seal have to be there/,
    {
      zh: '还差执照或印章的照片，补上再通过。',
      en: 'The photo of the licence or of the seal is missing. Add it first.',
    },
  ],
  [
    /^a lender is returned with all reasons/,
    { zh: '请至少选一条退回的原因，有几条就一次选全。', en: 'Choose at least one reason, and all that apply at once.' },
  ],
  [
    /^another reason has to be written/,
    { zh: '选了“别的原因”，请写明是什么。', en: 'Please write what the other reason is.' },
  ],
  [
    /^a suspended lender is resumed first/,
    { zh: '这家机构暂停着，先恢复再改。', en: 'This lender is suspended. Resume it before changing it.' },
  ],
  [
    /^a lender that is not approved has no agents/,
    { zh: '机构通过审核以后才能加经办人。', en: 'A lender gets agents once it is approved.' },
  ],
  [
    /^a mandate ends after it begins/,
    {
      zh: '委托书的截止日期要在起始日期之后，也不能已经过了。',
      en: 'A mandate ends after it begins, and not in the past.',
    },
  ],
  [
    /^a mandate names the office/,
    { zh: '委托的办理地点要包括本所。', en: 'The mandate has to name this office among the places.' },
  ],
  [/^this mandate was revoked already/, { zh: '这份委托已经撤销了。', en: 'This mandate was revoked already.' }],
  [
    /^the photo is not of this lender/,
    { zh: '有一张照片没有传完，请删掉它再传一次。', en: 'One photo has not arrived. Remove it and add it again.' },
  ],
  [
    /^a mandate does not name that office/,
    { zh: '您的委托书没有写这个车管所，在这里不能办。', en: 'Your mandate does not name that office.' },
  ],
  [
    /^the lender is not enrolled/,
    {
      zh: '这家机构在这个车管所还没有登记通过，不能走视频办，请到大厅办。',
      en: 'This lender is not enrolled at that office; the release can be done at the counter.',
    },
  ],
  [
    /^this release was applied for already: (.+)/,
    {
      zh: '这辆车的这一笔已经申请过了，编号$1，还没办完。在“我的案子”里找它。',
      en: 'This vehicle and contract were applied for already: $1 is not finished. Find it under “My cases”.',
    },
  ],
  [
    /^the owner takes part in this release/,
    { zh: '这一件车主也参加，由车主取消。', en: 'The owner takes part in this one and may take it back.' },
  ],
  [
    /^a colleague of the lender has this release/,
    {
      zh: '这一件现在由您的同事办。要换您来办，请先点“我来办”。',
      en: 'A colleague of yours has this one. Take it first.',
    },
  ],
  [
    /^the colleague may still come to this call/,
    {
      zh: '这一件由您的同事办，视频刚开，同事可能马上就来。过几分钟还没来，您再接手。',
      en: 'A colleague of yours has this one and the call has just opened. If nobody comes within some minutes, take it over.',
    },
  ],
  [/^no lender takes part/, { zh: '这一件没有银行参加。', en: 'No lender takes part in this one.' }],
  [
    /^another agent has already been in a session/,
    {
      zh: '您的同事已经参加过这一件的视频了，要由同一个人办完。',
      en: 'A colleague of yours has been in a call for this one already and has to finish it.',
    },
  ],
  [
    /^the lender is not in a session yet/,
    {
      zh: '视频还没有开始。警官开了视频室，这里会出现“进入视频”。',
      en: 'The call has not begun. Once the officer opens the room, “Enter the call” appears here.',
    },
  ],
  [
    /^the list cannot be read/,
    {
      zh: '这个文件读不出来。请在Excel里另存为“CSV（逗号分隔）”再选一次。',
      en: 'This file cannot be read. Save it as “CSV (comma separated)” in Excel and choose it again.',
    },
  ],
];
