/** Which page is shown, kept in the part of the address after #, so that one document serves them all. */
import { ref } from 'vue';

export type Route =
  { page: 'desk'; conversation?: string } | { page: 'knowledge' } | { page: 'canned' } | { page: 'sessions' };

export const addressOf = (route: Route): string =>
  route.page === 'desk' ? (route.conversation === undefined ? '#/' : `#/c/${route.conversation}`) : `#/${route.page}`;

export function routeOf(hash: string): Route {
  const conversation = /^#\/c\/([0-9A-Z]{26})$/.exec(hash)?.[1];
  if (conversation !== undefined) return { page: 'desk', conversation };
  if (hash === '#/knowledge') return { page: 'knowledge' };
  if (hash === '#/canned') return { page: 'canned' };
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
    go: (to: Route): void => {
      location.hash = addressOf(to);
    },
  };
}
