/** Which macros an office has: the shipped ones, those it changed or does without, and its own. */
import type { OfficeId } from '../ids.ts';
import type { Macro, OwnMacro } from './macro.ts';

/** How the office files its macros. */
export interface Macros {
  of(office: OfficeId): Promise<OwnMacro[]>;
  save(office: OfficeId, macro: OwnMacro): Promise<void>;
  /** Back to what is shipped. */
  forget(office: OfficeId, code: string): Promise<void>;
}

const shippedMacros = [
  {
    code: '接手',
    title: '受理并由我承办，告诉群众谁在办',
    steps: [
      { act: 'accept', take: true },
      {
        act: 'message',
        text: '您好，我是{单位}的{我}。您反映的“{事项}”已经受理，编号{编号}，由我来办。今天下班前我给您打电话。',
      },
    ],
  },
  {
    code: '没接通',
    title: '记一次没打通的电话，发消息说明',
    steps: [
      { act: 'contact', how: 'call', reached: false, words: '打了电话，没有人接。' },
      {
        act: 'message',
        text: '您好，我是{单位}的{我}，刚才为“{事项}”给您打电话，没有接通。您方便的时候回这条消息，或者告诉我几点打给您。',
      },
    ],
  },
  {
    code: '要材料',
    title: '列出法定材料，请群众补，停表',
    steps: [
      { act: 'list-papers' },
      {
        act: 'ask',
        for: 'papers',
        text: '您好，“{事项}”接着办还差材料，清单列在办件里。您拍照发来就行，不用跑。收到以后我们接着办，等您的这段时间不算在我们的时限里。',
      },
    ],
  },
] as const satisfies readonly Macro[];

const shipped = new Map<string, Macro>(shippedMacros.map((macro) => [macro.code, macro as unknown as Macro]));
export const shippedMacro = (code: string): Macro | undefined => shipped.get(code);

export type ShownMacro = Macro & { origin: 'shipped' | 'changed' | 'own' };

export function macrosOf(own: readonly OwnMacro[]): ShownMacro[] {
  const filed = new Set(own.map(({ code }) => code));
  return [
    ...own
      .filter((macro) => 'steps' in macro)
      .map((macro) => ({ ...macro, origin: shipped.has(macro.code) ? ('changed' as const) : ('own' as const) })),
    ...[...shipped.values()]
      .filter(({ code }) => !filed.has(code))
      .map((macro) => ({ ...macro, origin: 'shipped' as const })),
  ].sort((a, b) => a.code.localeCompare(b.code, 'zh-CN'));
}
