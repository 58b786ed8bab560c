import fc from 'fast-check';
import { chainFaults, chainedText, sha256 } from '../../models/release/evidence-chain.ts';
import { evidenceComplete } from '../../models/release/evidence-complete.ts';
import { gapsOf, openOnes } from '../../models/release/evidence-gaps.ts';
import { lightOf } from '../../models/release/evidence-light.ts';
import { strictness } from '../../models/release/evidence-rules.ts';
import type { EvidenceLine } from '../../models/release/evidence.ts';
import { requiredCells } from '../../models/release/steps.ts';
import { instantOf } from '../../models/time.ts';
import {
  arrives,
  begins,
  chunk,
  consents,
  ends,
  everybody,
  joint,
  opens,
  record,
  RELEASE,
  START,
  ticks,
  wholeCall,
  type Event,
} from './some-call.ts';

const rules = strictness();

test('a whole call is complete: nothing is missing, no gap, no take left open', async () => {
  const { head, lines } = await record(wholeCall());
  expect(await chainFaults(RELEASE, lines)).toEqual([]);
  expect(gapsOf(lines, rules)).toEqual([]);
  expect(evidenceComplete(joint, lines)).toEqual([]);
  expect(head.openGaps).toEqual([]);
  expect(head.lastSeq).toBe(lines.length);
});

test('every word of every line is bound to its hash, and every line to the one before', async () => {
  const { head, lines } = await record(wholeCall());
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length - 1), fc.nat(), async (at, which) => {
      const line = lines[at];
      if (line === undefined) return;
      const forged = flipped(line, which);
      const changed = lines.map((one, i) => (i === at ? forged : one));
      const faults = await chainFaults(RELEASE, changed);
      expect(faults.length).toBeGreaterThan(0);
      // A forger who makes the hash fit again is found by the next line, or by the head.
      const { previous, hash: _hash, ...rest } = forged;
      const hash = await sha256(chainedText(rest, previous));
      if (hash === line.hash) return;
      const refitted = lines.map((one, i) => (i === at ? { ...forged, hash } : one));
      const hangs = refitted.at(-1)?.hash === head.lastHash;
      expect(hangs && (await chainFaults(RELEASE, refitted)).length === 0).toBe(false);
    }),
    { numRuns: 60 },
  );
});

