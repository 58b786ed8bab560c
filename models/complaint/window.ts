/** The “办不成事” counter as the assistant reaches it from a talk; every call may be made again and has one effect. */
import type { ComplaintId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { CitizenAct, FileComplaint } from './requests.ts';
import type { OwnMatter, Receipt } from './views.ts';

export type CodeSent = { tail: string; until: Instant };

/** A matter that somebody named: enough to ask for proof, nothing of what it holds. */
export type Named = { id: ComplaintId; number: string; tail?: string; own: boolean };

export interface MatterWindow {
  newId(): Promise<ComplaintId>;
  /** What the person wrote in this talk before this message, oldest first. */
  said(): Promise<readonly string[]>;
  /** Whether this kind of matter may be reported without a phone number. */
  mayBeNameless(report: FileComplaint): Promise<boolean>;
  /** Six digits to a phone; refuses when too many were sent. */
  sendCode(phone: string): Promise<Outcome<CodeSent>>;
  checkCode(phone: string, code: string): Promise<Outcome<void>>;
  /** A matter of the same person, open or just answered, that looks like this one. */
  alike(report: FileComplaint): Promise<OwnMatter | undefined>;
  /** The same draft files once, however often it is handed in. Refuses a phone that was not confirmed here. */
  file(report: FileComplaint, upTo: number): Promise<Outcome<Receipt>>;
  /** The receipt of a draft that was filed already. */
  receipt(id: ComplaintId): Promise<Outcome<Receipt>>;

  /** By its number. `own`: filed or proven in this talk, or under the phone that was confirmed here. */
  named(number: string): Promise<Outcome<Named>>;
  /** A code to the phone on file, which is not told to the assistant. */
  sendCodeFor(id: ComplaintId): Promise<Outcome<CodeSent>>;
  checkCodeFor(id: ComplaintId, code: string): Promise<Outcome<void>>;
  /** The eight characters of the receipt. */
  checkReceiptCode(number: string, code: string): Promise<Outcome<ComplaintId>>;
  /** By number and a phone that was confirmed in this talk; refused alike whatever else is filed under the number. */
  receiptAgain(number: string, phone: string): Promise<Outcome<Receipt>>;
  /** Everything filed under a confirmed phone, newest first. */
  ofPhone(phone: string): Promise<readonly OwnMatter[]>;
  read(id: ComplaintId): Promise<Outcome<OwnMatter>>;
  act(id: ComplaintId, what: CitizenAct): Promise<Outcome<OwnMatter>>;
}
