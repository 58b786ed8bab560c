/** What an officer reads when a deed on a release was refused. */
export const releaseRefusals: readonly (readonly [RegExp, { zh: string; en: string }])[] = [
  [/^taken by (.+)/, { zh: '$1已经接手了。', en: '$1 has taken it already.' }],
  [/^nobody has this release yet/, { zh: '还没人接手，请先接手。', en: 'Nobody has it yet. Please take it first.' }],
  [
    /^this release is with another officer/,
    { zh: '这一件由同事办理，要转交给您才能办。', en: 'A colleague has it; it has to be handed over to you first.' },
  ],
  [/^every paper needs a verdict/, { zh: '每一样材料都要定，缺什么一次说全。', en: 'Every paper needs a verdict.' }],
  [/^say what is wrong with/, { zh: '不合格的要选哪里不对。', en: 'Say what is wrong with it.' }],
  [/^a session is open already/, { zh: '视频室已经开着了。', en: 'A room is open already.' }],
  [/^a session is open/, { zh: '正在视频，结束以后再做。', en: 'A call is going on. Do it afterwards.' }],
  [/^no session is open/, { zh: '视频室没有开着。', en: 'No room is open.' }],
  [/^the papers have to be looked at/, { zh: '材料都合格了才能开始视频。', en: 'All papers have to be good first.' }],
  [/^this side is not in the session/, { zh: '这一方没有参加这次视频。', en: 'This side is not in the call.' }],
  [/^[a-z]+:[a-z]+ comes first/, { zh: '前一步还没做完。', en: 'The step before is not done yet.' }],
  [/^no challenge was drawn/, { zh: '还没抽随机动作。', en: 'No movements were drawn yet.' }],
  [/^the code has not been typed/, { zh: '他还没有输对验证码。', en: 'The code has not been typed right yet.' }],
  [
    /^the certificate has not been compared/,
    { zh: '登记证书还没有逐项比对。', en: 'The certificate has not been compared yet.' },
  ],
  [
    /^the certificate differs from the register/,
    {
      zh: '登记证书和登记系统不一致，不能同意解除。可以不予办理，或者转到大厅核。',
      en: 'The certificate differs from the register. Refuse it, or move it to the counter.',
    },
  ],
  [/^say how the certificate comes/, { zh: '先选证书怎么来、怎么回。', en: 'Choose how the certificate comes first.' }],
  [/^still open/, { zh: '还有步骤没做完，不能决定。', en: 'Some steps are still open.' }],
  [/^the evidence is not (?:whole|complete)/, { zh: '存证还不完整，不能决定。', en: 'The evidence is not whole yet.' }],
  [/^the register does not say that it is seized/, { zh: '登记系统里没有查封、扣押。', en: 'It is not seized.' }],
  [/^a seized vehicle/, { zh: '车被查封、扣押，不能解除。', en: 'A seized vehicle cannot be released.' }],
  [
    /^the register has not been looked into/,
    { zh: '先查登记系统；抵押在这里的不能这样注销。', en: 'Look it up first.' },
  ],
  [/^no agent of the lender/, { zh: '银行还没定谁来办。', en: 'The lender has not named its agent yet.' }],
  [
    /^no phone is filed for this agent/,
    { zh: '银行代理人没有登记手机号，请银行补上。', en: 'No phone is filed for this agent; the lender has to add it.' },
  ],
  [
    /^the helper was named but/,
    {
      zh: '记下了，但短信没有发出去。请核对手机号再请一次，或者请车主自己在“查进度”里发链接。',
      en: 'Noted, but the message did not go. Check the number and invite again, or let the owner send the link.',
    },
  ],
  [/^the owner does not take part/, { zh: '车主不参加这一件。', en: 'The owner does not take part.' }],
  [/^the register comes first/, { zh: '先在登记系统里办好。', en: 'The register comes first.' }],
  [/^the certificate is not here yet/, { zh: '证书还没收到。', en: 'The certificate is not here yet.' }],
  [/^give the number of the parcel/, { zh: '请填快递单号。', en: 'Give the parcel number.' }],
];
