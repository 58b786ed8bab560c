/** Where everything stands on the time ruler: days as lanes of their working time, drawn for the real width. Pure, so that it can be tested. */
import type { MatterFile } from '../../../models/complaint/views.ts';
import { dayNumber } from '../spoken-time.ts';

type Span = MatterFile['ruler'][number];
export type Bar = { x: number; width: number; kind: 'track' | 'filled' | 'pause' | 'off' };
export type DayMark = { x: number; at: number; off: boolean; today: boolean };
export type Drawing = {
  width: number;
  bars: Bar[];
  days: DayMark[];
  /** Where an instant stands. */
  x: (at: number) => number;
};

const GAP = { lunch: 3, night: 5, edge: 3 };
/** A day off is drawn, but thin. */
const OFF = 16;

/**
 * Working time and pauses share what is left of `width` after gaps and days off, each millisecond alike. `until` is how far the clock
 * has run: now, or its stop.
 */
export function drawRuler(spans: readonly Span[], width: number, until: number, now: number): Drawing {
  const pieces = spans.map((span) => ({ ...span, start: Date.parse(span.from), end: Date.parse(span.to) }));
  const isWork = (kind: Span['kind']): boolean => kind === 'worked' || kind === 'pause';
  const works = new Set(pieces.filter((p) => isWork(p.kind)).map((p) => dayNumber(p.start)));
  const isOff = (p: { kind: Span['kind'] }): boolean => p.kind === 'weekend' || p.kind === 'holiday';
  const fixedOf = (p: (typeof pieces)[number], index: number): number => {
    if (isWork(p.kind)) return 0;
    if (isOff(p)) return OFF + GAP.edge;
    if (p.kind === 'lunch') return GAP.lunch;
    // Evening and morning of one night make one gap; nothing before the first and after the last work.
    const before = pieces[index - 1];
    return before !== undefined && isWork(before.kind) && works.has(dayNumber(p.start)) ? GAP.night : 0;
  };
  const fixed = pieces.reduce((sum, p, index) => sum + fixedOf(p, index), 0);
  const working = pieces.filter((p) => isWork(p.kind)).reduce((sum, p) => sum + p.end - p.start, 0);
  const scale = working === 0 ? 0 : Math.max(0, width - fixed) / working;

  const bars: Bar[] = [];
  const stops: { at: number; x: number }[] = [];
  const days: DayMark[] = [];
  let x = 0;
  pieces.forEach((p, index) => {
    const wide = isWork(p.kind) ? (p.end - p.start) * scale : fixedOf(p, index);
    stops.push({ at: p.start, x }, { at: p.end, x: x + wide });
    const day = dayNumber(p.start);
    if ((isWork(p.kind) || isOff(p)) && days.every((mark) => dayNumber(mark.at) !== day))
      days.push({ x, at: p.start, off: isOff(p), today: day === dayNumber(now) });
    if (p.kind === 'pause') bars.push({ x, width: wide, kind: 'pause' });
    else if (isOff(p)) bars.push({ x, width: OFF, kind: 'off' });
    else if (p.kind === 'worked') {
      const cut = Math.min(p.end, Math.max(p.start, until));
      const filled = (cut - p.start) * scale;
      if (filled > 0) bars.push({ x, width: filled, kind: 'filled' });
      if (wide - filled > 0) bars.push({ x: x + filled, width: wide - filled, kind: 'track' });
    }
    x += wide;
  });
  return { width, bars, days, x: between(stops, width) };
}

function between(stops: readonly { at: number; x: number }[], width: number): Drawing['x'] {
  return (at) => {
    const next = stops.findIndex((stop) => stop.at >= at);
    if (next < 0) return stops.at(-1)?.x ?? width;
    const to = stops[next];
    const from = stops[next - 1];
    if (to === undefined || from === undefined) return to?.x ?? 0;
    return to.at === from.at ? to.x : from.x + ((to.x - from.x) * (at - from.at)) / (to.at - from.at);
  };
}

export type Label = { x: number; text: string; anchor: 'start' | 'middle' | 'end' };

/** Rough width of a text of 12 px: Chinese letters are square, others about half of that. */
export const widthOf = (text: string): number => {
  const square = text.match(/[\u2e80-\uffff]/gu)?.length ?? 0;
  return square * 12 + (text.length - square) * 6.8;
};

/** Keeps labels inside and apart; one that would cover an earlier one is left out, for the aria label says everything. */
export function placed(labels: readonly { x: number; text: string }[], width: number): Label[] {
  const taken: [number, number][] = [];
  const kept: Label[] = [];
  for (const { x, text } of labels) {
    const wide = widthOf(text);
    const anchor = x + wide > width ? 'end' : 'start';
    const edge = anchor === 'end' ? Math.max(x, wide) : x;
    const [from, to] = anchor === 'end' ? [edge - wide, edge] : [edge, edge + wide];
    if (taken.some(([a, b]) => from < b + 8 && to > a - 8)) continue;
    taken.push([from, to]);
    kept.push({ x: edge, text, anchor });
  }
  return kept;
}

/** Now (or the stop) and due under the ruler: each under its line, inside, and side by side where they come close. */
export function endLabels(
  now: { x: number; text: string },
  due: { x: number; text: string },
  width: number,
): { x: number; text: string }[] {
  const wide = { now: widthOf(now.text), due: widthOf(due.text) };
  const inside = (x: number, w: number): number => Math.max(0, Math.min(width - w, x - w / 2));
  const dueX = inside(due.x, wide.due);
  const nowX = inside(now.x, wide.now);
  const apart = nowX + wide.now + 10 <= dueX || dueX + wide.due + 10 <= nowX;
  const before = dueX - wide.now - 12;
  const after = dueX + wide.due + 12;
  const beside = now.x <= due.x && before >= 0 ? before : after + wide.now <= width ? after : before;
  return [
    { x: dueX, text: due.text },
    ...(apart ? [{ x: nowX, text: now.text }] : beside >= 0 ? [{ x: beside, text: now.text }] : []),
  ];
}
