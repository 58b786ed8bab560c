/** What must be set where: in the account's console by its owner, and in the product's environment. */
import { randomBytes } from 'node:crypto';

/** Fresh ones, for an account that has none yet; nothing else knows them before they are set on both sides. */
export const newSecrets = (): { token: string; aesKey: string } => ({
  token: randomBytes(16).toString('hex'),
  // Letters and digits alone, as the console's own generator gives; 43 of them are 32 bytes.
  aesKey: Array.from(randomBytes(43), (byte) => SIGNS[byte % SIGNS.length]).join(''),
});
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function setUpGuide(origin: string, secrets: { token: string; aesKey: string }): string {
  const { host } = new URL(origin);
  return `在微信公众平台（mp.weixin.qq.com，已认证的服务号）里：

 1. 设置与开发 → 开发接口管理 → 基本配置
      开发者ID(AppID)         抄到 WECHAT_APP_ID
      开发者密码(AppSecret)   重置后抄到 WECHAT_SECRET（只显示一次）
      IP白名单                部署所在的出口地址，和运行本命令的机器的地址
 2. 基本配置 → 服务器配置 → 修改配置
      URL                     ${origin}/api/wechat
      Token                   ${secrets.token}
      EncodingAESKey          ${secrets.aesKey}
      消息加解密方式          安全模式
    先把 WECHAT_TOKEN 和 WECHAT_AES_KEY 设到产品里再点“提交”：微信会马上来核对。核对通过后点“启用”。
 3. 设置与开发 → 公众号设置 → 功能设置
      网页授权域名            ${host}
      业务域名、JS接口安全域名 ${host}（要把微信给的校验文件放到网站根目录）
 4. 广告与服务 → 模板消息：选好模板，编号写进 WECHAT_TEMPLATES，如 {"talk-answered":"编号"}
 5. 接收语音识别结果：设置与开发 → 接口权限，开了才有识别出的文字

换 EncodingAESKey 时，旧的放到 WECHAT_AES_KEY_BEFORE，微信换完再去掉。
配好后：npm run wechat -- check，再 npm run wechat -- menu。`;
}
