/** Which page is shown, kept in the part of the address after #, so that one document serves them all. */
import { ref } from 'vue';

export const noticeParts = ['failed', 'templates', 'webhooks'] as const;
export type NoticePart = (typeof noticeParts)[number];

export type Route =
  | { page: 'desk'; conversation?: string }
  | { page: 'matters'; matter?: string }
  | { page: 'macros' }
  | { page: 'appointments' }
  /** `room`: the call itself. */
  | { page: 'releases'; release?: string; room?: boolean }
  | { page: 'rewatch' }
  /** What was checked on photos, looked up by its code. */
  | { page: 'checks' }
  /** `at`: what of the figures is shown, see oversight/oversight-address.ts. */
  | { page: 'oversight'; at?: string }
  /** `lender`: an id, `new`, or `mandates` for those that end soon. */
  | { page: 'lenders'; lender?: string }
  /** `part`: what of the outgoing word is shown. */
  | { page: 'notices'; part?: NoticePart }
  /** `script`: a radio script, by office and Monday. */
  | { page: 'air'; script?: string }
  | { page: 'knowledge' }
  | { page: 'canned' }
  | { page: 'sessions' }
  | { page: 'accounts' };

export function addressOf(route: Route): string {
  if (route.page === 'desk') return route.conversation === undefined ? '#/' : `#/c/${route.conversation}`;
  if (route.page === 'matters' && route.matter !== undefined) return `#/m/${route.matter}`;
  if (route.page === 'releases' && route.release !== undefined)
    return `#/releases/${route.release}${route.room === true ? '/room' : ''}`;
  if (route.page === 'oversight' && route.at !== undefined) return `#/oversight/${route.at}`;
  if (route.page === 'lenders' && route.lender !== undefined) return `#/lenders/${route.lender}`;
  if (route.page === 'air' && route.script !== undefined) return `#/air/${route.script}`;
  if (route.page === 'notices' && route.part !== undefined) return `#/notices/${route.part}`;
  return `#/${route.page}`;
}

export function routeOf(hash: string): Route {
  const conversation = /^#\/c\/([0-9A-Z]{26})$/.exec(hash)?.[1];
  if (conversation !== undefined) return { page: 'desk', conversation };
  const matter = /^#\/m\/([0-9A-Z]{26})$/.exec(hash)?.[1];
  if (matter !== undefined) return { page: 'matters', matter };
  const release = /^#\/releases\/([0-9A-Z]{26})(\/room)?$/.exec(hash);
  if (release?.[1] !== undefined)
    return { page: 'releases', release: release[1], ...(release[2] === undefined ? {} : { room: true }) };
  const at = /^#\/oversight(?:\/(.*))?$/.exec(hash);
  if (at !== null) return { page: 'oversight', ...(at[1] === undefined ? {} : { at: at[1] }) };
  const lender = /^#\/lenders(?:\/([0-9A-Z]{26}|new|mandates))?$/.exec(hash);
  if (lender !== null) return { page: 'lenders', ...(lender[1] === undefined ? {} : { lender: lender[1] }) };
  const part = /^#\/notices(?:\/(\w+))?$/.exec(hash);
  if (part !== null) {
    const known = noticeParts.find((one) => one === part[1]);
    return { page: 'notices', ...(known === undefined ? {} : { part: known }) };
  }
  const air = /^#\/air(?:\/([a-z]+-\d{4}-\d{2}-\d{2}))?$/.exec(hash);
  if (air !== null) return { page: 'air', ...(air[1] === undefined ? {} : { script: air[1] }) };
  if (hash === '#/releases') return { page: 'releases' };
  if (hash === '#/checks') return { page: 'checks' };
  if (hash === '#/rewatch') return { page: 'rewatch' };
  if (hash === '#/matters') return { page: 'matters' };
  if (hash === '#/appointments') return { page: 'appointments' };
  if (hash === '#/macros') return { page: 'macros' };
  if (hash === '#/knowledge') return { page: 'knowledge' };
  if (hash === '#/canned') return { page: 'canned' };
  if (hash === '#/accounts') return { page: 'accounts' };
  if (hash === '#/sessions') return { page: 'sessions' };
  return { page: 'desk' };
}

export function createRoute() {
  const route = ref<Route>(routeOf(location.hash));
  window.addEventListener('hashchange', () => {
    route.value = routeOf(location.hash);
  });
  return {
    route,
    /** The address was changed without the browser saying so. */
    refresh: (): void => {
      route.value = routeOf(location.hash);
    },
    go: (to: Route): void => {
      location.hash = addressOf(to);
    },
  };
}
