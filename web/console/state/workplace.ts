/** Everything one signed-in person works with, made once after sign-in and handed to every part of the page. */
import { ElMessage } from 'element-plus/es/components/message/index';
import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { DeskConnection, Reach } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayAct, mayAdminister, mayRead } from '../permissions.ts';
import { createMatterDrafts } from '../matters/matter-drafts.ts';
import { createMatterDesk } from '../matters/matter-desk.ts';
import { createReleaseDesk } from '../releases/release-desk.ts';
import { createDesk } from './desk.ts';
import { createDrafts } from './drafts.ts';
import { createMentions } from './mentions.ts';
import { createNotices } from './notices.ts';
import { createOutbox, type Delivered } from './outbox.ts';
import { createReferences } from './references.ts';
import type { createRoute } from './route.ts';
import type { SessionState } from './session.ts';
import type { Settings } from './settings.ts';
import { createTalk, type Talk } from './talk.ts';

/** What is there before anybody has signed in. */
export type Ground = {
  connection: DeskConnection;
  settings: Settings;
  session: SessionState;
  routing: ReturnType<typeof createRoute>;
  now: Ref<number>;
};

export function createWorkplace(ground: Ground, me: Me) {
  const { connection, settings, routing } = ground;
  const desk = createDesk(connection, me);
  const drafts = createDrafts(me.id);
  const references = createReferences(connection);
  const notices = createNotices(desk, me, settings);
  const matterDrafts = createMatterDrafts(me.id);
  const matters = createMatterDesk(connection, me, settings, notices, matterDrafts);
  const releases = createReleaseDesk(connection, me, matterDrafts);
  const reach = ref<Reach>(connection.reach());
  const talk = shallowRef<Talk>();
  /** Held back for a reason other than a colleague's answer; shown where the words still stand. */
  const heldBack = ref<{ conversation: string; problem: Problem }>();

  const sentenceOf = (problem: Problem): string => {
    if (problem.sentence !== '') return problem.sentence;
    const { problems } = settings.t.value;
    return problem.kind === 'broken' ? problems.broken(problem.reference) : problems[problem.kind];
  };
  const say = (message: string, type: 'success' | 'warning' | 'error' = 'success'): void => {
    ElMessage({ message, type, grouping: true, duration: type === 'success' ? 2_500 : 6_000, offset: 9 });
  };
  const complain = (problem: Problem): void => {
    say(sentenceOf(problem), problem.kind === 'broken' ? 'error' : 'warning');
  };

  const mentions = createMentions(connection, {
    isOpen: ({ id }) => matters.open.value?.id === id || talk.value?.id === id,
    tell: ({ byName, number, of, why }) => {
      const { mention } = settings.t.value;
      say(mention.says[why](byName, number ?? mention.aTalk), 'warning');
      notices.notify(mention.title, mention.body, `mention-${of}`);
    },
  });
  const stopOpened = watch([() => matters.open.value?.id, () => talk.value?.id], (ids) => {
    for (const id of ids) mentions.opened(id);
  });

  function onDelivered(delivered: Delivered): void {
    talk.value?.delivered(delivered);
    const { conversation } = delivered.letter;
    if (delivered.kind === 'reply') desk.replace(delivered.row);
    if (delivered.kind !== 'held-back') {
      if (heldBack.value?.conversation === conversation) heldBack.value = undefined;
    } else if (delivered.problem.kind !== 'stale') heldBack.value = { conversation, problem: delivered.problem };
    desk.refreshSoon();
  }
  const outbox = createOutbox(me.id, connection, drafts, onDelivered);

  const stopListening = connection.listen((event) => {
    if (event.type === 'reach') reach.value = event.reach;
  });
  const wake = (): void => {
    if (document.visibilityState === 'visible') connection.wake();
  };
  const lost = (): void => {
    connection.lost();
  };
  window.addEventListener('online', wake);
  window.addEventListener('offline', lost);
  document.addEventListener('visibilitychange', wake);

  if (mayRead(me.role)) {
    void desk.refresh();
    void matters.book.refresh();
    void mentions.load();
    void releases.book.refresh();
    void references.loadCanned();
    void references.loadColleagues();
    void outbox.flush();
  }

  onScopeDispose(() => {
    stopListening();
    stopOpened();
    mentions.end();
    talk.value?.end();
    desk.end();
    matters.end();
    releases.end();
    notices.end();
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', lost);
    document.removeEventListener('visibilitychange', wake);
  });

  return {
    ...ground,
    ...settings,
    me,
    acts: mayAct(me.role),
    reads: mayRead(me.role),
    administers: mayAdminister(me.role),
    desk,
    drafts,
    outbox,
    references,
    notices,
    mentions,
    matters,
    matterDrafts,
    releases,
    reach,
    online: computed(() => reach.value.reachable),
    heldBack,
    talk: computed(() => talk.value),
    openTalk: (id: string | undefined): void => {
      if (talk.value?.id === id) return;
      talk.value?.end();
      talk.value = id === undefined ? undefined : createTalk(connection, me, id);
    },
    go: routing.go,
    say,
    complain,
    sentenceOf,
  };
}
export type Workplace = ReturnType<typeof createWorkplace>;

const key: InjectionKey<Workplace> = Symbol('workplace');
export function provideWorkplace(workplace: Workplace): void {
  provide(key, workplace);
}
export function useWorkplace(): Workplace {
  const workplace = inject(key);
  if (workplace === undefined) throw new Error('no workplace: nobody has signed in');
  return workplace;
}
