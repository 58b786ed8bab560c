/** The small forms behind the buttons of a release: what each asks, and the deed that its entries make. */
import { Phone } from '../../../models/complaint/complaint.ts';
import { StaffId } from '../../../models/ids.ts';
import type { ReleaseAct } from '../../../models/release/requests.ts';
import type { ReleaseFile } from '../../../models/release/views.ts';
import type { Phrases } from '../phrases.ts';

export type ReleaseForm = 'transfer' | 'cancelling' | 'refuse' | 'counter' | 'end' | 'helper';
export type FormField = {
  name: string;
  label: string;
  kind: 'text' | 'choice';
  hint?: string;
  max?: number;
  /** One line. */
  single?: boolean;
  /** What is wrong with what was written, beyond that nothing was. */
  fault?: (text: string) => string | undefined;
  choices?: { value: string; label: string }[];
};
export type ShownForm = {
  title: string;
  body?: string;
  go: string;
  done: string;
  fields: FormField[];
  /** Undefined while the entries make no deed. */
  deed: (entries: Record<string, string>) => ReleaseAct | undefined;
};

const said = (entries: Record<string, string>, field: string): string => (entries[field] ?? '').trim();
const choicesOf = (words: Record<string, string>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function releaseForm(
  name: ReleaseForm,
  around: { t: Phrases; file: ReleaseFile; colleagues: readonly { id: string; name: string }[] },
): ShownForm {
  const { file, colleagues } = around;
  const say = around.t.releases.forms;
  switch (name) {
    case 'transfer':
      return {
        ...say.transfer,
        fields: [
          {
            name: 'to',
            label: say.transfer.to,
            kind: 'choice',
            choices: colleagues
              .filter(({ id }) => id !== file.row.officer?.id)
              .map(({ id, name: who }) => ({ value: id, label: who })),
          },
          { name: 'reason', label: say.transfer.reason, kind: 'text', hint: say.transfer.hint, max: 500 },
        ],
        deed: (entries) => {
          const to = StaffId.safeParse(entries['to']);
          const reason = said(entries, 'reason');
          return to.success && reason !== '' ? { act: 'transfer', to: to.data, reason } : undefined;
        },
      };
    case 'cancelling':
      return {
        ...say.cancelling,
        fields: [
          { name: 'reason', label: say.cancelling.reason, kind: 'choice', choices: choicesOf(say.cancelling.reasons) },
          { name: 'words', label: say.cancelling.words, kind: 'text', max: 500 },
        ],
        deed: (entries) => {
          const words = said(entries, 'words');
          const reason = entries['reason'] as Extract<ReleaseAct, { act: 'cancel' }>['reason'] | undefined;
          return reason === undefined || (reason as string) === '' || words === ''
            ? undefined
            : { act: 'cancel', reason, words };
        },
      };
    case 'refuse':
      return {
        ...say.refuse,
        fields: [
          {
            name: 'ground',
            label: say.refuse.ground,
            kind: 'choice',
            // What the register does not say is no ground.
            choices: choicesOf(say.refuse.grounds).filter(
              ({ value }) => value !== 'seized' || file.eligibility?.seized === true,
            ),
          },
          { name: 'words', label: say.refuse.words, kind: 'text', hint: say.refuse.hint, max: 1000 },
        ],
        deed: (entries) => {
          const words = said(entries, 'words');
          const ground = entries['ground'];
          return (ground === 'documents-invalid' || ground === 'seized') && words !== ''
            ? { act: 'refuse', ground, words }
            : undefined;
        },
      };
    case 'counter':
      return {
        ...say.counter,
        fields: [
          { name: 'why', label: say.counter.why, kind: 'choice', choices: choicesOf(say.counter.whys) },
          { name: 'words', label: say.counter.words, kind: 'text', max: 1000 },
        ],
        deed: (entries) => {
          const words = said(entries, 'words');
          const why = entries['why'];
          return (why === 'suspicion' || why === 'technical' || why === 'wish') && words !== ''
            ? { act: 'to-counter', why, words }
            : undefined;
        },
      };
    case 'helper':
      return {
        ...say.helper,
        fields: [
          { name: 'name', label: say.helper.name, kind: 'text', max: 40, single: true },
          { name: 'relation', label: say.helper.relation, kind: 'text', hint: say.helper.hint, max: 20, single: true },
          {
            name: 'phone',
            label: say.helper.phone,
            kind: 'text',
            max: 11,
            single: true,
            fault: (text) => (Phone.safeParse(text).success ? undefined : say.helper.phoneWrong),
          },
        ],
        deed: (entries) => {
          const [who, relation] = [said(entries, 'name'), said(entries, 'relation')];
          const phone = Phone.safeParse(said(entries, 'phone'));
          return phone.success && who !== '' && relation !== ''
            ? { act: 'invite-helper', name: who, relation, phone: phone.data }
            : undefined;
        },
      };
    case 'end':
      return {
        ...say.end,
        fields: [{ name: 'how', label: say.end.how, kind: 'choice', choices: choicesOf(say.end.hows) }],
        deed: ({ how }) =>
          how === 'aborted' || how === 'technical' || how === 'no-show' ? { act: 'end-session', how } : undefined,
      };
  }
}
