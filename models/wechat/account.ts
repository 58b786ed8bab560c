/** The office's WeChat account as the rest of the office knows it: what it can send, fetch and be told; who carries it is for the gateway to know. */
import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import type { WeChatMenu } from './menu.ts';

/** Who writes, as the platform names them to this account. Personal: sealed wherever it is filed. */
export const OpenId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{6,64}$/)
  .brand('OpenId');
export type OpenId = z.infer<typeof OpenId>;

/** Why the platform did not take a message. `busy` alone is worth another try by itself. */
export const weChatFaults = [
  /** More than 48 hours since the person wrote, or a minute since they tapped (45015). */
  'outside-window',
  /** The messages that a word of the person allows are used up (45047). */
  'count-used',
  /** The person no longer follows the account (43004, 40003). */
  'not-following',
  /** The account lacks the permission or the template (48001, 40037). */
  'not-permitted',
  /** The account's own limit of the day (45009). */
  'daily-limit',
  /** The platform or the way to it failed; it may work later. */
  'busy',
  'not-taken',
] as const;
export type WeChatFault = (typeof weChatFaults)[number];

/** `message` is the platform's number for it, where it gives one. */
export type WeChatSent = { ok: true; message?: string } | { ok: false; fault: WeChatFault };

export type TemplateMessage = {
  to: OpenId;
  /** The platform sends one message for the same person and id, for ten minutes. */
  id: string;
  template: string;
  values: Record<string, string>;
  url?: string;
};

/** Nothing here throws: what did not work is told by its kind. */
export interface WeChatAccount {
  /** A late message (客服消息), which the person's own words allow. */
  sendText(to: OpenId, text: string): Promise<WeChatSent>;
  sendPicture(to: OpenId, media: string): Promise<WeChatSent>;
  sendTemplate(message: TemplateMessage): Promise<WeChatSent>;
  /** The bytes of what a person sent, for three days. */
  mediaOf(media: string): Promise<Outcome<Buffer>>;
  uploadPicture(bytes: Buffer, mime: string): Promise<Outcome<string>>;
  /** Whom a page was opened by, from the code that the platform's redirect brings; each code works once. */
  openIdOf(code: string): Promise<Outcome<OpenId>>;
  createMenu(menu: WeChatMenu): Promise<Outcome<void>>;
}

/** The platform's pass for its interfaces: one for the whole account, renewed by one function for all. */
export type AccessToken = { token: string; until: string };
export interface AccessTokens {
  find(): Promise<AccessToken | undefined>;
  /** One holder at a time renews it; false while another does. */
  lease(holder: string, untilMs: number, nowMs: number): Promise<boolean>;
  /** By the holder alone; the lease ends with it. */
  save(holder: string, token: AccessToken): Promise<boolean>;
  release(holder: string): Promise<void>;
}
