import { figuresOf } from '../../models/complaint/triage/measure.ts';
import type { Triage } from '../../models/complaint/triage/proposal.ts';
import { triageLines } from '../../scripts/evaluate-triage.ts';

const line = (mine: boolean, window: string, service: string | null): string =>
  JSON.stringify({
    id: '1',
    title: '标题',
    body: '正文',
    label: { mine, window, problem: 'other', service, urgency: 'ordinary' },
  });

const proposed = (window: Triage['window'], service?: string): Triage => ({
  mine: window === 'accept',
  window,
  problem: 'other',
  cause: 'unclear',
  urgency: 'ordinary',
  because: [],
  sure: 1,
  ...(service === undefined ? {} : { service }),
});

test('accuracy counts hits; macro-F1 gives every answer, rare or not, the same say', () => {
  const letters = triageLines(
    [line(true, 'accept', 'exam-subject-2'), line(false, 'redirect', null), line(false, 'refuse', null)].join('\n'),
  );
  const says = [proposed('accept', 'exam-subject-2'), proposed('redirect'), proposed('redirect')];
  const figures = figuresOf(letters.map((letter, i) => ({ ...letter, proposed: says[i] ?? proposed('accept') })));
  expect(Object.keys(figures)).toEqual(['lines', 'mine', 'window', 'problem', 'service', 'macroF1']);
  expect(figures).toMatchObject({ lines: 3, mine: 1, problem: 1, service: 1 });
  expect(figures.window).toBeCloseTo(2 / 3);
  // accept 1, redirect 2·1/(2+1), refuse 0
  expect(figures.macroF1.window).toBeCloseTo((1 + 2 / 3 + 0) / 3);
});

test('a line that is not as it should be is named by its number', () => {
  expect(() => triageLines(`${line(true, 'accept', null)}\n{"body": "正文"}`)).toThrow(/^line 2 is not/);
});
