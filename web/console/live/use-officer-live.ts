/** The officer's side of a talk's live guidance: how it stands, and what may be done with it. */
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Asked, Rung } from '../../../models/live/ladder.ts';
import type { LiveOutcome } from '../../../models/live/live-session.ts';
import type { OfficerLive } from '../../../models/live/views.ts';
import type { Talk } from '../state/talk.ts';
import { useWorkplace } from '../state/workplace.ts';

export function useOfficerLive(talk: Talk) {
  const { connection, complain, desk } = useWorkplace();
  const live = shallowRef<OfficerLive>();
  const busy = ref(false);
  let asked = 0;

  async function look(): Promise<void> {
    const turn = ++asked;
    const answer = await connection.request<{ live?: OfficerLive }>('GET', `/api/desk/live/of/${talk.id}`);
    if (turn === asked && answer.ok) live.value = answer.value.live;
  }
  async function press(path: string, body: object): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    const answer = await connection.request<{ live: OfficerLive }>('POST', `/api/desk/live${path}`, body);
    busy.value = false;
    if (!answer.ok) complain(answer.problem);
    await look();
    void talk.catchUp();
    desk.refreshSoon();
    return answer.ok;
  }
  const act = (what: string, body: object = {}): Promise<boolean> => press(`/${live.value?.id ?? ''}/${what}`, body);

  // The talk's row knows of every change first.
  watch(
    () => [talk.state.view?.row.live?.id, talk.state.view?.row.live?.version],
    () => void look(),
    { immediate: true },
  );
  const stop = connection.listen((event) => {
    if (event.type === 'refresh' || (event.type === 'live' && event.id === live.value?.id)) void look();
  });
  onScopeDispose(stop);

  return {
    live,
    busy,
    look,
    invite: (how: Asked) => press('', { conversation: talk.id, how }),
    answer: () => act('answer'),
    cancel: () => act('cancel'),
    step: (to: Rung) => act('step', { to, why: 'wish' }),
    end: (outcome: Exclude<LiveOutcome, 'cut-off'>) => act('end', { outcome }),
  };
}
export type OfficerLiveState = ReturnType<typeof useOfficerLive>;
