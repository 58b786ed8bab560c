/** Where somebody is among the figures, what they may choose, and how figures are worded. */
import { computed } from 'vue';
import { maySeeFigures, officesSeenBy } from '../../../models/aftermath/figure-scope.ts';
import type { Ratio } from '../../../models/aftermath/oversight-views.ts';
import { may } from '../../../models/access/permissions.ts';
import type { CauseCode, ProblemKind } from '../../../models/complaint/kinds.ts';
import type { OfficeId } from '../../../models/ids.ts';
import { officeOf } from '../../../models/office/offices.ts';
import { causeNames, problemNames } from '../../../models/phrasebook/complaint-kinds.ts';
import { dayOf, instantOf } from '../../../models/time.ts';
import { useWorkplace } from '../state/workplace.ts';
import {
  addressOfPlace,
  placeOf,
  spanOfPlace,
  type CaseAsk,
  type OfficeChoice,
  type Place,
} from './oversight-address.ts';
import { ENOUGH } from './unusual.ts';

export function useOversight() {
  const { me, t, language, routing, connection } = useWorkplace();
  const place = computed<Place>(() => {
    const route = routing.route.value;
    return placeOf(route.page === 'oversight' ? (route.at ?? '') : '');
  });
  const today = computed(() => dayOf(instantOf(connection.now())));
  const offices = officesSeenBy(me);
  const office = computed<OfficeChoice>(() => {
    const asked = place.value.office;
    if (asked === undefined) return offices.length > 1 ? 'all' : me.office;
    return asked === 'all' ? (offices.length > 1 ? 'all' : me.office) : maySeeFigures(me, asked) ? asked : me.office;
  });
  const span = computed(() => spanOfPlace(place.value, today.value));
  const hrefOf = (to: Partial<Place>): string => `#/oversight/${addressOfPlace({ ...place.value, ...to })}`;
  /** The list that is open is another place: going back closes it. */
  const go = (to: Partial<Place>): void => {
    location.hash = hrefOf(to);
  };
  /** A change of period or office takes its list along only if it is not narrower than the page. */
  const choose = (to: Pick<Place, 'office' | 'days' | 'from' | 'to'>): void => {
    const { list: _list, days, from, to: until, ...rest } = place.value;
    const kept =
      to.office === undefined
        ? {}
        : {
            ...(days === undefined ? {} : { days }),
            ...(from === undefined ? {} : { from }),
            ...(until === undefined ? {} : { to: until }),
          };
    location.hash = `#/oversight/${addressOfPlace({ ...rest, ...kept, ...to })}`;
  };
  const openList = (list: CaseAsk): void => {
    go({ list });
  };

  const shortOf = (id: OfficeId): string =>
    language.value === 'zh' ? officeOf(id).shortZh : officeOf(id).nameEn.replace(' Vehicle Office', '');
  const causeOf = (key: string): string =>
    key in causeNames ? causeNames[key as CauseCode][language.value] : t.value.oversight.figures.causeNone;
  const problemOf = (key: string): string =>
    key in problemNames ? problemNames[key as ProblemKind][language.value] : key;
  /** A share of few says nothing and may point at somebody. */
  const shareOf = ({ share, denominator }: Ratio): string =>
    share === null || denominator < ENOUGH ? '' : t.value.oversight.percent(share);
  return {
    place,
    today,
    offices,
    office,
    span,
    hrefOf,
    go,
    choose,
    openList,
    shortOf,
    causeOf,
    problemOf,
    shareOf,
    decides: may(me.role, 'supervise-matters'),
    sees: may(me.role, 'read-figures'),
    query: computed(() => {
      const words = new URLSearchParams({ office: office.value, from: span.value.from, to: span.value.to });
      return words.toString();
    }),
  };
}
