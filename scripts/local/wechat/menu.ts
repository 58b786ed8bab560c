/** The menu under the talk: what the platform takes, and what it refuses. */
import { PlatformRefusal } from './error-codes.ts';

export type MenuButton = {
  name: string;
  type?: string;
  key?: string;
  url?: string;
  sub_button?: MenuButton[];
};
export type Menu = { button: MenuButton[] };

/** Names beyond these lengths are refused; shorter ones (4 and 8 characters) are shown whole. */
const NAME_BYTES = 16;
const SUB_NAME_BYTES = 60;

export function checkMenu(given: unknown): Menu {
  const button = (given as Partial<Menu> | undefined)?.button;
  if (!Array.isArray(button) || button.length < 1 || button.length > 3) throw new PlatformRefusal(40016);
  for (const one of button) {
    if (Buffer.byteLength(one.name) > NAME_BYTES || one.name === '') throw new PlatformRefusal(40018);
    const below = one.sub_button ?? [];
    if (below.length > 5) throw new PlatformRefusal(40023);
    for (const sub of below) {
      if (Buffer.byteLength(sub.name) > SUB_NAME_BYTES || sub.name === '') throw new PlatformRefusal(40018);
      if (sub.type === 'view' && !isAddress(sub.url)) throw new PlatformRefusal(40054);
    }
    if (below.length === 0 && one.type === 'view' && !isAddress(one.url)) throw new PlatformRefusal(40055);
  }
  return { button };
}

const isAddress = (url: string | undefined): boolean => /^https?:\/\//u.test(url ?? '');
