/** The account that `npm start` sets up with the local platform, and what the product must know of it. */
import { randomBytes } from 'node:crypto';
import { noticeTemplates } from '../../../models/phrasebook/notice-templates.ts';
import type { PeerAccount, PeerTemplate } from './account.ts';

/** Who has a phone on this machine. */
export const localPeople = ['马师傅', '王奶奶', '外地车主小李'] as const;

/** Our names for the templates, and what the platform's library would hold for them; their link is the message's own. */
const templates: Record<string, PeerTemplate> = Object.fromEntries(
  noticeTemplates().map(({ template, zh }) => [
    template,
    {
      id: `LOCAL-${template}`,
      title: '办理进度提醒',
      text: zh.replace(/[：:]?\{link\}/u, '').replaceAll(/\{(\w+)\}/gu, '{{$1.DATA}}'),
    },
  ]),
);

/** New secrets with each start; the id stays, so that the people stay who they are. */
export const localAccount = (): PeerAccount => ({
  appId: 'wx00000000000010ca',
  secret: randomBytes(16).toString('hex'),
  originalId: 'gh_bancheng10ca',
  token: randomBytes(12).toString('hex'),
  // 43 signs that are Base64 of 32 bytes without the last one.
  aesKey: randomBytes(32).toString('base64').slice(0, 43),
  mode: 'safe',
  templates: Object.values(templates),
  allowedAddresses: [],
});

export const environmentOf = (
  { appId, secret, token, aesKey }: PeerAccount,
  api: string,
  origin: string,
): Record<string, string> => ({
  WECHAT_APP_ID: appId,
  WECHAT_SECRET: secret,
  WECHAT_TOKEN: token,
  WECHAT_AES_KEY: aesKey,
  WECHAT_API: api,
  WECHAT_OAUTH: `${origin}/dev/wechat`,
  WECHAT_TEMPLATES: JSON.stringify(Object.fromEntries(Object.entries(templates).map(([name, { id }]) => [name, id]))),
});
