/** WeChat's own browser gives pages no camera on many phones: the page has to be opened in another one. */
export const isWeChat = (userAgent: string): boolean => /MicroMessenger/iu.test(userAgent);
