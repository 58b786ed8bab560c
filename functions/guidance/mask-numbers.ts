/** Shows a plate, an identity number or a phone number the way it is shown everywhere: enough to recognise, too little to misuse. */
import { maskIdNumber, maskPhone, maskPlate } from '../../models/conversation/masking.ts';
import { type Entity, findEntities } from '../../models/guidance/understanding/entities.ts';

const masked: ReadonlySet<Entity['kind']> = new Set(['plate', 'id-number', 'phone', 'vin', 'credit-code']);

function mask({ kind, value }: Entity): string {
  if (kind === 'plate') return maskPlate(value);
  return kind === 'phone' ? maskPhone(value) : maskIdNumber(value);
}

/** Longer runs of digits that no check recognises are hidden as well. */
const STRAY = /\d{7,}/g;

export const maskNumbers = (text: string): string =>
  maskEntities(text, masked).replace(STRAY, (run) => `${run.slice(0, 3)}****${run.slice(-2)}`);

const personal: ReadonlySet<Entity['kind']> = new Set(['id-number', 'phone']);
/** For officers: they work with plates and certificate numbers, and see a person's own numbers only with a reason. */
export const maskPersonal = (text: string): string => maskEntities(text, personal);

/** Half or full width: four signs in a row are the least that a number here has, a province and a letter the start of a plate. */
const MAY_HOLD_ONE =
  /[\dA-Za-z\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]{4}|\p{Script=Han}[A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A]/u;

function maskEntities(text: string, kinds: ReadonlySet<Entity['kind']>): string {
  // Most of what the assistant says holds nothing of the kind and needs no closer look.
  if (!MAY_HOLD_ONE.test(text)) return text;
  let out = '';
  let at = 0;
  for (const entity of findEntities(text)) {
    if (!kinds.has(entity.kind) || entity.start < at) continue;
    out += text.slice(at, entity.start) + mask(entity);
    at = entity.end;
  }
  return out + text.slice(at);
}
