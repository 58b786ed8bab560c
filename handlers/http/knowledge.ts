/** The window where officers teach the assistant. */
import * as z from 'zod';
import {
  editAnswer,
  listAnswers,
  proposeAnswer,
  publishAnswer,
  rollBackAnswer,
} from '../../functions/guidance/knowledge.ts';
import {
  editStepCard,
  listStepCards,
  proposeStepCard,
  publishStepCard,
  rollBackStepCard,
} from '../../functions/guidance/step-cards.ts';
import { EditAnswer, ListAnswers, OneAnswer, ProposeAnswer } from '../../models/guidance/published-answer.ts';
import { EditCard, OneCard, ProposeCard } from '../../models/guidance/step-cards/office-card.ts';
import { done } from '../../models/outcome.ts';
import { openWindow, staffRoute } from './window.ts';

export const handler = openWindow({
  'GET /api/knowledge/answers': staffRoute('read-knowledge', ListAnswers, listAnswers),
  'POST /api/knowledge/answers': staffRoute('edit-knowledge', ProposeAnswer, proposeAnswer),
  'PUT /api/knowledge/answers/{id}': staffRoute('edit-knowledge', EditAnswer, editAnswer),
  'POST /api/knowledge/answers/{id}/publish': staffRoute('publish-knowledge', OneAnswer, async (deps, by, input) => {
    // Only who publishes needs the understanding, by far the heaviest part of this window.
    const { evaluateCandidate } = await import('../../functions/guidance/evaluate-candidate.ts');
    return publishAnswer(deps, evaluateCandidate, by, input);
  }),
  'POST /api/knowledge/answers/{id}/roll-back': staffRoute('publish-knowledge', OneAnswer, rollBackAnswer),
  'GET /api/knowledge/steps': staffRoute('read-knowledge', z.strictObject({}), listStepCards),
  'POST /api/knowledge/steps': staffRoute('edit-knowledge', ProposeCard, proposeStepCard),
  'PUT /api/knowledge/steps/{id}': staffRoute('edit-knowledge', EditCard, editStepCard),
  'POST /api/knowledge/steps/{id}/publish': staffRoute('publish-knowledge', OneCard, publishStepCard),
  'POST /api/knowledge/steps/{id}/roll-back': staffRoute('publish-knowledge', OneCard, rollBackStepCard),
  'GET /api/knowledge/labels': staffRoute('read-knowledge', z.strictObject({}), async () => {
    const { services } = await import('../../models/guidance/catalogue.ts');
    return done({ labels: services.map(({ id, nameZh }) => ({ id, nameZh })) });
  }),
});
