/** All the small answers, and the place where a clerk looks one up by its name. */
import type { Fact } from './fact.ts';
import { everyday } from './facts/everyday.ts';
import { inspection } from './facts/inspection.ts';
import { licenceAge } from './facts/licence-age.ts';
import { licenceGetting } from './facts/licence-getting.ts';
import { licencePapers } from './facts/licence-papers.ts';
import { mortgage } from './facts/mortgage.ts';
import { owning } from './facts/owning.ts';
import { plates } from './facts/plates.ts';
import { scrapping } from './facts/scrapping.ts';
import { violations } from './facts/violations.ts';

export const facts: readonly Fact[] = [
  ...licencePapers,
  ...licenceAge,
  ...licenceGetting,
  ...owning,
  ...mortgage,
  ...plates,
  ...inspection,
  ...scrapping,
  ...violations,
  ...everyday,
];

const byId: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.id, fact]));
export const factById = (id: string): Fact | undefined => byId.get(id);
