/** Several matters in one visit: shared papers once, every fee, one sum. */
import { serviceById } from '../../models/guidance/catalogue.ts';
import { checklistForMany } from '../../models/guidance/checklist.ts';
import type { Service } from '../../models/guidance/service.ts';
import { paperName } from './card-parts.ts';
import { answersTold } from './next-question.ts';
import { listCard } from './show-list.ts';
import { type Said, type Scene, offer, said, withTopic } from './talk.ts';

export function answerTogether(scene: Scene, ids: readonly string[], because: readonly string[] = []): Said {
  const { p, conversation } = scene;
  const services = ids.flatMap((id) => serviceById(id) ?? []);
  const [first, ...rest] = services;
  if (first === undefined) throw new Error('nothing to answer together');
  const shared = sharedPapers([first, ...rest], scene);
  const card = listCard(ids, undefined, scene);
  const last = services.at(-1) ?? first;
  return said(
    {
      say: shared === undefined ? p.togetherMore(services.length) : p.together(services.length, shared),
      ...(card === undefined
        ? {}
        : { card: because.length === 0 ? card : { ...card, because: because.slice(0, 3).map((b) => b.slice(0, 40)) } }),
      offers: [
        offer(p.buttons.online, 'facet:online'),
        offer(p.buttons.hours, 'facet:hours'),
        offer(p.buttons.unsolved, 'command:unsolved'),
      ],
      rateable: true,
    },
    {
      talk: { topics: withTopic(scene, ...ids), last: last.id, refusals: 0 },
      change: { topic: last.id, told: conversation.told },
      dialog: 'close',
    },
  );
}

/** One line that sums up: 那三件一趟办完：带身份证，一共10元. */
export function sumUp(ids: readonly string[], scene: Scene): string | undefined {
  const { p } = scene;
  const services = ids.flatMap((id) => serviceById(id) ?? []);
  const [first, ...rest] = services;
  if (first === undefined || rest.length === 0) return undefined;
  const shared = sharedPapers([first, ...rest], scene);
  if (shared === undefined || services.some((s) => s.feeYuan === null)) return undefined;
  return p.togetherSum(services.length, shared, p.togetherFee(services.reduce((sum, s) => sum + (s.feeYuan ?? 0), 0)));
}

/** The papers by one name, if every matter needs just those; 车主身份证 and 本人身份证 are the same card of the same person. */
function sharedPapers(services: readonly [Service, ...Service[]], scene: Scene): string | undefined {
  const list = checklistForMany(services, answersTold(scene.conversation.told), scene.office);
  const only = list.items.filter((i) => i.onlyIf === undefined);
  if (!list.itemsVerified || !only.every((i) => i.id === 'identity')) return undefined;
  const [identity] = only;
  return identity === undefined
    ? undefined
    : paperName(identity, scene)
        .replace(/^(车主|本人)/, '')
        .replace(/^(Owner's|Your) /, 'the ');
}
