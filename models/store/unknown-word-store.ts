/** Counts words that no guide knows; a word below the threshold is in no list, and sealed. */
import type { ConversationId, OfficeId } from '../ids.ts';
import { ENOUGH_TALKS, type HeardWord, type UnknownWords } from '../guidance/unknown-words.ts';
import { msOf, type Day, type Instant } from '../time.ts';
import { keys, unknownWordsOf } from './keys.ts';
import type { Sealer } from './sealing.ts';
import { isFree, type Table } from './table.ts';

/** Words are read by month; a year and a bit later nobody asks for them. */
const KEPT_DAYS = 400;

export function openUnknownWordStore(table: Table, sealer: Sealer): UnknownWords {
  const countOne = async (office: OfficeId, day: Day, talk: ConversationId, word: string): Promise<void> => {
    const month = day.slice(0, 7);
    const key = keys.unknownWord(office, month, sealer.digest(`unknown-word#${word}`));
    const expires = Math.floor(msOf(`${day}T00:00:00.000Z` as Instant) / 1000) + KEPT_DAYS * 86_400;
    // Neither the talk nor the word stands in the mark: it says only that this pair was counted.
    const mark = keys.unknownWordSeen(sealer.digest(`unknown-word-seen#${key.pk}#${key.sk}#${talk}`));
    if (!(await table.put({ ...mark, expires }, isFree))) return;
    const counted = await table.update(key, {
      set: 'SET #word = if_not_exists(#word, :word), #expires = :expires ADD #talks :one',
      expression: '',
      names: { '#word': 'word', '#talks': 'talks', '#expires': 'expires' },
      values: { ':word': sealer.seal(word, placeOf(key)), ':one': 1, ':expires': expires },
    });
    const talks = counted === false ? 0 : (counted?.['talks'] as number);
    if (talks < ENOUGH_TALKS) return;
    // Whoever counted one more meanwhile puts it further up.
    await table.update(key, {
      set: 'SET #pk = :pk, #sk = :sk',
      expression: '#talks = :talks',
      names: { '#pk': 'gsi1pk', '#sk': 'gsi1sk', '#talks': 'talks' },
      values: {
        ':pk': unknownWordsOf(office, month),
        ':sk': `${String(talks).padStart(8, '0')}#${key.sk}`,
        ':talks': talks,
      },
    });
  };
  return {
    async count(office, day, talk, words) {
      await Promise.all(words.map((word) => countOne(office, day, talk, word)));
    },
    async often(office, month, limit) {
      const { items } = await table.query({
        index: 'byDue',
        pk: unknownWordsOf(office, month),
        limit,
        backwards: true,
      });
      return Promise.all(
        items.map(async (item): Promise<HeardWord> => ({
          word: await sealer.open(item['word'] as string, placeOf(item as { pk: string; sk: string })),
          talks: item['talks'] as number,
        })),
      );
    },
  };
}

const placeOf = ({ pk, sk }: { pk: string; sk: string }): string => `${pk}#${sk}#word`;
