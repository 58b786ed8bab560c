/** Signals longer than one frame are cut into parts, and put together again on the other side. */
import type { roomLimits, Signal } from '../../models/room/requests.ts';

/** The office's own limit; written again because importing it would bring the whole schema library along. */
const MOST: (typeof roomLimits)['text'] = 24_000;
/** Room for the ticket and the rest of the message beside the signal. */
const WHOLE = 20_000;

export function cut(signal: Signal, id: string): Signal[] {
  const text = JSON.stringify(signal);
  if (text.length <= WHOLE) return [signal];
  // A cut text is quoted once more: what has to be escaped in it grows.
  const size = Math.min(MOST, WHOLE) / 2;
  const of = Math.ceil(text.length / size);
  return Array.from({ length: of }, (_, i) => ({
    part: { id, n: i + 1, of, text: text.slice(i * size, (i + 1) * size) },
  }));
}

/** One for each peer; parts may come in any order, of one signal at a time. */
export function createJoiner(): (signal: Signal) => Signal | undefined {
  let id = '';
  let parts: string[] = [];
  return (signal) => {
    if (!('part' in signal)) return signal;
    const { part } = signal;
    if (part.id !== id) [id, parts] = [part.id, []];
    parts[part.n - 1] = part.text;
    if (Object.keys(parts).length < part.of) return undefined;
    const text = parts.join('');
    [id, parts] = ['', []];
    return JSON.parse(text) as Signal;
  };
}
