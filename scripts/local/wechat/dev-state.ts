/** What travels between the page at /dev/wechat and the peer. */
import type { Said } from './deeds.ts';
import type { MenuButton } from './menu.ts';
import type { Bubble, Exchange, Faults } from './talk.ts';

export type DevPerson = {
  openId: string;
  name: string;
  following: boolean;
  blocks: boolean;
  /** Messages that may still be sent to this person without being asked. */
  left: number;
  typing: boolean;
  last: number;
};
export type DevState = {
  version: number;
  mode: string;
  people: DevPerson[];
  person: string;
  bubbles: Bubble[];
  menu: MenuButton[];
  faults: Faults;
  exchanges: Exchange[];
};
type SentImage = { type: 'image'; mime: Extract<Said, { type: 'image' }>['mime']; base64: string };
export type DevDeed =
  | { do: 'say'; person: string; said: Exclude<Said, { type: 'image' }> | SentImage }
  | { do: 'follow'; person: string; scene?: string }
  | { do: 'unfollow'; person: string }
  | { do: 'scan'; person: string; scene: string }
  | { do: 'tap'; person: string; button: MenuButton }
  | { do: 'block'; person: string; blocks: boolean }
  | { do: 'add'; name: string }
  | { do: 'faults'; faults: Partial<Faults> };
