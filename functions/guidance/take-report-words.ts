/** What an answer to a question of the report puts into it: the story, a name, the service, what was said at the window, a correction. */
import type { MatterDraft } from '../../models/complaint/draft.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';
import { amended, withStory } from '../complaint/draft-from-talk.ts';
import { mobileIn } from './file-draft.ts';
import { type Scene, topicOf } from './talk.ts';

/** The window is a guide of the catalogue, too, but never what a report is about. */
const WINDOW = 'cannot-do-window';

/** Likeness from which a service is believed: told in a story, or asked for. */
const LEAST = { told: 0.5, asked: 0.2 } as const;
const MORE_THAN_A_NAME = 12;

export const wantedOf = ({ p }: Scene): Scene['p']['matters']['wantedFor'] => p.matters.wantedFor;

/** Undefined: a name was asked for and none could be read. */
export function wordsTaken(scene: Scene, draft: MatterDraft): MatterDraft | undefined {
  const words = scene.heard.text.trim();
  switch (draft.at) {
    case 'what': {
      const story = [draft.what, words].filter((part) => part !== undefined).join('\n');
      return {
        ...withStory(draft, story, wantedOf(scene)),
        ...phoneIn(scene),
        ...(draft.service === undefined ? serviceOf(scene, true) : {}),
      };
    }
    case 'whose':
    case 'writer': {
      const name = nameIn(words);
      if (name === undefined || draft.helper === undefined) return undefined;
      return { ...draft, helper: { ...draft.helper, ...(draft.at === 'whose' ? { whose: name } : { name }) } };
    }
    case 'service': {
      const service = serviceNamed(scene, LEAST.asked);
      const tells = words.length > MORE_THAN_A_NAME || service === undefined;
      return {
        ...(tells ? amended(draft, words, wantedOf(scene)) : draft),
        ...(service === undefined ? {} : { service }),
        asked: [...draft.asked, 'service'],
      };
    }
    case 'account':
      return { ...amended(draft, words, wantedOf(scene)), ...phoneIn(scene), asked: [...draft.asked, 'account'] };
    default:
      return amended(draft, words, wantedOf(scene));
  }
}

/** The matter that the story names, or the one on the table. */
export function serviceOf(scene: Scene, tells: boolean): { service?: string } {
  const service = (tells ? serviceNamed(scene, LEAST.told) : undefined) ?? topicOf(scene);
  return service === undefined || service === WINDOW || serviceById(service) === undefined ? {} : { service };
}

/** By name, or as the words were understood. */
function serviceNamed({ heard }: Scene, least: number): string | undefined {
  const named = searchServices(heard.text).find((found) => found.service.id !== WINDOW);
  if (named !== undefined && named.score >= 0.6) return named.service.id;
  const best = heard.understood.candidates.find((c) => c.label !== WINDOW && serviceById(c.label) !== undefined);
  return best !== undefined && best.score >= least ? best.label : undefined;
}

const phoneIn = ({ heard }: Scene): { phone?: string } => {
  const phone = mobileIn(heard.entities);
  return phone === undefined ? {} : { phone };
};

/** 王秀英; 我叫马小军; 她叫王秀英. */
function nameIn(words: string): string | undefined {
  const bare = words
    .replace(/^(我妈?|他|她|老人|名字)?(的名字)?(叫|是|姓名是?|名字是?)?[:：\s]*/u, '')
    .replace(/[。.，,！!\s]+$/u, '');
  const name = /^[\p{Script=Han}·]{2,8}$/u.exec(bare)?.[0] ?? /^[A-Za-z][A-Za-z .'-]{1,38}$/u.exec(bare)?.[0];
  return name?.trim();
}
