/** What an answer still lacks before it may be sent. The office checks again; this says it beside the button, before the press. */
import type { OutcomeName } from '../../../models/complaint/answer.ts';
import { Answer } from '../../../models/complaint/answer.ts';

export type AnswerDraft = {
  outcome: OutcomeName | '';
  cause: string;
  text: string;
  basis: readonly string[];
  goTo: string;
  /** One reason a line. */
  reasons: string;
  report: string;
};
export type Around = {
  /** The catalogue says that this office does it: a “no” needs a report. */
  canBeDone: boolean;
  memos: readonly { text: string }[];
  checklist: readonly { doneBy?: string | undefined }[];
};
export type GateName =
  'text' | 'outcome' | 'cause' | 'basis' | 'goTo' | 'reasons' | 'report' | 'note' | 'filled' | 'papers';
/** `holds: false` keeps the button shut, except for a point that only advises. */
export type GatePoint = { name: GateName; ok: boolean; advises?: true };

/** Shorter words are in anybody's answer. */
const TELLING = 10;

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function gateOf(draft: AnswerDraft, around: Around): GatePoint[] {
  const { outcome } = draft;
  const needsPlace = outcome === 'done' || outcome === 'handed-on' || outcome === 'not-possible';
  const needsBasis = outcome === 'explained' || outcome === 'not-possible';
  const point = (name: GateName, ok: boolean): GatePoint => ({ name, ok });
  return [
    point('outcome', outcome !== ''),
    point('text', draft.text.trim() !== ''),
    point('cause', draft.cause !== ''),
    ...(needsBasis
      ? [point('basis', draft.basis.length > 0)]
      : [{ ...point('basis', draft.basis.length > 0), advises: true as const }]),
    ...(needsPlace ? [point('goTo', draft.goTo.trim() !== '')] : []),
    ...(outcome === 'not-possible' ? [point('reasons', linesOf(draft.reasons).length > 0)] : []),
    ...(outcome === 'not-possible' && around.canBeDone ? [point('report', draft.report.trim() !== '')] : []),
    point('note', !carriesNote(draft, around.memos)),
    ...(/\{(?:称呼|我|单位|编号)\}/u.test(draft.text) ? [point('filled', false)] : []),
    ...(around.checklist.length > 0
      ? [
          {
            ...point(
              'papers',
              around.checklist.every((item) => item.doneBy !== undefined),
            ),
            advises: true as const,
          },
        ]
      : []),
  ];
}

/** A sentence of a private note has got into what the citizen would read. */
function carriesNote({ text, goTo, reasons }: AnswerDraft, memos: Around['memos']): boolean {
  const said = `${text}\n${goTo}\n${reasons}`.replaceAll(/\s/gu, '');
  return memos
    .flatMap((memo) => memo.text.split(/[。！？!?\n]/u))
    .map((sentence) => sentence.replaceAll(/\s/gu, ''))
    .some((sentence) => sentence.length >= TELLING && said.includes(sentence));
}

export const isOpenGate = (points: readonly GatePoint[]): boolean =>
  points.every(({ ok, advises }) => ok || advises === true);

/** The answer as it is sent; undefined while the schema would refuse it. */
export function answerOf(draft: AnswerDraft, canBeDone: boolean): Answer | undefined {
  const base = { text: draft.text.trim(), basis: [...draft.basis] };
  const goTo = draft.goTo.trim();
  const made = {
    done: { outcome: 'done', ...base, goTo },
    explained: { outcome: 'explained', ...base },
    'handed-on': { outcome: 'handed-on', ...base, goTo },
    'not-possible': {
      outcome: 'not-possible',
      ...base,
      reasons: linesOf(draft.reasons),
      goTo,
      ...(canBeDone ? { report: draft.report.trim() } : {}),
    },
  };
  if (draft.outcome === '') return undefined;
  const parsed = Answer.safeParse(made[draft.outcome]);
  return parsed.success ? parsed.data : undefined;
}
