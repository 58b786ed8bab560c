import fc from 'fast-check';
import type { DeliveryId } from '../../models/ids.ts';
import { createOutbox, type Box } from '../../web/citizen/outbox.ts';
import { createTransport, type Snapshot, type Transport } from '../../web/citizen/transport.ts';
import { createBox, createFakeClock, createFakeOffice, fairWeather, type Weather } from './fake-office.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const words = (text: string) => ({ type: 'text' as const, text });
const textsOf = (snapshot: Snapshot): string[] =>
  snapshot.lines.flatMap(({ from, content }) => (from === 'citizen' && content.type === 'text' ? [content.text] : []));

function createWorld(weatherAtFirst: Weather = fairWeather) {
  const clock = createFakeClock();
  let weather = weatherAtFirst;
  const office = createFakeOffice(clock, () => weather);
  let born = 0;
  let visible = true;
  const openPage = (box: Box | undefined = createBox(), tab = 'tab-1') => {
    const seen: Snapshot[] = [];
    const transport: Transport = createTransport(
      {
        http: office.http,
        openSocket: office.openSocket,
        clock,
        random: () => 0.5,
        newDelivery: () => `delivery-${++born}` as DeliveryId,
        isVisible: () => visible,
        wishes: () => ({}),
        outbox: createOutbox(box, tab, clock.now),
      },
      (snapshot) => seen.push(snapshot),
    );
    transport.start();
    return {
      transport,
      now: (): Snapshot => {
        const last = seen[seen.length - 1];
        if (!last) throw new Error('nothing was told');
        return last;
      },
    };
  };
  return {
    clock,
    office,
    openPage,
    setWeather(next: Weather) {
      weather = next;
    },
    setVisible(next: boolean) {
      visible = next;
    },
  };
}

test('a message goes over the socket and comes back with its answer', async () => {
  const { clock, office, openPage } = createWorld();
  const page = openPage();
  await clock.turn(SECOND);
  expect(page.now().connection).toBe('live');
  page.transport.say(words('换驾照'));
  expect(page.now().unsent).toHaveLength(1);
  await clock.turn(SECOND);
  expect(page.now().unsent).toHaveLength(0);
  expect(page.now().lines.map(({ from }) => from)).toEqual(['citizen', 'bot']);
  expect(office.requests.filter(({ path }) => path === '/api/chat/messages')).toHaveLength(0);
});

test('messages written without a network go out in order, once, when it is back', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  const page = openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, request: () => 'lost', socketOpens: () => false });
  page.transport.wentOffline();
  for (const text of ['一', '二', '三']) page.transport.say(words(text));
  await clock.turn(MINUTE);
  expect(page.now().connection).toBe('offline');
  expect(page.now().unsent).toHaveLength(3);
  setWeather(fairWeather);
  page.transport.woke();
  await clock.turn(5 * SECOND);
  expect(textsOf(page.now())).toEqual(['一', '二', '三']);
  expect(office.talk().lines).toHaveLength(6);
  expect(page.now().unsent).toHaveLength(0);
});

test('what was not acknowledged survives a reload of the page and keeps its delivery number', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  const box = createBox();
  const first = openPage(box);
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, frame: () => 'cut', request: () => 'lost' });
  const delivery = first.transport.say(words('还在吗'));
  await clock.turn(SECOND);
  first.transport.stop();
  setWeather(fairWeather);
  const second = openPage(box);
  await clock.turn(SECOND);
  expect(textsOf(second.now())).toEqual(['还在吗']);
  expect(office.talk().lines[0]?.delivery).toBe(delivery);
  expect(box.keys()).toEqual([]);
});

test('another tab takes over what a closed tab left behind', async () => {
  const { clock, openPage, setWeather } = createWorld();
  const box = createBox();
  const left = openPage(box, 'tab-1');
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, request: () => 'lost', frame: () => 'cut' });
  left.transport.say(words('先别走'));
  await clock.turn(SECOND);
  left.transport.stop();
  setWeather(fairWeather);
  const right = openPage(box, 'tab-2');
  await clock.turn(SECOND);
  expect(right.now().unsent).toHaveLength(0);
  await clock.turn(30 * SECOND);
  right.transport.woke();
  await clock.turn(SECOND);
  expect(textsOf(right.now())).toEqual(['先别走']);
});

