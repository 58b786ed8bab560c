/** Understands what a person wants from the office, with the model built from the catalogue and the example lines. */
import { storedModel } from '../../../.build/understanding/model.js';
import { understander, type Label, type Understanding } from './understander.ts';

export type { Entity } from './entities.ts';
export type { Refusable } from './refusals.ts';
export type { Candidate, Label, Understanding } from './understander.ts';

const read = understander(storedModel);

/** `extra`: published corrections, weighed as neighbours of the message. */
export function understand(text: string, extra: readonly { text: string; label: Label }[] = []): Understanding {
  return read(text, extra);
}
