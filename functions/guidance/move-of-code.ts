/** What a button meant when it was shown. */
import type { Grade } from '../../models/conversation/rating.ts';
import type { Command } from '../../models/guidance/answers/commands.ts';
import type { Facet } from '../../models/guidance/answers/facets.ts';
import { factById } from '../../models/guidance/answers/facts.ts';
import { serviceFor } from './about-the-matter.ts';
import type { Move } from './move.ts';
import type { Scene } from './talk.ts';

export function commandMove(command: Command, scene: Scene): Move {
  if (command === 'done')
    return { kind: 'mood', mood: scene.talk.topics.length > 0 || scene.talk.last !== undefined ? 'ack' : 'greeting' };
  if (command === 'unsubscribe') return { kind: 'notices', value: 'ask' };
  if (command === 'resubscribe') return { kind: 'notices', value: 'all' };
  return { kind: 'command', command };
}

/** The meaning of a button. */
export function moveOfCode(code: string, scene: Scene): Move | undefined {
  const [kind = '', rest = ''] = code.split(/:(.*)/s);
  if (kind === 'label')
    return rest.startsWith('intent:')
      ? { kind: 'intent', intent: rest }
      : { kind: 'need', service: rest, because: [], certain: true };
  if (kind === 'facet') return { kind: 'facet', facet: rest as Facet, services: scene.talk.topics.slice(-2) };
  if (kind === 'grade') return { kind: 'grade', grade: rest as Grade };
  if (kind === 'settle') return scene.open === undefined ? undefined : { kind: 'settle', value: rest };
  if (kind === 'command') return commandMove(rest as Command, scene);
  if (kind === 'report') return { kind: 'report', value: rest };
  if (kind === 'clerk') return { kind: 'clerk', value: rest };
  if (kind === 'release') return { kind: 'release', value: rest };
  if (kind === 'notices') return { kind: 'notices', value: rest };
  if (kind === 'helper') return { kind: 'helper', value: rest };
  if (kind === 'call-back') return { kind: 'call-back', value: rest };
  if (kind === 'own') return { kind: 'own', value: rest };
  if (kind === 'mood') return { kind: 'mood', mood: rest as 'ack' };
  if (kind === 'intent') return { kind: 'intent', intent: `intent:${rest}` };
  if (kind === 'decline') return { kind: 'decline', of: rest };
  if (kind === 'steps') {
    const card = scene.knowledge.steps().find(({ id }) => id === rest);
    return card === undefined ? undefined : { kind: 'steps', card };
  }
  const fact = kind === 'fact' ? factById(rest) : undefined;
  return fact === undefined ? undefined : { kind: 'fact', fact, ...serviceFor(fact.of, scene.talk.topics, undefined) };
}
