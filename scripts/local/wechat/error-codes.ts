/** The refusals of the platform that the product may meet, with the words the platform uses. */
export const errorCodes = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40005: 'invalid file type',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40009: 'invalid image size',
  40013: 'invalid appid',
  40016: 'invalid button size',
  40018: 'invalid button name size',
  40023: 'invalid sub button size',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40054: 'invalid sub button url domain',
  40055: 'invalid button url domain',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  41001: 'access_token missing',
  41005: 'media data missing',
  42001: 'access_token expired',
  42003: 'code expired',
  43002: 'require POST method',
  43004: 'require subscribe',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45008: 'article size out of limit',
  45009: 'reach max api daily quota limit',
  45015: 'response out of time limit or subscription is canceled',
  45047: 'out of response count limit',
  45072: 'invalid command',
  45080: 'need sending message to user, or recving message from user in the last 30 seconds before typing',
  45081: 'you are already typing, can not typing again',
  46003: 'menu no exist',
  47001: 'data format error',
  48001: 'api unauthorized',
} as const satisfies Record<number, string>;
export type ErrorCode = keyof typeof errorCodes;

export class PlatformRefusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(errorCodes[code]);
    this.code = code;
  }
}
