/** How the office files the codes that it sends to phones. */
import type { CodeUse, PhoneCode } from './phone-code.ts';

export interface PhoneCodes {
  find(use: CodeUse, phone: string): Promise<PhoneCode | undefined>;
  /** Over the version that was read; false when somebody else wrote first. */
  save(use: CodeUse, phone: string, slip: PhoneCode): Promise<boolean>;
  /** What a code is compared by; only this office's key makes it. */
  digestOf(phone: string, code: string): string;
  /** Names a phone in counters without naming it. */
  signOf(use: string, phone: string): string;
}
