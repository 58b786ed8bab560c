/** Calls an officer back to the desk: a number in the tab's title and, if they want it, a quiet desktop notice. */
import { computed, ref, watch, watchEffect } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import { mayAct } from '../permissions.ts';
import type { Desk } from './desk.ts';
import type { Settings } from './settings.ts';

export type Notices = ReturnType<typeof createNotices>;

export function createNotices(desk: Desk, me: Me, settings: Settings) {
  const supported = 'Notification' in window;
  const permission = ref<NotificationPermission>(supported ? Notification.permission : 'denied');
  const unreadMine = computed(() => desk.shelves.mine.rows.filter((row) => row.unread > 0).length);
  /** People who wait for somebody to act: those nobody has, and mine who have written. */
  const calling = computed(() => (mayAct(me.role) ? (desk.counts.value?.waiting ?? 0) + unreadMine.value : 0));

  const stopTitle = watchEffect(() => {
    const { console: place, product } = settings.t.value;
    document.title = `${calling.value > 0 ? `(${calling.value}) ` : ''}${place} · ${product}`;
  });

  function notify(title: string, body: string, tag: string): void {
    if (!supported || settings.quiet.value || permission.value !== 'granted' || !document.hidden) return;
    // No name, number or word of the citizen: a notice shows on a locked screen.
    const notice = new Notification(title, { body, tag, silent: true });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  }
  const stopWaiting = watch(
    () => desk.counts.value?.waiting,
    (now, before) => {
      const { notice } = settings.t.value;
      if (mayAct(me.role) && now !== undefined && before !== undefined && now > before)
        notify(notice.waiting(now), notice.waitingBody, 'waiting');
    },
  );
  const stopMine = watch(unreadMine, (now, before) => {
    const { notice, talk } = settings.t.value;
    if (now > before) notify(notice.spoke(talk.citizen), notice.spokeBody, 'mine');
  });

  return {
    supported,
    permission,
    calling,
    notify,
    /** Asked by a press of a button, never by itself. */
    async ask(): Promise<boolean> {
      if (supported) permission.value = await Notification.requestPermission();
      return permission.value === 'granted';
    },
    end(): void {
      stopTitle();
      stopWaiting();
      stopMine();
    },
  };
}
