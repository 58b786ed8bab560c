/** Shows a plate, an identity number or a phone number the way it is shown everywhere: enough to recognise, too little to misuse. */
import { type Entity, findEntities } from '../../models/guidance/understanding/entities.ts';

const masked: ReadonlySet<Entity['kind']> = new Set(['plate', 'id-number', 'phone', 'vin', 'credit-code']);

function mask({ kind, value }: Entity): string {
  if (kind === 'plate') return `${value.slice(0, 2)}****${value.slice(-1)}`;
  if (kind === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`;
  return `${value.slice(0, 4)}${'*'.repeat(Math.max(4, value.length - 8))}${value.slice(-4)}`;
}

/** Longer runs of digits that no check recognises are hidden as well. */
const STRAY = /\d{7,}/g;

export function maskNumbers(text: string): string {
  let out = '';
  let at = 0;
  for (const entity of findEntities(text)) {
    if (!masked.has(entity.kind) || entity.start < at) continue;
    out += text.slice(at, entity.start) + mask(entity);
    at = entity.end;
  }
  return (out + text.slice(at)).replace(STRAY, (run) => `${run.slice(0, 3)}****${run.slice(-2)}`);
}
