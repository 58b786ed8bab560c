/** The script as it stands: which cell is done, open, blocked or not in this call; and what a press on it does. */
import { computed, reactive, ref, type ComputedRef } from 'vue';
import type { Party, Side } from '../../../../models/release/parties.ts';
import { blockedBy, steps, type Cell, type Step, type StepParty } from '../../../../models/release/steps.ts';
import type { ReleaseAct } from '../../../../models/release/requests.ts';
import type { ReleaseFile } from '../../../../models/release/views.ts';
import type { Problem } from '../../desk-requests.ts';
import type { OpenRelease } from '../open-release.ts';
import type { CallSeat } from './use-call.ts';

/** `now`: opened and being done. `open`: may be opened. `blocked`: something comes first. `absent`: this side is not in this call. */
export type CellStatus = 'not-needed' | 'done' | 'now' | 'open' | 'blocked' | 'absent';

export function useScript(
  release: OpenRelease,
  file: ComputedRef<ReleaseFile>,
  seat: CallSeat,
  complain: (problem: Problem) => void,
) {
  const begun = reactive(new Set<string>());
  const busy = ref(false);
  const ticked = computed(() => new Set(file.value.ticked.map(({ cell }) => cell)));
  const coming = computed(() => file.value.sessions.find(({ endedAt }) => endedAt === undefined)?.with ?? []);
  const required = computed(() => file.value.required as Cell[]);
  const led = computed(() => seat.state.value?.room?.step);
  /** This page has the officer's seat: a colleague's, or one that was left, only shows how it stands. */
  const leads = computed(() => seat.state.value?.out === undefined && seat.state.value?.heldBy === undefined);
  const isNow = (cell: string): boolean =>
    begun.has(cell) || (led.value !== undefined && `${led.value.step}:${led.value.party}` === cell);

  function statusOf(cell: string): CellStatus {
    if (!required.value.includes(cell as Cell)) return 'not-needed';
    if (ticked.value.has(cell)) return 'done';
    const party = cell.split(':')[1];
    if (party !== 'case' && !coming.value.some((side) => side === party)) return 'absent';
    if (cell === 'eligibility:case' || firstBefore(cell) !== undefined) return 'blocked';
    return isNow(cell) ? 'now' : 'open';
  }
  const firstBefore = (cell: string): Cell | undefined => blockedBy(cell as Cell, ticked.value, required.value);

  async function act(what: ReleaseAct): Promise<boolean> {
    busy.value = true;
    const problem = await release.act(what);
    busy.value = false;
    if (problem !== undefined && problem.kind !== 'stale') complain(problem);
    return problem === undefined;
  }
  async function begin(cell: string): Promise<void> {
    if (!(await act({ act: 'begin', cell }))) return;
    begun.add(cell);
    const [step, party] = cell.split(':') as [Step, StepParty];
    seat.turnTo(step, party);
  }
  async function tick(cell: string): Promise<void> {
    if (await act({ act: 'tick', cell })) begun.delete(cell);
  }
  /** A press on a cell: opened, then done. */
  async function press(cell: string): Promise<void> {
    const status = statusOf(cell);
    if (status === 'open') await begin(cell);
    else if (status === 'now') await tick(cell);
  }

  return {
    busy,
    leads,
    steps,
    statusOf,
    firstBefore,
    begin,
    tick,
    press,
    untick: (cell: string, why: 'gap' | 'doubt', words: string): Promise<boolean> =>
      act({ act: 'untick', cell, why, words }),
    draw: (side: Side): Promise<boolean> => act({ act: 'challenge', side }),
    sendCode: (side: Side): Promise<boolean> => act({ act: 'send-code', side }),
    compare: (comparison: Extract<ReleaseAct, { act: 'compare' }>['comparison']): Promise<boolean> =>
      act({ act: 'compare', comparison }),
    chooseWay: (way: 'mail' | 'counter'): Promise<boolean> => act({ act: 'custody', way }),
    /** Cells that still have to be ticked before a decision. */
    openCells: computed(() => required.value.filter((cell) => !ticked.value.has(cell))),
    /** Whom the step that stands open is done with. */
    focus: computed<Party | undefined>(() => {
      const party = led.value?.party;
      return party === 'owner' || party === 'lender' ? party : undefined;
    }),
  };
}
export type Script = ReturnType<typeof useScript>;
