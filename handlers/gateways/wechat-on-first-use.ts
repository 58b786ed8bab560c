/** The way out to WeChat for windows that seldom use it: made with the first message, and a clear word where no account is connected. */
import type { Deps } from '../../functions/deps.ts';
import { refused } from '../../models/outcome.ts';
import type { WeChatAccount, WeChatSent } from '../../models/wechat/account.ts';
import { onFirstUse } from '../on-first-use.ts';
import { weChatFromEnvironment } from './wechat-settings.ts';

export const weChatOnFirstUse = (deps: Pick<Deps, 'weChatTokens' | 'now' | 'newId'>): WeChatAccount =>
  onFirstUse<WeChatAccount>(async () => {
    const settings = weChatFromEnvironment();
    if (settings === undefined) return noAccount;
    return (await import('./wechat-account.ts')).openWeChatAccount(deps, settings);
  });

const notSent = (): Promise<WeChatSent> => Promise.resolve({ ok: false, fault: 'not-permitted' });
const nothing = () => Promise.resolve(refused('wrong-state', 'no WeChat account is connected'));
const noAccount: WeChatAccount = {
  sendText: notSent,
  sendPicture: notSent,
  sendTemplate: notSent,
  mediaOf: nothing,
  uploadPicture: nothing,
  openIdOf: nothing,
  createMenu: nothing,
};
