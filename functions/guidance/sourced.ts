/** An answer with its rule under it; 没有核实 offers an officer and leaves a note for the guide. */
import { shortCitations } from '../../models/guidance/citations.ts';
import type { Service } from '../../models/guidance/service.ts';
import { guideHref, optional } from './card-parts.ts';
import { type Draft, type Said, type Scene, offer, said } from './talk.ts';

/** Every answer names its rule; 没有核实 offers an officer and leaves a note for the guide. */
export function sourced(
  scene: Scene,
  say: string,
  services: readonly Service[],
  more: Partial<Draft> & { gap?: boolean } = {},
): Said {
  const { p, language, heard } = scene;
  const { gap, ...draft } = more;
  const source = p.joinSources(shortCitations(services).map((s) => s[language]));
  const service = services.at(-1);
  return said(
    {
      say,
      card: {
        type: 'source',
        items: [],
        ...(source === '' ? {} : { source: source.slice(0, 300) }),
        ...optional('checkedOn', service?.checkedOn),
      },
      offers:
        gap === true
          ? [offer(p.buttons.yesAsk, 'command:person')]
          : service === undefined
            ? []
            : [
                { label: p.buttons.checklist, open: guideHref(service.id, scene, true) },
                offer(p.buttons.unsolved, 'command:unsolved'),
              ],
      rateable: true,
      ...draft,
    },
    { effects: gap === true ? [{ do: 'note-gap', question: heard.text, ...optional('service', service?.id) }] : [] },
  );
}
