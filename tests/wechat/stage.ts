/** An office with a WeChat account for one test file: people write, the stream runs, officers answer, time passes. */
import { claimConversation } from '../../functions/conversation/claim-conversation.ts';
import { replyToCitizen } from '../../functions/conversation/reply-to-citizen.ts';
import type { Deps } from '../../functions/deps.ts';
import { sweepWeChat } from '../../functions/wechat/sweep-wechat.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { DeliveryId, StaffId } from '../../models/ids.ts';
import { msOf } from '../../models/time.ts';
import { OpenId } from '../../models/wechat/account.ts';
import { postOf, type Follower } from '../../models/wechat/follower.ts';
import { pollStream, type Take } from '../../scripts/local/stream-poller.ts';
import { officer } from '../office-of-matters.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { delivered, eventOf, openPlatform, wordsIn, type Delivery, type Message, type Platform } from './platform.ts';

export type Stage = {
  world: World;
  platform: Platform;
  deps(): Promise<Deps>;
  /** Delivers once; answers the words of the reply, undefined for `success`. */
  deliver(one: Delivery): Promise<{ status: number; words: string | undefined }>;
  person(name: string): Person;
  /** At that time somebody is on duty, is asked for and takes the talk. */
  withOfficer(name: string, clock: string): Promise<Person>;
  /** Sets the office's clock, once the stream has nothing left: what is still at work would finish in the old time. */
  at(clock: string): Promise<void>;
  /** One round of the sweep. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
};
export type Person = {
  openId: string;
  message(fields: Message): Promise<Message>;
  /** Writes; answers what the reply says. */
  say(text: string): Promise<string>;
  send(fields: Message): Promise<string | undefined>;
  /** All late messages so far. */
  late(): string[];
  /** Who they are to the office; undefined while nothing of theirs is stored. */
  filed(): Promise<Follower | undefined>;
  follower(): Promise<Follower>;
  talk(): Promise<Conversation>;
  /** An officer takes the talk. */
  taken(): Promise<void>;
  /** The officer who took it writes. */
  officerSays(text: string): Promise<void>;
};

let number = 6_054_768_590_064;
const ma = officer('马晓燕', 'yinchuan');

export async function openStage(clock?: string): Promise<Stage> {
  const world = await openWorld(clock);
  const platform = await openPlatform();
  const { handler } = await import('../../handlers/http/wechat.ts');
  const stream = (await import('../../handlers/events/record-stream.ts')).handler as unknown as Take;
  const waiting: (() => void)[] = [];
  const poller = pollStream(world.endpoint, 'bancheng', stream, {
    everyMs: 25,
    idle: () => {
      for (const one of waiting.splice(0)) one();
    },
  });
  // The first may come from a look that began before; the second has seen everything.
  const quiet = async (): Promise<void> => {
    for (const _ of [1, 2]) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const deps = async (): Promise<Deps> => (await wired()).deps;
  const deliver: Stage['deliver'] = async (one) => {
    const { statusCode = 200, body } = await handler(eventOf('POST', one));
    return { status: statusCode, words: statusCode === 200 ? wordsIn(body) : undefined };
  };
  const at = async (to: string): Promise<void> => {
    await quiet();
    process.env['CLOCK_AHEAD_MS'] = String(Date.parse(to) - Date.now());
    wireWith({});
  };
  const person = (name: string): Person => personAt(`o${name}WeChat00000`, platform, deps, deliver);
  return {
    world,
    platform,
    deps,
    deliver,
    at,
    async withOfficer(name, clock) {
      await at(clock);
      const found = person(name);
      await (await deps()).desks.listen('yinchuan', { socket: 'console', staff: StaffId.parse('staff-1') });
      await found.say('人工');
      await found.taken();
      return found;
    },
    sweep: async () => {
      await sweepWeChat(await deps());
    },
    person,
    async stop() {
      await poller.stop();
      await platform.stop();
      await world.stop();
    },
  };
}

function personAt(openId: string, platform: Platform, deps: () => Promise<Deps>, deliver: Stage['deliver']): Person {
  const message = async (fields: Message): Promise<Message> => {
    const created = Math.floor(msOf((await deps()).now()) / 1000);
    const named = fields['MsgType'] === 'event' ? {} : { MsgId: String(number++) };
    return { ToUserName: 'gh_office', FromUserName: openId, CreateTime: created, ...fields, ...named };
  };
  const send = async (fields: Message): Promise<string | undefined> => {
    const { status, words } = await deliver(delivered(await message(fields), msOf((await deps()).now())));
    if (status !== 200) throw new Error(`the window answered ${String(status)}`);
    return words;
  };
  const filed = async (): Promise<Follower | undefined> => {
    const { followers } = await deps();
    return followers.find(await followers.idOf(OpenId.parse(openId)));
  };
  const follower = async (): Promise<Follower> => {
    const found = await filed();
    if (found === undefined) throw new Error('nobody is filed');
    return found;
  };
  const talk = async (): Promise<Conversation> => {
    const found = await (await deps()).conversations.find((await follower()).conversation);
    if (!found.ok) throw new Error('no talk');
    return found.value.conversation;
  };
  return {
    openId,
    message,
    send,
    filed,
    follower,
    talk,
    say: async (text) => (await send({ MsgType: 'text', Content: text })) ?? '',
    late: () => platform.textsTo(openId),
    async taken() {
      const claimed = await claimConversation(await deps(), ma, (await talk()).id);
      if (!claimed.ok) throw new Error(claimed.refusal.detail);
    },
    async officerSays(text) {
      const { id, lastSeq } = await talk();
      const said = await replyToCitizen(await deps(), ma, {
        id,
        delivery: DeliveryId.parse(delivery()),
        text,
        seen: lastSeq,
      });
      if (!said.ok) throw new Error(said.refusal.detail);
    },
  };
}

/** What has reached the person of their present talk; 0 while their first message is not filed yet. */
export const sentOf = async (person: Person): Promise<number> => {
  const follower = await person.filed();
  if (follower === undefined) return 0;
  return postOf(follower, follower.conversation)?.sent ?? 0;
};

/** Waits until it holds; fails with what stood there last. */
export async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean | Promise<boolean>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (await holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`it did not come: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
