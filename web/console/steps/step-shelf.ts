/** The step cards: those in use, those that wait for a second officer, those taken back. */
import { reactive } from 'vue';
import type { EditCard, OfficeCard, ProposeCard } from '../../../models/guidance/step-cards/office-card.ts';
import type { StepCard } from '../../../models/guidance/step-cards/step-card.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Answer } from '../desk-requests.ts';

type Cards = { inForce: StepCard[]; published: OfficeCard[]; proposed: OfficeCard[]; rolledBack: OfficeCard[] };
type One = { card: OfficeCard };

export function createStepShelf(connection: Pick<DeskConnection, 'request'>) {
  const shelf = reactive<Cards & { status: 'loading' | 'ready' | 'failed' }>({
    status: 'loading',
    inForce: [],
    published: [],
    proposed: [],
    rolledBack: [],
  });
  async function load(): Promise<void> {
    const answer = await connection.request<Cards>('GET', '/api/knowledge/steps');
    if (answer.ok) Object.assign(shelf, answer.value);
    shelf.status = answer.ok || shelf.status === 'ready' ? 'ready' : 'failed';
  }
  const at = (id: string): string => `/api/knowledge/steps/${id}`;
  return {
    shelf,
    load,
    propose: (words: ProposeCard): Promise<Answer<One>> => connection.request('POST', '/api/knowledge/steps', words),
    save: ({ id, ...words }: EditCard): Promise<Answer<One>> => connection.request('PUT', at(id), words),
    publish: ({ id, version }: OfficeCard): Promise<Answer<One>> =>
      connection.request('POST', `${at(id)}/publish`, { version }),
    rollBack: ({ id, version }: OfficeCard): Promise<Answer<One>> =>
      connection.request('POST', `${at(id)}/roll-back`, { version }),
  };
}
export type StepShelf = ReturnType<typeof createStepShelf>;
