/** A question was answered: what that means, and then everything to bring, once. */
import type { Cite } from '../../models/guidance/answers/fact.ts';
import type { Choice } from '../../models/guidance/answers/first-question.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { answerService } from './answer-need.ts';
import { factOffer, nextSteps } from './next-steps.ts';
import { answerTogether, sumUp } from './answer-together.ts';
import { optional } from './card-parts.ts';
import { cite } from './cite.ts';
import { isInspection, settleInspection } from './inspection-year.ts';
import { questionToAsk } from './next-question.ts';
import { listCard } from './show-list.ts';
import { stepsCard } from './show-visit.ts';
import { type Offer, type OpenDialog, type Said, type Scene, offer, said, withTopic } from './talk.ts';

type Open = Extract<OpenDialog, { name: 'question' }>;

export function settleQuestion(scene: Scene, open: Open, value: string): Said {
  const question = questionToAsk(open.question);
  const choice = question?.choices.find((c) => c.value === value);
  if (question === undefined || choice === undefined) throw new Error(`no choice ${value} for ${open.question}`);
  const told = { ...scene.conversation.told, [question.id]: value };
  const known: Scene = { ...scene, open: undefined, conversation: { ...scene.conversation, told } };
  if (isInspection(open.service)) return settleInspection(known);
  const answer = meaning(known, open.service, choice);
  return { ...answer, change: { ...answer.change, told }, dialog: answer.dialog ?? 'close' };
}

function meaning(scene: Scene, asked: string, choice: Choice): Said {
  const { p, language, now } = scene;
  const id = choice.instead ?? asked;
  const service = serviceById(id);
  if (service === undefined) throw new Error(`no such service: ${id}`);
  const source = choice.cites === undefined ? undefined : cite(choice.cites as readonly Cite[], language, p, now);
  const next = (choice.next ?? []).flatMap((code) => offerOf(code, scene));
  const text = (choice.say?.[language] ?? p.listAgain).replaceAll(
    '{office}',
    language === 'zh' ? scene.office.shortZh : scene.office.nameEn,
  );
  const talk = { topics: withTopic(scene, ...(choice.steps ?? [id])), last: id, refusals: 0 };

  if (choice.steps !== undefined) {
    const card = stepsCard(choice.steps, source, choice.notes ?? [], scene);
    const first = choice.steps[0] ?? id;
    return said(
      { say: text, ...optional('card', card), offers: next, rateable: true },
      { talk: { ...talk, topics: withTopic(scene, ...[...choice.steps].reverse()) }, change: { topic: first } },
    );
  }
  if (choice.list === false) {
    const card =
      choice.notes === undefined
        ? sourceCard(source ?? '', scene)
        : {
            type: 'fees' as const,
            items: choice.notes.map((n) => ({ text: n[language] })),
            ...optional('source', source),
          };
    return said(
      { say: text, ...optional('card', card), offers: next, rateable: true },
      { talk, change: { topic: id } },
    );
  }
  const together = scene.talk.topics.filter((t) => t !== id);
  const sum = together.length > 0 && scene.talk.topics.includes(id) ? sumUp([...together, id], scene) : undefined;
  if (sum !== undefined && scene.talk.topics.length > 1) {
    const all = answerTogether(scene, [...together, id]);
    const [reply] = all.replies;
    return reply === undefined ? all : { ...all, replies: [{ ...reply, say: sum }] };
  }
  const card = listCard([id], choice, scene);
  return said(
    {
      say: text,
      ...optional('card', card),
      offers: [...next, ...nextSteps(service, scene)].slice(0, 4),
      rateable: true,
    },
    { talk, change: { topic: id } },
  );
}

function sourceCard(source: string, _scene: Scene): undefined | { type: 'source'; items: []; source: string } {
  return source === '' ? undefined : { type: 'source', items: [], source };
}

/** A code of `next` as a button. */
export function offerOf(code: string, scene: Scene): Offer[] {
  const { p, language } = scene;
  if (code === 'person') return [offer(p.buttons.officerConfirm, 'command:person')];
  if (code === 'read-aloud') return [{ label: p.buttons.readAloud, do: 'read-aloud' }];
  if (code === 'call-me') return [offer(p.buttons.callMe, 'command:call-back')];
  const [kind = '', id = ''] = code.split(/:(.*)/s);
  if (kind === 'fact') return factOffer(id, scene);
  if (kind === 'facet') return [offer(id === 'agent' ? p.buttons.agent : p.buttons.online, code)];
  const service = kind === 'service' ? serviceById(id) : undefined;
  if (service === undefined) return [];
  const name = language === 'zh' ? service.nameZh.replace(/（[^）]*）/g, '') : service.nameEn;
  return [offer(name.slice(0, 40), `label:${id}`)];
}

/** 对 / 不对 after the matter was said back. */
export function settleRestated(scene: Scene, label: string, value: string): Said {
  const { p, talk } = scene;
  if (value === 'no')
    return said(
      { say: p.sayAgain, offers: [offer(p.buttons.person, 'command:person')] },
      { dialog: 'close', talk: { topics: talk.topics } },
    );
  const service = serviceById(label);
  if (service === undefined) throw new Error(`no such service: ${label}`);
  return answerService({ ...scene, open: undefined }, service, []);
}
