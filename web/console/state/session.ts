/** Who sits at this desk. */
import { ref } from 'vue';
import type { Me, SignIn } from '../../../models/access/staff.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayRead } from '../permissions.ts';

export function createSession(connection: DeskConnection) {
  const me = ref<Me>();
  const status = ref<'asking' | 'in' | 'out' | 'unknown'>('asking');
  /** Signed out by the office while working, not by their own hand. */
  const expired = ref(false);
  /** What stops a lender's agent, in the office's words. */
  const stopped = ref('');

  connection.listen((event) => {
    if (event.type !== 'signed-out') return;
    if (event.stopped !== undefined) stopped.value = event.stopped;
    // Several requests may learn of it at once; the first one decides what is said.
    if (status.value === 'in') expired.value = true;
    status.value = 'out';
  });

  function enter(person: Me): void {
    me.value = person;
    stopped.value = '';
    status.value = 'in';
    if (mayRead(person.role)) connection.start();
  }
  async function ask(): Promise<void> {
    status.value = 'asking';
    const answer = await connection.request<Me>('GET', '/api/staff/me');
    if (answer.ok) {
      enter(answer.value);
    } else status.value = answer.problem.kind === 'signed-out' ? 'out' : 'unknown';
  }
  async function signIn(entries: SignIn): Promise<Problem | undefined> {
    const answer = await connection.request<Me>('POST', '/api/staff/sign-in', entries);
    if (!answer.ok) return answer.problem;
    expired.value = false;
    enter(answer.value);
    return undefined;
  }
  /** Signed in by another door, or anew under the same name. */
  function adopt(person: Me): void {
    connection.stop();
    expired.value = false;
    enter(person);
  }
  async function signOut(): Promise<void> {
    await connection.request('POST', '/api/staff/sign-out', {});
    connection.stop();
    expired.value = false;
    status.value = 'out';
    me.value = undefined;
  }
  return { me, status, expired, stopped, ask, signIn, signOut, adopt };
}
export type SessionState = ReturnType<typeof createSession>;
