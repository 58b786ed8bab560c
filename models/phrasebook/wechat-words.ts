import { weChatEn } from './wechat-en.ts';
import { weChatZh, type WeChatWords } from './wechat-zh.ts';

export const weChatWords = (language: 'zh' | 'en'): WeChatWords => (language === 'en' ? weChatEn : weChatZh);
