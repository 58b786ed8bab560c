/** What an officer reads first: the need in the person's words, the matter, what was asked and answered, what is open. Numbers are masked. */
import type { Summary } from '../../models/conversation/conversation.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { optional } from './card-parts.ts';
import { maskNumbers } from './mask-numbers.ts';
import { questionToAsk } from './next-question.ts';
import { type Scene, topicOf } from './talk.ts';

const clip = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** `said`: words that belong to the hand-over itself; a bare 人工 says nothing. */
export function summarise(scene: Scene, words: string | undefined): Summary {
  const { conversation, p } = scene;
  const before = conversation.summary;
  const topic = topicOf(scene);
  const service = topic === undefined ? undefined : serviceById(topic);
  const said = words === undefined ? undefined : clip(maskNumbers(words), 280);
  const need = clip(
    before !== undefined &&
      conversation.state.name === 'waiting-for-officer' &&
      said !== undefined &&
      said !== before.need
      ? [before.need, said].filter((t) => t !== '').join(p.semicolon)
      : (said ?? before?.need ?? service?.nameZh ?? ''),
    300,
  );
  return {
    need,
    ...optional('service', service?.id ?? before?.service),
    known: toldInWords(conversation.told),
    open: openPoints(scene, before),
  };
}

function openPoints({ talk }: Scene, before: Summary | undefined): string[] {
  const last = talk.second === undefined ? undefined : serviceById(talk.second)?.nameZh;
  return [...(before?.open ?? []), ...(last === undefined ? [] : [last])].slice(0, 6);
}

/** What was told, as the officer's page shows it: the question in a few words and the answer's label. */
export function toldInWords(told: Readonly<Record<string, string>>): { label: string; value: string }[] {
  return Object.entries(told)
    .flatMap(([id, value]) => {
      const question = questionToAsk(id);
      const choice = question?.choices.find((c) => c.value === value);
      if (question === undefined || choice === undefined) return [];
      return [
        {
          label: clip(question.ask.zh.replace(/^先问一句：/, '').replace('{office}', ''), 40),
          value: clip(choice.label.zh, 200),
        },
      ];
    })
    .slice(0, 12);
}
