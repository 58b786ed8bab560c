/** Puts the menu of the configuration under the talk; answers what the platform says. */
import type { WeChatSettings } from '../../handlers/gateways/wechat-settings.ts';
import { asButton, usualMenu } from '../../models/wechat/menu.ts';
import { askPlatform, type Told } from './ask-platform.ts';

export const putMenu = (settings: WeChatSettings, origin: string): Promise<Told> =>
  askPlatform(settings).post('/cgi-bin/menu/create', { button: usualMenu(origin).map(asButton) });
