/** Asks the platform as the command does: with a pass of its own hour, which takes none away from the running functions. */
import type { WeChatSettings } from '../../handlers/gateways/wechat-settings.ts';

export type Told = { errcode?: number; errmsg?: string; [name: string]: unknown };
export type Platform = {
  /** The pass, or the refusal. */
  pass(): Promise<Told>;
  get(path: string): Promise<Told>;
  post(path: string, body: unknown): Promise<Told>;
};

export function askPlatform({ api, appId, secrets }: WeChatSettings): Platform {
  let pass: Promise<Told> | undefined;
  const ask = async (path: string, body?: unknown): Promise<Told> => {
    try {
      const answer = await fetch(`${api}${path}`, {
        signal: AbortSignal.timeout(10_000),
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      return (await answer.json()) as Told;
    } catch {
      return { errcode: -2, errmsg: `${api} does not answer` };
    }
  };
  const platform: Platform = {
    // Never by force: that would end the pass that the functions use.
    async pass() {
      const { secret } = await secrets();
      pass ??= ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret });
      return pass;
    },
    get: async (path) => withPass(path),
    post: async (path, body) => withPass(path, body),
  };
  async function withPass(path: string, body?: unknown): Promise<Told> {
    const got = await platform.pass();
    return typeof got['access_token'] === 'string' ? ask(`${path}?access_token=${got['access_token']}`, body) : got;
  }
  return platform;
}

/** What the platform's refusals mean for whoever sets the account up. */
const remedies: Record<number, string> = {
  [-2]: '连不上微信的接口：看看这台机器能不能上网，WECHAT_API 对不对',
  [-1]: '微信的系统忙，过一会儿再试',
  40001: 'AppSecret 不对：在“设置与开发 → 开发接口管理 → 基本配置”里重置后，填到 WECHAT_SECRET',
  40013: 'AppID 不对：照“基本配置”里的填到 WECHAT_APP_ID',
  40125: 'AppSecret 不对：在“设置与开发 → 开发接口管理 → 基本配置”里重置后，填到 WECHAT_SECRET',
  40164: '这台机器的公网地址不在IP白名单里：在“基本配置 → IP白名单”里加上',
  45009: '今天的调用次数用完了，明天再试',
  48001: '账号没有这个接口的权限：要已认证的服务号',
  61004: '这台机器的公网地址不在IP白名单里：在“基本配置 → IP白名单”里加上',
};
export const refusalText = ({ errcode = 0, errmsg = '' }: Told): string =>
  `${remedies[errcode] ?? '微信没有接受'}（${String(errcode)} ${errmsg}）`;
