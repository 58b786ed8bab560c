/** The answers officers wrote for what the assistant could not answer, by their state. */
import { reactive, ref, watch } from 'vue';
import type { EditAnswer, ProposeAnswer, PublishedAnswer } from '../../../models/guidance/published-answer.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Answer, Problem } from '../desk-requests.ts';

export type AnswerState = PublishedAnswer['state'];
export type Worse = { text: string; before: string; after: string };
type One = { answer: PublishedAnswer };

export function createAnswers(connection: DeskConnection) {
  const view = ref<AnswerState>('proposed');
  const shelf = reactive<{ status: 'loading' | 'ready' | 'failed'; answers: PublishedAnswer[] }>({
    status: 'loading',
    answers: [],
  });
  const labels = ref<{ id: string; nameZh: string }[]>([]);
  let turn = 0;

  async function load(): Promise<void> {
    turn += 1;
    const mine = turn;
    const answer = await connection.request<{ answers: PublishedAnswer[] }>(
      'GET',
      `/api/knowledge/answers?state=${view.value}`,
    );
    if (mine !== turn) return;
    if (answer.ok) shelf.answers = answer.value.answers;
    shelf.status = answer.ok ? 'ready' : shelf.status === 'ready' ? 'ready' : 'failed';
  }
  async function loadLabels(): Promise<void> {
    const answer = await connection.request<{ labels: { id: string; nameZh: string }[] }>(
      'GET',
      '/api/knowledge/labels',
    );
    if (answer.ok) labels.value = answer.value.labels;
  }
  watch(view, () => {
    shelf.status = 'loading';
    shelf.answers = [];
    void load();
  });
  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
  });

  const at = (id: string): string => `/api/knowledge/answers/${id}`;
  const propose = (words: ProposeAnswer): Promise<Answer<One>> =>
    connection.request('POST', '/api/knowledge/answers', words);
  const save = ({ id, ...words }: EditAnswer): Promise<Answer<One>> => connection.request('PUT', at(id), words);
  const rollBack = ({ id, version }: PublishedAnswer): Promise<Answer<One>> =>
    connection.request('POST', `${at(id)}/roll-back`, { version });
  async function publish({
    id,
    version,
  }: PublishedAnswer): Promise<{ answer: PublishedAnswer } | { problem: Problem; worse: Worse[] }> {
    const done = await connection.request<One>('POST', `${at(id)}/publish`, { version });
    if (done.ok) return done.value;
    return { problem: done.problem, worse: (done.problem.more['worse'] ?? []) as Worse[] };
  }
  void load();
  void loadLabels();
  return { view, shelf, labels, load, propose, save, publish, rollBack, end: stop };
}
