/** The person names somebody who helps them all the way: who it is, their yes, the link; and takes it back whenever they like. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import { maskName } from '../../models/conversation/masking.ts';
import { shownName } from '../../models/conversation/helper.ts';
import type { Move } from './move.ts';
import { type HelperPlan, type Said, type Scene, offer, said } from './talk.ts';

const kin =
  '女儿|闺女|姑娘|儿子|孩子|娃|孙子|孙女|外孙女?|媳妇|儿媳|女婿|老伴|老公|爱人|丈夫|妻子|老婆|爸爸?|妈妈?|父亲|母亲|哥哥?|姐姐?|弟弟?|妹妹?|侄子|侄女|外甥女?|邻居|朋友|同事|村干部|社工|志愿者|护工|保姆';
const KIN = new RegExp(kin, 'u');
const ASKS = new RegExp(
  `(加|找|请|要|叫)(一?个|位)?帮手|请家人帮忙|(让|叫|请|找)(我|俺)?(家|的)?(${kin}).{0,6}(一起|一块|进来|加进来|也看|帮我(打字|看着|盯着|在这|跟你))|^add a helper$|let my (son|daughter|child|husband|wife|friend) help (me )?here`,
  'u',
);
/** Where a name stands: 她叫王丽; 我女儿王丽一起看; 王丽，女儿. */
const CALLED = /(?:叫|名字是?)\s*([\p{Script=Han}·]{2,5})\s*$/u;
const OF_KIN = new RegExp(
  `(?:${kin})[，,、 ]*([\\p{Script=Han}·]{2,4}?)(?=一起|一块|进来|加|来|帮|也|[，,。 ]|$)`,
  'u',
);
const ALONE = /^([\p{Script=Han}·]{2,4})(?=[，,、 ]|$)/u;
const TAKES_BACK =
  /(不用|不要|不让|取消|撤掉|撤回|别让|收回).{0,8}(帮手|帮忙了|帮我看|进来了|看(了|对话)|链接)|^(remove|no) (the )?helper$/u;
const AGREES = /^(同意|好的?|行|可以|嗯|是的?|成|中|对|愿意|yes|agree|ok)(吧|啊|的)?$/u;
const NO = /^(不同意|不|算了|取消|先不|no|cancel)/u;

/** Works also while an officer has the talk and the assistant is silent: letting somebody out never waits. */
export const takesHelperBack = ({ helper }: Pick<Conversation, 'helper'>, plain: string): boolean =>
  helper !== undefined && TAKES_BACK.test(plain);

export function helperMove({ heard, talk, open, conversation }: Scene): Move | undefined {
  const { plain } = heard;
  if (takesHelperBack(conversation, plain)) return { kind: 'helper', value: 'remove' };
  if (ASKS.test(plain) && plain.length <= 30) return { kind: 'helper', value: 'begin' };
  const plan = talk.helper;
  if (plan === undefined || open?.name !== 'helper') return undefined;
  if (NO.test(plain)) return { kind: 'helper', value: 'leave' };
  if (plan.at === 'consent') return AGREES.test(plain) ? { kind: 'helper', value: 'agree' } : undefined;
  return heard.asks || plain.length > 24 ? undefined : { kind: 'helper', value: 'who' };
}

export async function nameOwnHelper(scene: Scene, value: string): Promise<Said> {
  const { p, talk, around, conversation } = scene;
  // Whoever was let in lets nobody in.
  if (around.helperSpeaks)
    return said({ say: p.helperOnlyPerson, offers: [offer(p.buttons.person, 'command:person')] });
  switch (value) {
    case 'remove': {
      const name = conversation.helper?.name ?? '';
      return said(
        { say: p.helperRemoved(maskName(name)), offers: [offer(p.buttons.addHelper, 'helper:begin')] },
        { effects: [{ do: 'remove-helper' }], talk: { helper: undefined }, dialog: 'close' },
      );
    }
    case 'leave':
      return said(
        { say: p.helperLeft, offers: [offer(p.buttons.person, 'command:person')] },
        { talk: { helper: undefined }, dialog: 'close' },
      );
    case 'agree':
      return agreed(scene, talk.helper);
    default:
      return ask(scene, { ...(value === 'begin' ? {} : talk.helper), ...whoIn(scene) });
  }
}

/** Both are asked until both are there. */
function ask(scene: Scene, known: Pick<HelperPlan, 'name' | 'relation'>): Said {
  const { p } = scene;
  const { name, relation } = known;
  if (name === undefined || relation === undefined)
    return said(
      {
        say: relation === undefined ? p.helperWho : p.helperName(relation),
        offers: [offer(p.buttons.notNow, 'helper:leave')],
      },
      { talk: { helper: { at: 'who', ...known } }, dialog: { name: 'helper' } },
    );
  return said(
    {
      say: p.helperConsent(shownName({ name, relation })),
      offers: [offer(p.buttons.agree, 'helper:agree'), offer(p.buttons.notNow, 'helper:leave')],
    },
    { talk: { helper: { at: 'consent', name, relation } }, dialog: { name: 'helper' } },
  );
}

async function agreed(scene: Scene, plan: HelperPlan | undefined): Promise<Said> {
  const { p, around } = scene;
  if (plan?.name === undefined || plan.relation === undefined) return ask(scene, {});
  const { id, link } = await around.newHelper();
  return said(
    {
      say: p.helperNamed(plan.name),
      card: {
        type: 'form',
        title: p.helperCard(shownName({ name: plan.name, relation: plan.relation })),
        items: p.helperRows.map((text) => ({ text })),
        link: { label: p.helperLink, href: link },
      },
      offers: [offer(p.buttons.removeHelper, 'helper:remove')],
    },
    {
      effects: [{ do: 'name-helper', helper: { id, name: plan.name, relation: plan.relation } }],
      talk: { helper: undefined },
      dialog: 'close',
    },
  );
}

/** 我女儿王丽; 王丽，女儿; 她叫王丽. */
function whoIn({ heard }: Scene): Pick<HelperPlan, 'name' | 'relation'> {
  const text = heard.text.normalize('NFKC').trim();
  if (heard.english) {
    const name = /\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b/u.exec(text)?.[1];
    const relation = /\b(son|daughter|child|husband|wife|friend|neighbou?r)\b/iu.exec(text)?.[1];
    return { ...(name === undefined ? {} : { name }), ...(relation === undefined ? {} : { relation }) };
  }
  const relation = KIN.exec(text)?.[0];
  const name = [CALLED, OF_KIN, ...(ASKS.test(text) ? [] : [ALONE])]
    .map((words) => words.exec(text)?.[1])
    .find((one) => one !== undefined && !KIN.test(one) && !/[帮看进来起加]/u.test(one));
  return { ...(name === undefined ? {} : { name }), ...(relation === undefined ? {} : { relation }) };
}
