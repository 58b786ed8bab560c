/** The small forms behind the buttons of a matter: what each asks, and the deed that its entries make. */
import { ComplaintId, StaffId } from '../../../models/ids.ts';
import type { StaffAct } from '../../../models/complaint/requests.ts';
import type { MatterFile } from '../../../models/complaint/views.ts';
import { at, dayOf, instantOf, type Day } from '../../../models/time.ts';
import type { Phrases } from '../phrases.ts';
import type { Aids } from './open-matter.ts';

export type FormName = 'transfer' | 'assign' | 'raise' | 'extend' | 'resume' | 'supervise' | 'merge' | 'link';
/** What the head of a matter offers: the forms, and what needs none. */
export type HeadDeed = 'claim' | 'sort' | 'decline' | 'unmerge' | 'macro' | FormName;
export type FormField = {
  name: string;
  label: string;
  kind: 'text' | 'line' | 'number' | 'choice' | 'time';
  optional?: true;
  hint?: string;
  choices?: { value: string; label: string }[];
  max?: number;
  /** Before anybody chose. */
  first?: string;
};
export type ActForm = {
  title: string;
  body?: string;
  warning?: string;
  fields: FormField[];
  go: string;
  done: string;
  /** Undefined while the entries make no deed. */
  deed: (entries: Record<string, string>) => StaffAct | undefined;
};
export type Surroundings = {
  t: Phrases;
  file: MatterFile;
  colleagues: readonly { id: string; name: string }[];
  aids: Aids | undefined;
  now: number;
};

export function formOf(name: FormName, around: Surroundings): ActForm {
  const { t, file } = around;
  const say = t.matters.forms;
  const people = around.colleagues.map(({ id, name: who }) => ({ value: id, label: who }));
  const said = (entries: Record<string, string>, field: string): string => (entries[field] ?? '').trim();
  const staff = (entries: Record<string, string>): StaffId | undefined => {
    const parsed = StaffId.safeParse(entries['to']);
    return parsed.success ? parsed.data : undefined;
  };
  switch (name) {
    case 'transfer': {
      const owners = new Set(
        file.history.flatMap((h) => (h.what === 'claimed' || h.what === 'assigned' ? [h.by] : [])),
      );
      return {
        ...say.transfer,
        ...(owners.size >= 2 && !file.row.problemCase ? { warning: say.transfer.many } : {}),
        fields: [
          {
            name: 'to',
            label: say.transfer.to,
            kind: 'choice',
            optional: true,
            choices: [
              { value: '', label: say.transfer.anyone },
              ...people.filter(({ value }) => value !== file.row.owner?.id),
            ],
          },
          { name: 'reason', label: say.transfer.reason, kind: 'text', hint: say.transfer.hint, max: 500 },
        ],
        deed: (entries) => {
          const to = staff(entries);
          const reason = said(entries, 'reason');
          return reason === '' ? undefined : { act: 'transfer', reason, ...(to === undefined ? {} : { to }) };
        },
      };
    }
    case 'assign':
      return {
        ...say.assign,
        fields: [
          {
            name: 'to',
            label: say.assign.to,
            kind: 'choice',
            choices: people.filter(({ value }) => value !== file.row.owner?.id),
          },
        ],
        deed: (entries) => {
          const to = staff(entries);
          return to === undefined ? undefined : { act: 'assign', to };
        },
      };
    case 'raise':
    case 'resume':
      return {
        ...say[name],
        fields: [{ name: 'reason', label: say[name].reason, kind: 'text', max: 500 }],
        deed: (entries) => {
          const reason = said(entries, 'reason');
          return reason === '' ? undefined : { act: name, reason };
        },
      };
    case 'extend':
      return {
        ...say.extend,
        fields: [
          { name: 'days', label: say.extend.days, kind: 'number', first: '5', max: 10 },
          { name: 'reason', label: say.extend.reason, kind: 'text', max: 1000 },
        ],
        deed: (entries) => {
          const days = Number(entries['days'] === undefined || entries['days'] === '' ? '5' : entries['days']);
          const reason = said(entries, 'reason');
          return Number.isInteger(days) && days >= 1 && days <= 10 && reason !== ''
            ? { act: 'ask-extension', days, reason }
            : undefined;
        },
      };
    case 'supervise':
      return {
        ...say.supervise,
        fields: [
          { name: 'due', label: say.supervise.due, kind: 'time', first: closingOf(around.now) },
          { name: 'words', label: say.supervise.words, kind: 'text', max: 1000 },
        ],
        deed: (entries) => {
          const due = instantIn(
            entries['due'] === undefined || entries['due'] === '' ? closingOf(around.now) : entries['due'],
          );
          const words = said(entries, 'words');
          return due === undefined || words === '' ? undefined : { act: 'supervise', dueAt: due, words };
        },
      };
    case 'merge': {
      const same = (around.aids?.similar ?? []).filter(
        ({ row, samePerson }) =>
          samePerson && ['filed', 'accepted', 'assigned', 'working', 'waiting-for-citizen'].includes(row.state),
      );
      return {
        ...say.merge,
        ...(same.length === 0 ? { warning: say.merge.none } : {}),
        fields: [
          {
            name: 'into',
            label: say.merge.into,
            kind: 'choice',
            choices: same.map(({ row }) => ({ value: row.id, label: `${row.number} ${row.title}` })),
          },
        ],
        deed: (entries) => {
          const into = ComplaintId.safeParse(entries['into']);
          return into.success ? { act: 'merge', into: into.data } : undefined;
        },
      };
    }
    case 'link': {
      // The guide of its own service is the usual one; another matter is named by its number and looked up by the dialog.
      const guide = file.row.service;
      return {
        ...say.link,
        fields: [
          {
            name: 'to',
            label: say.link.kind,
            kind: 'choice',
            first: guide === undefined ? 'case' : 'guide',
            choices: [
              ...(guide === undefined ? [] : [{ value: 'guide', label: say.link.guide }]),
              { value: 'case', label: say.link.case },
            ],
          },
          { name: 'number', label: say.link.number, kind: 'line', optional: true, hint: say.link.numberHint, max: 20 },
        ],
        deed: (entries) => {
          const to = entries['to'] ?? '';
          if (to === 'guide' || (to === '' && guide !== undefined))
            return guide === undefined ? undefined : { act: 'link', to: 'guide', id: guide };
          const number = said(entries, 'number');
          return number === '' ? undefined : { act: 'link', to: 'case', id: number };
        },
      };
    }
  }
}

/** Closing time of today, as a field for date and time shows it, on the office's clock. */
function closingOf(now: number): string {
  const day = dayOf(instantOf(now));
  return `${Date.parse(at(day, 17 * 60)) > now ? day : dayOf(instantOf(now + 24 * 3_600_000))}T17:00`;
}

function instantIn(text: string): ReturnType<typeof at> | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  return found === null ? undefined : at(found[1] as Day, Number(found[2]) * 60 + Number(found[3]));
}
