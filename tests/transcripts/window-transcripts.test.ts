/** The same conversations through the real windows: handlers, session cookies, the real database, an officer at the console. */
import type { Reply } from '../../models/conversation/content.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';
import { describeTranscript, offices, settings, transcripts } from './expectations.ts';
import { play, type Transcript } from './transcript.ts';

/** Their numbers of people and minutes are sample data of a queue; the queue's own numbers are tested at the desk. */
const queueNumbers = new Set(['person-first-then-bot', 'motorcycle-one-id']);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

type Line = { seq: number; from: string; content: Reply | { type: 'text' } };

async function playThroughWindows(t: Transcript): Promise<Reply[][]> {
  process.env['CLOCK_AHEAD_MS'] = String(Date.parse(t.given.now) - Date.now());
  const { wired, wireWith } = await import('../../handlers/wiring.ts');
  await import('../../handlers/http/chat.ts');
  wireWith({});
  const { deps } = await wired();
  const office = offices[t.office];
  const officer = `o-${t.id.slice(0, 30)}`;
  const staff: Caller = await employ(officer, '李', 'officer', office);
  await deps.desks.listen(office, { socket: `console-${officer}`, staff: officer as never });
  // The number that the transcript shows is the twelfth of its day.
  if (t.id === 'night-asks-for-person')
    for (let n = 0; n < 11; n++) await deps.conversations.nextNumber(office, '2026-11-17' as never, 'message');

  const citizen = somebody();
  const elder = settings[t.id]?.elder === true;
  await call('GET /api/chat', citizen, { office, ...(elder ? { elder: 'true' } : {}) });
  let id = '';
  let seen = 0;
  const news = async (): Promise<Reply[]> => {
    const { lines, conversation } = (await call('GET /api/chat', citizen, { after: seen })).body as {
      lines: Line[];
      conversation: { id: string };
    };
    ({ id } = conversation);
    seen = lines.at(-1)?.seq ?? seen;
    return lines.filter((line) => line.from === 'bot').map((line) => line.content as Reply);
  };
  return play(t, {
    async citizen(text) {
      const said = await call('POST /api/chat/messages', citizen, {
        delivery: delivery(),
        content: { type: 'text', text },
        after: seen,
      });
      expect(said.status).toBe(200);
      return news();
    },
    async claim() {
      expect((await call('POST /api/desk/conversations/{id}/claim', staff, { id })).status).toBe(200);
    },
    async officer(text) {
      expect(
        (await call('POST /api/desk/conversations/{id}/messages', staff, { id, delivery: delivery(), text, seen: 999 }))
          .status,
      ).toBe(200);
    },
    async handBack() {
      expect((await call('POST /api/desk/conversations/{id}/back-to-bot', staff, { id })).status).toBe(200);
      return news();
    },
  });
}

const played = new Map<string, Promise<Reply[][]>>();
// One after the other: they share the clock.
let before: Promise<unknown> = Promise.resolve();
const playOnce = (t: Transcript): Promise<Reply[][]> => {
  const known = played.get(t.id);
  if (known !== undefined) return known;
  const shown = before.then(() => playThroughWindows(t));
  before = shown.catch(() => undefined);
  played.set(t.id, shown);
  return shown;
};

for (const id of transcripts.filter((name) => !queueNumbers.has(name))) describeTranscript(id, playOnce);
