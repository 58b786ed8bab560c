/** What the office has set for its WeChat account; the secret half is opened once, by the functions that may. */
import { OfficeId } from '../../models/ids.ts';
import type { KeyKeeper } from '../../models/store/key-ring.ts';
import { keeperFromEnvironment } from './key-keeper.ts';

export type WeChatSecrets = {
  /** The account's AppSecret. */
  secret: string;
  /** What the signature rests on (令牌 Token). */
  token: string;
  /** EncodingAESKey, and the one before it while the platform still uses both. Without one only plain mode works. */
  aesKey?: string;
  aesKeyBefore?: string;
};

export type WeChatSettings = {
  appId: string;
  /** Where the platform's interfaces are, and its page that tells who opened a link. */
  api: string;
  oauth: string;
  /** The desk that a talk begins at until the person says where they are. */
  office: OfficeId;
  /** How long the window waits for an answer before it says that it comes later. */
  readonly budgetMs: number;
  /** Approved templates: our name for them, and the account's number for each. */
  templates: Record<string, string>;
  secrets(): Promise<WeChatSecrets>;
};

/** Undefined: no account is connected. */
export function weChatFromEnvironment(keeper: () => KeyKeeper = keeperFromEnvironment): WeChatSettings | undefined {
  const env = process.env;
  const appId = env['WECHAT_APP_ID'] ?? '';
  if (appId === '') return undefined;
  let opened: Promise<WeChatSecrets> | undefined;
  return {
    appId,
    api: env['WECHAT_API'] ?? 'https://api.weixin.qq.com',
    oauth: env['WECHAT_OAUTH'] ?? 'https://open.weixin.qq.com',
    office: OfficeId.catch('yinchuan').parse(env['WECHAT_OFFICE']),
    get budgetMs() {
      return Number(process.env['WECHAT_BUDGET_MS'] ?? '3000');
    },
    templates: JSON.parse(env['WECHAT_TEMPLATES'] ?? '{}') as Record<string, string>,
    secrets() {
      opened ??= openSecrets(keeper);
      opened.catch(() => (opened = undefined));
      return opened;
    },
  };
}

/**
 * `WECHAT_SECRETS_SEALED` is what KMS made of `{"secret","token","aesKey","aesKeyBefore"}`, base64: the template holds nothing that opens by
 * itself. The plain variables are for one machine.
 */
async function openSecrets(keeper: () => KeyKeeper): Promise<WeChatSecrets> {
  const env = process.env;
  const sealed = env['WECHAT_SECRETS_SEALED'] ?? '';
  if (sealed !== '') return JSON.parse((await keeper().unwrap(sealed)).toString('utf8')) as WeChatSecrets;
  const { WECHAT_SECRET: secret = '', WECHAT_TOKEN: token = '', WECHAT_AES_KEY: aesKey } = env;
  const before = env['WECHAT_AES_KEY_BEFORE'];
  return {
    secret,
    token,
    ...(aesKey === undefined ? {} : { aesKey }),
    ...(before === undefined ? {} : { aesKeyBefore: before }),
  };
}