test('without a socket it posts, and asks every three seconds', async () => {
  const { clock, openPage, office } = createWorld({ ...fairWeather, socketOpens: () => false });
  const page = openPage();
  await clock.turn(5 * SECOND);
  expect(page.now().connection).toBe('polling');
  page.transport.say(words('有人吗'));
  await clock.turn(SECOND);
  expect(textsOf(page.now())).toEqual(['有人吗']);
  office.officerSays('有');
  await clock.turn(3 * SECOND + 100);
  expect(page.now().lines.map(({ from }) => from)).toEqual(['citizen', 'bot', 'officer']);
});

test('a hidden page that has nothing to send does not ask', async () => {
  const { clock, openPage, office, setVisible } = createWorld({ ...fairWeather, socketOpens: () => false });
  openPage();
  await clock.turn(10 * SECOND);
  setVisible(false);
  const before = office.requests.length;
  await clock.turn(MINUTE);
  expect(office.requests.length).toBe(before);
});

test('a push that got lost is noticed by the next one and asked for', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  const page = openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, frame: () => 'lost' });
  office.officerSays('一');
  await clock.turn(100);
  setWeather(fairWeather);
  office.officerSays('二');
  await clock.turn(25);
  expect(page.now().lines).toHaveLength(0);
  await clock.turn(SECOND);
  expect(page.now().lines.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('while somebody waits, a lost push is noticed within twenty seconds even if nothing follows', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  office.setState({ name: 'with-officer', officer: '刘一航' });
  const page = openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, frame: () => 'lost' });
  office.officerSays('您好');
  await clock.turn(100);
  setWeather(fairWeather);
  await clock.turn(21 * SECOND);
  expect(page.now().lines).toHaveLength(1);
});

test('a socket is pinged after 4 minutes and replaced after 110', async () => {
  const { clock, openPage, office } = createWorld();
  openPage();
  await clock.turn(SECOND);
  const [first] = office.sockets;
  await clock.turn(4 * MINUTE);
  expect(office.requests.filter(({ path }) => path === 'ping')).toHaveLength(1);
  await clock.turn(106 * MINUTE);
  const [second, ...others] = office.sockets;
  expect(second).not.toBe(first);
  expect(others).toHaveLength(0);
  expect(second?.open).toBe(true);
});

test('a socket that no longer answers is given up and replaced', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  const page = openPage();
  await clock.turn(MINUTE);
  const [first] = office.sockets;
  setWeather({ ...fairWeather, frame: () => 'lost' });
  page.transport.woke();
  await clock.turn(8 * SECOND);
  setWeather(fairWeather);
  await clock.turn(2 * SECOND);
  expect(office.sockets.has(first as never)).toBe(false);
  expect(page.now().connection).toBe('live');
});

test('sockets that end at once are opened ever more rarely', async () => {
  const { clock, openPage, office, setWeather } = createWorld();
  openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, frame: () => 'cut' });
  office.cutAll();
  let opened = 0;
  let last: unknown;
  for (let i = 0; i < 120; i++) {
    await clock.turn(SECOND);
    const [socket] = office.sockets;
    if (socket && socket !== last) opened += 1;
    last = socket ?? last;
  }
  expect(opened).toBeLessThan(12);
});

test('a refused message stays visible with its sentence and does not block the next', async () => {
  const { clock, openPage, office } = createWorld();
  office.refusals.set('太长', { status: 422, body: { kind: 'bad-input', sentence: '太长了，请分两次发。' } });
  const page = openPage();
  await clock.turn(SECOND);
  page.transport.say(words('太长'));
  page.transport.say(words('短'));
  await clock.turn(2 * SECOND);
  expect(textsOf(page.now())).toEqual(['短']);
  expect(page.now().unsent.map(({ refused }) => refused)).toEqual(['太长了，请分两次发。']);
  office.refusals.clear();
  page.transport.sayAgain(page.now().unsent[0]?.delivery as DeliveryId);
  await clock.turn(SECOND);
  expect(textsOf(page.now())).toEqual(['短', '太长']);
});