/** The line with one of its values changed, wherever it stands. */
function flipped(line: EvidenceLine, which: number): EvidenceLine {
  const copy = structuredClone(line) as unknown as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>);
      else places.push([node, name]);
  };
  walk(copy);
  const [node, name] = places[which % places.length] ?? [copy, 'at'];
  const value = node[name];
  node[name] =
    typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value).slice(0, -1)}~`;
  return copy as unknown as EvidenceLine;
}

test('a line dropped, doubled or moved is found', async () => {
  const { lines } = await record(wholeCall());
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: lines.length - 2 }), async (at) => {
      const [one, two] = [lines[at], lines[at + 1]];
      if (one === undefined || two === undefined) return;
      const without = lines.filter((_, i) => i !== at);
      const doubled = lines.flatMap((line, i) => (i === at ? [line, line] : [line]));
      const swapped = lines.map((line, i) => (i === at ? two : i === at + 1 ? one : line));
      for (const forged of [without, doubled, swapped]) expect(await chainFaults(RELEASE, forged)).not.toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('each thing that is left out of a whole call is named', async () => {
  const whole = wholeCall();
  const without = async (drop: (event: Event) => boolean): Promise<string[]> => {
    const { lines } = await record(whole.filter((event) => !drop(event)));
    return evidenceComplete(joint, lines).map(({ what, cell, party }) => [what, cell ?? party ?? ''].join(' '));
  };
  for (const cell of requiredCells(joint))
    expect(await without(({ body }) => body.kind === 'step' && `${body.step}:${body.party}` === cell)).toContain(
      `step ${cell}`,
    );
  for (const party of ['owner', 'lender'] as const) {
    const of = (kind: string) => (event: Event) =>
      event.body.kind === kind && 'party' in event.body && event.body.party === party;
    expect(await without(of('code'))).toEqual([`code ${party}`]);
    expect(await without(of('statement'))).toEqual([`statement ${party}`]);
    expect(await without(of('consent'))).toEqual([`consent ${party}`]);
  }
  expect(await without(({ body }) => body.kind === 'take-end')).toEqual(['open-take ']);
});

test('who agreed only after they were in the recording did not consent', async () => {
  const late = wholeCall().map((event) =>
    event.body.kind === 'consent' && event.body.party === 'owner' ? { ...event, ms: 7_000 } : event,
  );
  const { lines } = await record(late);
  expect(evidenceComplete(joint, lines)).toMatchObject([{ what: 'consent', party: 'owner' }]);
});

test('a step ticked before what comes before it is out of order', async () => {
  const { lines } = await record(
    wholeCall().map((event) =>
      event.body.kind === 'step' && event.body.step === 'identity' && event.body.party === 'owner'
        ? { ...event, ms: 100_000 }
        : event,
    ),
  );
  expect(evidenceComplete(joint, lines)).toContainEqual(
    expect.objectContaining({ what: 'order', cell: 'challenge:owner' }),
  );
});

test('a chunk that never came is a gap with the steps that were being done, and they are not recorded', async () => {
  const whole = wholeCall();
  const { head, lines } = await record(whole.filter(({ body }) => body.kind !== 'chunk' || body.n !== 8));
  expect(head.openGaps).toHaveLength(1);
  const [gap] = gapsOf(lines, rules);
  expect(gap).toMatchObject({ party: 'officer', what: 'recording', fromMs: START + 35_000, toMs: START + 40_000 });
  expect(gap?.cells.length).toBeGreaterThan(0);
  const missing = evidenceComplete(joint, lines);
  expect(missing.map(({ what }) => what)).toContain('gap');
  expect(missing.filter(({ what }) => what === 'not-recorded').length).toBeGreaterThan(0);
});

test('what the lines show and what the head knows is the same, whatever goes wrong in a recording', async () => {
  const faulty = fc.record({
    lost: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
    jumps: fc.uniqueArray(fc.integer({ min: 2, max: 20 }), { maxLength: 3 }),
    absent: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }),
    restartAt: fc.option(fc.integer({ min: 3, max: 18 }), { nil: undefined }),
    unended: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(faulty, async ({ lost, jumps, absent, restartAt, unended }) => {
      const events: Event[] = [...consents(-1_000), begins(0), opens(2_000, 'identity:owner')];
      let shift = 0;
      let [take, n, zero] = ['take-0001', 0, 0];
      for (let piece = 1; piece <= 20; piece++) {
        if (piece === restartAt) {
          if (!unended) events.push(ends(zero + n * 5_000 + shift + 450, n, take));
          zero = (piece - 1) * 5_000 + shift + 3_000;
          [take, n, shift] = ['take-0002', 0, 0];
          events.push(begins(zero, take));
        }
        n += 1;
        if (jumps.includes(piece)) shift += 900;
        if (lost.includes(piece)) continue;
        const present = absent.includes(piece) ? (['lender', 'officer'] as const) : everybody;
        const made = chunk(n, {
          take,
          fromMs: (n - 1) * 5_000 + shift,
          toMs: n * 5_000 + shift,
          present: [...present],
        });
        events.push(arrives(made, zero));
      }
      const { head, lines } = await record(events);
      const gaps = gapsOf(lines, rules);
      expect(gaps.every(({ seq }) => seq !== undefined)).toBe(true);
      expect(openOnes(gaps).map(({ seq }) => seq)).toEqual(head.openGaps);
      const noted = lines.filter(({ body }) => body.kind === 'gap').map(({ seq }) => seq);
      expect(noted).toEqual(head.openGaps);
      // A gap that was struck out of the lines shows all the same.
      const [first] = noted;
      if (first !== undefined) {
        const struck = gapsOf(
          lines.filter(({ seq }) => seq !== first),
          rules,
        );
        expect(struck.filter(({ seq }) => seq === undefined)).toHaveLength(1);
      }
      const wrong = lost.some((piece) => piece < 20 && !lost.includes(20)) || absent.some((p) => !lost.includes(p));
      if (!wrong && jumps.length === 0 && restartAt === undefined && lost.length === 0) expect(gaps).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('somebody who is out of the picture while their step is done makes one gap, however long it lasts', async () => {
  const away = chunk(1).present.filter((party) => party !== 'owner');
  const { lines } = await record([
    ...consents(-1_000),
    begins(0),
    arrives(chunk(1)),
    opens(6_000, 'identity:owner'),
    ...[2, 3, 4].map((n) => arrives(chunk(n, { present: away }))),
    arrives(chunk(5)),
    ticks(27_000, 'identity:owner'),
  ]);
  expect(gapsOf(lines, rules)).toMatchObject([{ party: 'owner', what: 'picture', cells: ['identity:owner'] }]);
});

test('a number that was left out is a gap, even when the times fit together', async () => {
  const { lines } = await record([begins(0), arrives(chunk(1)), arrives(chunk(3, { fromMs: 5_000, toMs: 10_000 }))]);
  expect(gapsOf(lines, rules)).toMatchObject([{ party: 'officer', what: 'recording', seq: 4 }]);
});

test('absence while nobody does a step of theirs is no gap', async () => {
  const { lines } = await record([
    ...consents(-1_000),
    begins(0),
    opens(1_000, 'identity:lender'),
    ...[1, 2].map((n) => arrives(chunk(n, { present: ['lender', 'officer'] }))),
  ]);
  expect(gapsOf(lines, rules)).toEqual([]);
});

test('a light says sound, broke or not recording, for each party', async () => {
  const one = await record([...consents(-1_000), begins(0), opens(1_000, 'identity:owner'), arrives(chunk(1))]);
  const at = (ms: number) => instantOf(START + ms);
  const lights = (recorded: typeof one, ms: number) =>
    everybody.map((party) => lightOf(recorded.head, recorded.lines, party, at(ms)).light);
  expect(lights(one, 8_000)).toEqual(['sound', 'sound', 'sound']);
  const dark = ['not-recording', 'not-recording', 'not-recording'];
  // Nothing came for twenty seconds; or what comes was recorded long ago.
  expect(lights(one, 27_000)).toEqual(dark);
  const late = await record([...consents(-1_000), begins(0), { ms: 50_000, body: chunk(1) }]);
  expect(lights(late, 51_000)).toEqual(dark);
  const away = await record([arrives(chunk(2, { present: ['lender', 'officer'] }))], one);
  expect(lights(away, 12_000)).toEqual(['broke', 'sound', 'sound']);
  expect(lightOf(away.head, away.lines, 'owner', at(12_000))).toMatchObject({ seconds: 5, gaps: away.head.openGaps });
  const hole = await record([arrives(chunk(4))], away);
  expect(lights(hole, 22_000)).toEqual(['broke', 'broke', 'broke']);
});
