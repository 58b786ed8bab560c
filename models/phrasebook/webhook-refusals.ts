/** What a manager reads when another system's address was not taken. */
type Both = { zh: string; en: string };

export const webhookRefusals: readonly (readonly [RegExp, Both])[] = [
  [/^webhook address: not https/, { zh: '地址要以 https:// 开头。', en: 'The address has to begin with https://.' }],
  [
    /^webhook address: user/,
    {
      zh: '地址里不要带用户名、端口或#。密钥由我们生成，放在签名里。',
      en: 'Leave user name, port and # out of the address. The secret is made here and goes into the signature.',
    },
  ],
  [
    /^webhook address: not a public/,
    {
      zh: '这个地址在内网或本机，从外面到不了。请填公网的域名。',
      en: 'This address lies in a private network. Give a public name.',
    },
  ],
  [/^webhooks enough/, { zh: '一个单位最多20个，先删掉不用的。', en: 'Twenty at most: remove one that is not used.' }],
  [/^this webhook is off/, { zh: '它现在停着，先打开再发。', en: 'It is switched off: switch it on first.' }],
];
