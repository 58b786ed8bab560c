/** Whether pages offer to go on in WeChat: only where an account is connected. */
export const weChatIsOffered = (): boolean => (process.env['WECHAT_APP_ID'] ?? '') !== '';
