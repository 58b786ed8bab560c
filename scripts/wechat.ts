/** Sets up the WeChat account: `npm run wechat -- set-up | check | menu`; of the running local product, or of the account that the environment names. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { weChatFromEnvironment, type WeChatSettings } from '../handlers/gateways/wechat-settings.ts';
import { refusalText } from './wechat/ask-platform.ts';
import { checkAccount } from './wechat/check-account.ts';
import { putMenu } from './wechat/put-menu.ts';
import { newSecrets, setUpGuide } from './wechat/set-up-guide.ts';

const usage = `用法：npm run wechat -- set-up   要在哪里填什么
      npm run wechat -- check    令牌、地址、菜单对不对
      npm run wechat -- menu     把菜单放上去
（本机产品开着时就用本机的；真账号用环境变量 WECHAT_APP_ID、WECHAT_SECRET、WECHAT_TOKEN、WECHAT_AES_KEY、PAGES_ORIGIN）`;

export type CommandParts = { settings: WeChatSettings | undefined; origin: string; print(line: string): void };

/** Answers the exit code. */
export async function weChatCommand([what]: readonly string[], parts: CommandParts): Promise<number> {
  const { settings, origin, print } = parts;
  if (what === 'set-up') {
    const known = await settings?.secrets();
    const fresh = newSecrets();
    print(setUpGuide(origin, { token: known?.token ?? fresh.token, aesKey: known?.aesKey ?? fresh.aesKey }));
    return 0;
  }
  if (what !== 'check' && what !== 'menu') {
    print(usage);
    return 2;
  }
  if (settings === undefined) {
    print('还没有账号：设好 WECHAT_APP_ID，或者先 npm start。要填什么：npm run wechat -- set-up');
    return 1;
  }
  return what === 'menu' ? menu(settings, parts) : check(settings, parts);
}

async function menu(settings: WeChatSettings, { origin, print }: CommandParts): Promise<number> {
  const told = await putMenu(settings, origin);
  if (told.errcode !== 0) {
    print(`菜单没放上去：${refusalText(told)}`);
    return 1;
  }
  print('菜单放上去了；已经打开公众号的手机，五分钟后才换成新的。');
  return 0;
}

async function check(settings: WeChatSettings, { origin, print }: CommandParts): Promise<number> {
  const findings = await checkAccount(settings, origin);
  for (const { what, ok, said } of findings) print(`${ok ? '✓' : '✗'} ${what}：${said}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dataFolder } = await import('./local/with-table.ts');
  const { runningFile } = await import('./local/product.ts');
  if (process.env['WECHAT_APP_ID'] === undefined && existsSync(runningFile(dataFolder))) {
    const { environment = {} } = JSON.parse(readFileSync(runningFile(dataFolder), 'utf8')) as {
      environment?: Record<string, string>;
    };
    Object.assign(process.env, environment);
  }
  process.exitCode = await weChatCommand(process.argv.slice(2), {
    settings: weChatFromEnvironment(),
    origin: (process.env['PAGES_ORIGIN'] ?? 'https://您的域名').replace(/\/$/u, ''),
    print: console.log,
  });
}
