/** Proposes, for a matter just filed, whose it is and what it is about; a person decides. */
import { storedTriage } from '../../../.build/understanding/triage.js';
import { understand } from '../../guidance/understanding/understand.ts';
import { triager } from './triager.ts';

/**
 * Offline and always the same for the same words. Unpacks its model at the first call, so import it where a matter is filed
 * and nowhere else. Reads the first 1,600 signs; never fails, whatever is written.
 */
export const proposeTriage = triager(storedTriage, understand);
