/** What a lender's agent is told about the own mandate. */
import type { SmsMessage } from '../access/sms.ts';
import type { Day } from '../time.ts';

const TEMPLATE = 'agent-mandate-ends';

export const agentTemplates = (): { template: string; zh: string; en: string }[] => [
  {
    template: TEMPLATE,
    zh: '{lender}给您的视频解押委托书{until}到期，到期后账号自动停用。请把新的委托书交给负责人：{link}',
    en: 'Your mandate of {lender} for video releases ends on {until}, and your account with it. Please bring a new one: {link}',
  },
];

export const agentMessage = (until: Day, lender: string, origin: string): Omit<SmsMessage, 'id' | 'to'> => ({
  template: TEMPLATE,
  values: { lender, until, link: `${origin}/lender` },
  language: 'zh',
});