test('a pass that ran out is renewed once, and only a second no is taken for a no', async () => {
  const { clock, openPage, office } = createWorld();
  const no = { status: 403, body: { kind: 'not-allowed', sentence: '请重新打开这个页面。' } };
  office.refusals.set('一', no);
  const page = openPage();
  await clock.turn(SECOND);
  page.transport.say(words('一'));
  await clock.turn(100);
  office.refusals.clear();
  await clock.turn(3 * SECOND);
  expect(textsOf(page.now())).toEqual(['一']);
  office.refusals.set('二', no);
  page.transport.say(words('二'));
  await clock.turn(5 * SECOND);
  expect(page.now().unsent.map(({ refused }) => refused)).toEqual(['请重新打开这个页面。']);
});

test('a message that the office fails on is kept, shown as stuck, and tried again by itself', async () => {
  const { clock, openPage, setWeather } = createWorld({ ...fairWeather, socketOpens: () => false });
  const page = openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, socketOpens: () => false, request: () => 'broken' });
  const delivery = page.transport.say(words('摩托车年检'));
  await clock.turn(SECOND);
  expect(page.now().stuck?.delivery).toBe(delivery);
  await clock.turn(MINUTE);
  setWeather({ ...fairWeather, socketOpens: () => false });
  await clock.turn(31 * SECOND);
  expect(page.now().stuck).toBeUndefined();
  expect(textsOf(page.now())).toEqual(['摩托车年检']);
});

test('beginning anew empties the page and goes on in the new conversation', async () => {
  const { clock, openPage } = createWorld();
  const page = openPage();
  await clock.turn(SECOND);
  page.transport.say(words('旧事'));
  await clock.turn(SECOND);
  const done = page.transport.restart();
  await clock.turn(SECOND);
  expect(await done).toBe(true);
  expect(page.now().lines).toHaveLength(0);
  page.transport.say(words('新事'));
  await clock.turn(2 * SECOND);
  expect(textsOf(page.now())).toEqual(['新事']);
  expect(page.now().connection).toBe('live');
});

test('a page whose other tab began anew follows to the new conversation', async () => {
  const { clock, openPage } = createWorld();
  const stays = openPage(createBox(), 'tab-1');
  const restarts = openPage(createBox(), 'tab-2');
  await clock.turn(SECOND);
  stays.transport.say(words('旧事'));
  await clock.turn(SECOND);
  void restarts.transport.restart();
  await clock.turn(SECOND);
  restarts.transport.say(words('新事'));
  await clock.turn(SECOND);
  stays.transport.wentOffline();
  stays.transport.woke();
  await clock.turn(2 * SECOND);
  expect(textsOf(stays.now())).toEqual(['新事']);
});

test('storage that is full or forbidden costs the copy, not the message', async () => {
  const { clock, openPage } = createWorld();
  const forbidden: Box = {
    get length(): number {
      throw new Error('forbidden');
    },
    key: () => null,
    getItem: () => null,
    setItem() {
      throw new Error('full');
    },
    removeItem() {
      throw new Error('forbidden');
    },
  };
  const page = openPage(forbidden);
  page.transport.say(words('在'));
  await clock.turn(2 * SECOND);
  expect(textsOf(page.now())).toEqual(['在']);
});

test('one message is under way at a time', async () => {
  const { clock, openPage, office } = createWorld();
  const page = openPage();
  await clock.turn(SECOND);
  for (const text of ['一', '二', '三']) page.transport.say(words(text));
  await clock.turn(25);
  expect(office.requests.filter(({ path }) => path === 'say')).toHaveLength(1);
  await clock.turn(SECOND);
  expect(office.requests.filter(({ path }) => path === 'say')).toHaveLength(3);
});

