/** How the office files the people who follow its account, and what they said that was not answered in time. */
import type { Along } from '../conversation/conversations.ts';
import type { DeliveryId, FollowerId, OfficeId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { OpenId } from './account.ts';
import type { Follower } from './follower.ts';
import type { Inbound } from './message.ts';

/** The name of the first filing of a message, before anything is done about it. */
export const ARRIVED = 'arrived';

/** A message that is owed an answer: filed when it arrives, and once more when the platform is told that the answer comes later. */
export type LateTurn = {
  follower: FollowerId;
  inbound: Inbound;
  office: OfficeId;
  /** The delivery that was not answered; `arrived` for the first filing. */
  attempt: string;
  tries: number;
};

export interface Followers {
  idOf(openId: OpenId): Promise<FollowerId>;
  find(id: FollowerId): Promise<Follower | undefined>;
  /**
   * Over the version that was read (0: not there yet); false when somebody else wrote first. `due`: when the sweep has to look at it.
   * `answered`: this message's arrival is over with it.
   */
  save(follower: Follower, due?: Instant, answered?: DeliveryId): Promise<boolean>;
  /** The same, to be written in the transaction of a turn. */
  along(follower: Follower, due: Instant | undefined, answered: DeliveryId): Promise<Pick<Along, 'writes'>>;
  /** Those whose time has come. */
  due(now: Instant, limit: number): Promise<FollowerId[]>;

  /** False: it is filed already. */
  fileLate(turn: LateTurn, due: Instant): Promise<boolean>;
  findLate(follower: FollowerId, id: DeliveryId, attempt: string): Promise<LateTurn | undefined>;
  /** Tried again at `due`; without it the turn is over, and its mark stays for a day. */
  saveLate(turn: LateTurn, due?: Instant): Promise<void>;
  dueLate(now: Instant, limit: number): Promise<LateTurn[]>;

  /** In plain mode the platform's seal covers no words: the first delivery with it says which. False: it comes with others. */
  bindNonce(nonce: string, digest: string): Promise<boolean>;

  /** Which talk a template message was about, for the platform's word on how it ended. */
  noteTemplate(message: string, follower: FollowerId): Promise<void>;
  ofTemplate(message: string): Promise<FollowerId | undefined>;
}
