/** Looks whether the account, the product's address and the menu fit together; each finding says what to do. */
import { randomBytes } from 'node:crypto';
import type { WeChatSettings } from '../../handlers/gateways/wechat-settings.ts';
import { asButton, usualMenu } from '../../models/wechat/menu.ts';
import { signatureOf } from '../../models/wechat/signature.ts';
import { askPlatform, refusalText } from './ask-platform.ts';

export type Finding = { what: string; ok: boolean; said: string };

export async function checkAccount(settings: WeChatSettings, origin: string): Promise<Finding[]> {
  const platform = askPlatform(settings);
  const pass = await platform.pass();
  const findings: Finding[] = [
    await checkSecrets(settings),
    {
      what: '接口凭证',
      ok: typeof pass['access_token'] === 'string',
      said: pass.errcode === undefined ? `拿到了，${String(pass['expires_in'])}秒内有效` : refusalText(pass),
    },
    await checkAddress(settings, origin),
  ];
  // Without a pass every further question would get the same answer.
  if (pass.errcode !== undefined) return findings;
  const [addresses, menu] = [await platform.get('/cgi-bin/getcallbackip'), await platform.get('/cgi-bin/menu/get')];
  const list = addresses['ip_list'];
  findings.push({
    what: '微信的服务器地址',
    ok: Array.isArray(list),
    said: Array.isArray(list)
      ? `${String(list.length)}个；防火墙要放行：${list.slice(0, 4).join('、')}${list.length > 4 ? ' …' : ''}`
      : refusalText(addresses),
  });
  findings.push(menuFinding(menu, origin));
  findings.push({
    what: '模板消息',
    ok: Object.keys(settings.templates).length > 0,
    said:
      Object.keys(settings.templates).length > 0
        ? `配了${String(Object.keys(settings.templates).length)}个：${Object.keys(settings.templates).join('、')}`
        : '一个也没配：48小时以后的通知改发短信。要用就在“模板消息”里选好，编号写进 WECHAT_TEMPLATES',
  });
  return findings;
}

async function checkSecrets({ secrets }: WeChatSettings): Promise<Finding> {
  const { token, aesKey } = await secrets();
  const fits = /^[A-Za-z0-9]{3,32}$/u.test(token) && (aesKey === undefined || /^[A-Za-z0-9+/]{43}$/u.test(aesKey));
  return {
    what: '令牌和消息密钥',
    ok: fits,
    said: !fits
      ? 'Token 是3到32位字母和数字，EncodingAESKey 是43位：npm run wechat -- set-up 会给出新的'
      : aesKey === undefined
        ? '没有 EncodingAESKey：只能用明文模式'
        : '都有，可以用安全模式',
  };
}

/** Does what saving the address in the console does: a signed word must come back, and one with a wrong signature must not. */
async function checkAddress({ secrets }: WeChatSettings, origin: string): Promise<Finding> {
  const { token } = await secrets();
  const ask = async (key: string): Promise<{ word: string; status: number; said: string }> => {
    const word = randomBytes(8).readBigUInt64BE().toString();
    const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), String(randomBytes(4).readUInt32BE())];
    const query = new URLSearchParams({
      signature: signatureOf(key, timestamp, nonce),
      timestamp,
      nonce,
      echostr: word,
    });
    try {
      const answer = await fetch(`${origin}/api/wechat?${query.toString()}`, { signal: AbortSignal.timeout(5000) });
      return { word, status: answer.status, said: await answer.text() };
    } catch {
      return { word, status: 0, said: '' };
    }
  };
  const [right, wrong] = [await ask(token), await ask(`${token}x`)];
  const what = `服务器地址 ${origin}/api/wechat`;
  if (right.status === 0) return { what, ok: false, said: '打不开：先看产品有没有部署好、备案和域名通不通' };
  if (right.said !== right.word)
    return { what, ok: false, said: `没有认出签名（${String(right.status)}）：两边的 Token 不一样，或时钟差得太多` };
  if (wrong.said === wrong.word) return { what, ok: false, said: '签名不对的也放进来了，不能用' };
  return { what, ok: true, said: '签名对的认，签名不对的不认' };
}

function menuFinding(told: Record<string, unknown>, origin: string): Finding {
  const what = '自定义菜单';
  if (told['errcode'] === 46003) return { what, ok: false, said: '还没有：npm run wechat -- menu' };
  const { menu } = told as { menu?: { button?: unknown } };
  if (menu === undefined) return { what, ok: false, said: refusalText(told) };
  // The platform adds empty lists to entries that have none.
  const plain = JSON.stringify(menu.button, (key, value: unknown) =>
    key === 'sub_button' && Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return sameFields(JSON.parse(plain), usualMenu(origin).map(asButton))
    ? { what, ok: true, said: '和现在的配置一样' }
    : { what, ok: false, said: '和现在的配置不一样：npm run wechat -- menu' };
}

/** Whatever the order of fields. */
function sameFields(one: unknown, two: unknown): boolean {
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return one === two;
  const [ones, twos] = [Object.entries(one), two as Record<string, unknown>];
  return ones.length === Object.keys(two).length && ones.every(([name, value]) => sameFields(value, twos[name]));
}
