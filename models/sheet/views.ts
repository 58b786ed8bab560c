/** What each side sees of a guidance sheet: the person their list as it was told them, an officer the same with what is not told yet. */
import type { Text } from '../guidance/service.ts';
import type { AttachmentId, ConversationId, SheetId, StaffId } from '../ids.ts';
import type { Day, Instant } from '../time.ts';
import type { PaperShape } from './paper-shape.ts';
import type { PhotoDefect, PhotoFinding } from './photo-words.ts';
import type { GuidanceSheet, PaperState } from './sheet.ts';

export type ShownPhoto = {
  id: AttachmentId;
  at: Instant;
  /** `judged`: an officer has looked, and the person does not know it yet; never shown to them. */
  stands: 'waits' | 'judged' | 'good' | 'again';
  findings: PhotoFinding[];
  defects: PhotoDefect[];
  words?: string;
};

export type ShownPaper = {
  paper: string;
  name: Text;
  state: PaperState;
  who: Text;
  note?: Text;
  onlyIf?: Text;
  basis?: Text;
  /** False: no source confirms that it is asked for. */
  verified: boolean;
  by?: { name: string; at: Instant };
  explanation?: string;
  where?: string;
  /** The guide of the service that replaces it. */
  replacedIn?: { service: string; name: Text };
  /** Absent where there is nothing to photograph. */
  shape?: PaperShape;
  photos: ShownPhoto[];
};

export type ShownSheet = {
  id: SheetId;
  version: number;
  number: string;
  conversation: ConversationId;
  office: { id: string; name: Text };
  service: { id: string; name: Text };
  situation: Text;
  state: GuidanceSheet['state']['name'];
  by: string;
  lastAt: Instant;
  givenAt?: Instant;
  papers: ShownPaper[];
  notNeeded: Text[];
  code?: string;
  validTo?: Day;
  counts: Record<PaperState, number>;
};

export type ShownQuestion = { id: string; text: Text; chosen: string; options: { value: string; text: Text }[] };
/** For the console. */
export type StaffSheet = ShownSheet & {
  questions: ShownQuestion[];
  /** Who last changed which paper, so that crossing is seen. */
  openedBy: StaffId;
  /** Photos that wait for a verdict, and verdicts that wait to be told. */
  toJudge: number;
  toTell: number;
};

/** A line of the list of sheets with photos that nobody has judged. */
export type SheetRow = Pick<ShownSheet, 'id' | 'number' | 'conversation' | 'service' | 'lastAt'> & { toJudge: number };

/** At the counter. */
export type FoundCheck = {
  sheet: ShownSheet;
  /** `ended`: its last day is over. */
  stands: 'valid' | 'used' | 'ended';
  usedBy?: { name: string; at: Instant };
};
