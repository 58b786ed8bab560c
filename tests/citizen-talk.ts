/** A citizen at the real window: cookies, deliveries, codes that arrive on the phone. */
import { createHash, randomUUID } from 'node:crypto';
import type { Deps } from '../functions/deps.ts';
import { openConversation } from '../models/conversation/conversation.ts';
import type { Reply } from '../models/conversation/content.ts';
import { ConversationId, type OfficeId } from '../models/ids.ts';
import { call, delivery, somebody, type Answer, type Caller, type World } from './world.ts';

type Line = { seq: number; from: string; content: Reply | { type: 'text' } };
export type CitizenTalk = {
  caller: Caller;
  readonly id: ConversationId;
  say(text: string, as?: string): Promise<Reply[]>;
  /** All words, buttons and cards of the answer in one text. */
  ask(text: string): Promise<string>;
  /** The newest code that a phone got. */
  code(phone: string): string;
  /** Sends an invented photo; answers its id. What the assistant says of it is the next news. */
  photo(): Promise<string>;
  news(): Promise<Reply[]>;
  lines(): Promise<Line[]>;
  /** The same browser begins a new conversation. */
  restart(): Promise<void>;
};

const idOf = ({ body }: Answer): ConversationId => ConversationId.parse((body['conversation'] as { id: string }).id);

/** `bound`: a phone that the channel or an earlier code has shown to be this person's. */
export async function openCitizenTalk(
  world: World,
  deps: Deps,
  { office = 'yinchuan', bound, language }: { office?: OfficeId; bound?: string; language?: 'en' } = {},
): Promise<CitizenTalk> {
  const caller = somebody();
  const opened = await call('GET /api/chat', caller, { office, ...(language === undefined ? {} : { lang: language }) });
  let id = idOf(opened);
  if (bound !== undefined)
    await deps.conversations.commit(
      undefined,
      {
        ...openConversation(id, { office, channel: 'web', language: 'zh', elder: false }, deps.now()),
        phone: bound,
        confirmed: bound,
      },
      [],
    );
  let seen = 0;
  const read = async (after: number): Promise<Line[]> => {
    const { lines } = (await call('GET /api/chat', caller, { after })).body as { lines: Line[] };
    return lines;
  };
  const news = async (): Promise<Reply[]> => {
    const lines = await read(seen);
    seen = lines.at(-1)?.seq ?? seen;
    return lines.filter((line) => line.from === 'bot').map((line) => line.content as Reply);
  };
  const say = async (text: string, as = delivery()): Promise<Reply[]> => {
    const said = await call('POST /api/chat/messages', caller, {
      delivery: as,
      content: { type: 'text', text },
      after: seen,
    });
    if (said.status !== 200) throw new Error(JSON.stringify(said.body));
    return news();
  };
  return {
    caller,
    get id() {
      return id;
    },
    say,
    news,
    lines: () => read(0),
    async restart() {
      id = idOf(await call('POST /api/chat/restart', caller));
      seen = 0;
    },
    ask: async (text) =>
      (await say(text))
        .flatMap((r) => [
          r.say,
          ...r.buttons.map((b) => `[${b.label}]`),
          r.card?.title ?? '',
          ...(r.card?.items ?? []).map((i) => `${i.label ?? ''}${i.text}${i.note ?? ''}`),
        ])
        .join('\n'),
    async photo() {
      const bytes = Buffer.from(`photo ${randomUUID()}`);
      const started = await call('POST /api/attachments', caller, {
        mime: 'image/jpeg',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('base64'),
        width: 800,
        height: 600,
      });
      const { attachment, upload } = started.body as {
        attachment: string;
        upload: { url: string; headers: Record<string, string> };
      };
      const put = await fetch(upload.url, { method: 'PUT', body: bytes, headers: upload.headers });
      if (!put.ok) throw new Error(await put.text());
      const said = await call('POST /api/chat/messages', caller, {
        delivery: delivery(),
        content: { type: 'photo', attachment, mime: 'image/jpeg', bytes: bytes.length, width: 800, height: 600 },
        after: seen,
      });
      if (said.status !== 200) throw new Error(JSON.stringify(said.body));
      return attachment;
    },
    code: (phone) => world.sms.findLast((m) => m.to === phone)?.values['code'] ?? '',
  };
}
