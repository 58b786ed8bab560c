/** What the assistant decided to do with one message; each kind is carried out by one duty. */
import type { Grade } from '../../models/conversation/rating.ts';
import type { Command } from '../../models/guidance/answers/commands.ts';
import type { Facet } from '../../models/guidance/answers/facets.ts';
import type { Fact } from '../../models/guidance/answers/fact.ts';
import type { StepCard } from '../../models/guidance/step-cards/step-card.ts';

export type Move =
  | { kind: 'silent' }
  | { kind: 'note-while-waiting' }
  | { kind: 'photo'; attachment: string }
  /** Places of a photo that the person is stuck at. */
  | { kind: 'pointed' }
  /** The buttons are asked for, and a card tells them. */
  | { kind: 'steps'; card: StepCard }
  /** A step of a card is too hard. */
  | { kind: 'stuck'; step: number }
  | { kind: 'place'; lat: number; lon: number }
  /** The words answer the question that is open. */
  | { kind: 'settle'; value: string }
  | { kind: 'command'; command: Exclude<Command, 'done' | 'unsubscribe' | 'resubscribe'> }
  /** What the person wants to be told by itself: asked, less, everything again. */
  | { kind: 'notices'; value: string }
  | { kind: 'grade'; grade: Grade }
  | { kind: 'mood'; mood: 'insult' | 'praise' | 'thanks' | 'bye' | 'greeting' | 'ack' }
  | { kind: 'trouble'; service?: string }
  /** A report to the “办不成事” window is begun, gone on with, put aside. */
  | { kind: 'report'; value: string }
  /** A release by video is arranged: begun, gone on with, changed, put aside. */
  | { kind: 'release'; value: string }
  /** A lender's clerk asks for customers. */
  | { kind: 'clerk'; value: string }
  /** One's own matter: its progress, and what one does with it. */
  | { kind: 'own'; value: string }
  /** Somebody is named who helps all the way, or taken back. */
  | { kind: 'helper'; value: string }
  /** The office calls: a code, another time, not at all. */
  | { kind: 'call-back'; value: string }
  /** To come first, or like everybody. */
  | { kind: 'lane' }
  | { kind: 'decline'; of: string; agency?: string }
  | { kind: 'fact'; fact: Fact; service?: string }
  | { kind: 'facet'; facet: Facet; services: readonly string[] }
  | {
      kind: 'need';
      service: string;
      because: readonly string[];
      second?: string;
      secondSure?: boolean;
      certain: boolean;
    }
  | { kind: 'intent'; intent: string }
  /** Probably this: said back as a question before anything is answered. */
  | { kind: 'guess'; service: string }
  | { kind: 'choose'; labels: readonly string[]; missed: boolean }
  | { kind: 'miss' };