test('a message whose acknowledgement got lost is not sent again once its line has come', async () => {
  const { clock, openPage, office, setWeather } = createWorld({ ...fairWeather, socketOpens: () => false });
  const page = openPage();
  await clock.turn(SECOND);
  setWeather({ ...fairWeather, socketOpens: () => false, request: () => 'answer-lost' });
  page.transport.say(words('一'));
  await clock.turn(100);
  setWeather({ ...fairWeather, socketOpens: () => false });
  await clock.turn(MINUTE);
  expect(office.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(page.now().unsent).toHaveLength(0);
});

test('what waits from last time is shown before the office is reached', async () => {
  const { clock, openPage, setWeather } = createWorld({ ...fairWeather, request: () => 'lost' });
  const box = createBox();
  const first = openPage(box);
  first.transport.say(words('一'));
  first.transport.stop();
  const second = openPage(box);
  expect(second.now().unsent).toHaveLength(1);
  setWeather(fairWeather);
  await clock.turn(2 * SECOND);
  expect(textsOf(second.now())).toEqual(['一']);
});

/** Steps of an hour in which everything goes wrong, drawn by the property. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), page: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('officer' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('offline' as const), page: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('online' as const), page: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), page: fc.nat(1) }) },
);

test('with any drops, cuts, repeats and reloads, in two tabs: nothing lost, nothing doubled, all in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.boolean(),
      fc.infiniteStream(fc.nat(99)),
      async (steps, oneDevice, chance) => {
        const roll = (): number => chance.next().value as number;
        const bad: Weather = {
          delay: () => 1 + roll() * 9,
          request: () => {
            const n = roll();
            return n < 60 ? 'fine' : n < 75 ? 'lost' : n < 90 ? 'answer-lost' : 'broken';
          },
          socketOpens: () => roll() < 80,
          frame: () => {
            const n = roll();
            return n < 70 ? 'fine' : n < 82 ? 'lost' : n < 92 ? 'twice' : 'cut';
          },
        };
        const { clock, office, openPage, setWeather } = createWorld(bad);
        const shared = createBox();
        const boxes = oneDevice ? [shared, shared] : [createBox(), createBox()];
        const pages = boxes.map((box, i) => openPage(box, `tab-${i}`));
        const written: string[][] = [[], []];
        for (const now of steps) {
          const n = 'page' in now ? now.page : 0;
          const page = pages[n] as ReturnType<typeof openPage>;
          if (now.do === 'say') {
            const text = `${n}:${written[n]?.length ?? 0}`;
            written[n]?.push(text);
            page.transport.say(words(text));
          } else if (now.do === 'officer') office.officerSays('您好');
          else if (now.do === 'wait') await clock.turn(now.ms);
          else if (now.do === 'cut') office.cutAll();
          else if (now.do === 'offline') page.transport.wentOffline();
          else if (now.do === 'online') page.transport.woke();
          else {
            page.transport.stop();
            pages[n] = openPage(boxes[n], `tab-${n}`);
          }
        }
        setWeather(fairWeather);
        for (const page of pages) page.transport.woke();
        await clock.turn(5 * MINUTE);
        // A last line shows every page what it may have missed.
        office.officerSays('再见');
        await clock.turn(MINUTE);

        const talk = office.talk();
        const saidBy = (n: number): string[] =>
          talk.lines.flatMap(({ from, content }) =>
            from === 'citizen' && content.type === 'text' && content.text.startsWith(`${n}:`) ? [content.text] : [],
          );
        expect(saidBy(0)).toEqual(written[0]);
        expect(saidBy(1)).toEqual(written[1]);
        for (const page of pages) {
          expect(page.now().unsent).toEqual([]);
          expect(page.now().lines).toEqual(talk.lines);
        }
        expect(boxes.flatMap((box) => box.keys())).toEqual([]);
        for (const page of pages) page.transport.stop();
      },
    ),
    { numRuns: 120 },
  );
});
