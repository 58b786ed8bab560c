/** Files canned replies and the answers that officers write for the assistant. */
import type { Answers, CannedReplies } from '../guidance/knowledge-records.ts';
import { PublishedAnswer } from '../guidance/published-answer.ts';
import { OfficeCard, type StepCards } from '../guidance/step-cards/office-card.ts';
import { OwnReply } from '../conversation/canned-replies.ts';
import { done, refused } from '../outcome.ts';
import { keys, proposalsOf, stepCardsIn } from './keys.ts';
import { isFree, type Item, type Table } from './table.ts';

export function openCannedStore(table: Table): CannedReplies {
  return {
    async of(office) {
      const replies: OwnReply[] = [];
      let start: Item | undefined;
      do {
        const page = await table.query({ pk: keys.canned(office, '').pk, ...(start === undefined ? {} : { start }) });
        replies.push(...page.items.map((item) => OwnReply.parse(item['record'])));
        start = page.next;
      } while (start !== undefined);
      return replies;
    },
    async save(office, reply) {
      await table.put({ ...keys.canned(office, reply.code), kind: 'canned', record: reply });
    },
    async doWithout(office, code) {
      await table.put({ ...keys.canned(office, code), kind: 'canned', record: { code, removed: true } });
    },
    forget: (office, code) => table.remove(keys.canned(office, code)),
  };
}

export function openAnswerStore(table: Table): Answers {
  return {
    async find(id) {
      const item = await table.get(keys.answer(id));
      return item === undefined ? refused('not-found', 'no such answer') : done(PublishedAnswer.parse(item['record']));
    },
    async save(answer) {
      const next = { ...answer, version: answer.version + 1 };
      const held = await table.put(
        {
          ...keys.answer(answer.id),
          kind: 'answer',
          record: next,
          gsi2pk: proposalsOf(next.state),
          gsi2sk: `${next.at}#${next.id}`,
        },
        unchanged(answer.version),
      );
      return held ? done(next) : refused('stale', 'somebody else changed this answer first');
    },
    async inState(state, limit) {
      const { items } = await table.query({ index: 'byDigest', pk: proposalsOf(state), backwards: true, limit });
      return items.map((item) => PublishedAnswer.parse(item['record']));
    },
  };
}

export function openStepCardStore(table: Table): StepCards {
  return {
    async find(id) {
      const item = await table.get(keys.stepCard(id));
      return item === undefined ? refused('not-found', 'no such step card') : done(OfficeCard.parse(item['record']));
    },
    async save(card) {
      const next = { ...card, version: card.version + 1 };
      const place = { gsi2pk: stepCardsIn(next.state), gsi2sk: `${next.at}#${next.id}` };
      const item = { ...keys.stepCard(card.id), kind: 'step-card', record: next, ...place };
      return (await table.put(item, unchanged(card.version)))
        ? done(next)
        : refused('stale', 'somebody else changed this card first');
    },
    async inState(state, limit) {
      const { items } = await table.query({ index: 'byDigest', pk: stepCardsIn(state), backwards: true, limit });
      return items.map((item) => OfficeCard.parse(item['record']));
    },
  };
}

/** Still the version that was read; a new one lies nowhere yet. */
const unchanged = (version: number) =>
  version === 0
    ? isFree
    : {
        expression: '#record.#version = :read',
        names: { '#record': 'record', '#version': 'version' },
        values: { ':read': version },
      };
