/** The small answers and first questions as data: complete, short, sourced, and not copied from the written conversations. */
import { readdirSync } from 'node:fs';
import { facts } from '../../models/guidance/answers/facts.ts';
import { firstQuestions } from '../../models/guidance/answers/first-questions.ts';
import { openings } from '../../models/guidance/answers/openings.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { rules } from '../../models/guidance/rules.ts';
import { findFacts } from '../../functions/guidance/find-fact.ts';
import { readTranscript } from '../transcripts/transcript.ts';

const sidePointOpen = new Set(['exam-five-times', 'mandate-form']);

test('there are more than 120 of them, each with its own name and several wordings', () => {
  expect(facts.length).toBeGreaterThan(120);
  expect(new Set(facts.map((f) => f.id)).size).toBe(facts.length);
  for (const { id, ask } of facts) expect([id, ask.length >= 4]).toEqual([id, true]);
});

test.each(facts.map((f) => [f.id, f] as const))(
  '%s is short in both languages, belongs to real services and cites real articles',
  (_id, fact) => {
    expect(Array.from(fact.zh).length).toBeLessThanOrEqual(120);
    expect(fact.en.length).toBeLessThanOrEqual(150);
    for (const id of fact.of) expect(serviceById(id)).toBeDefined();
    for (const [rule, ...articles] of fact.law)
      if (rule in rules)
        for (const a of articles) expect(a).toBeLessThanOrEqual(rules[rule as keyof typeof rules].lastArticle);
    for (const next of fact.next ?? []) {
      const [kind = '', id = ''] = next.split(':');
      if (kind === 'service') expect(serviceById(id)).toBeDefined();
      if (kind === 'fact') expect(facts.some((f) => f.id === id)).toBe(true);
    }
    // What is not verified says so in words, and the other way round; two answers leave only a side point open.
    if (!sidePointOpen.has(fact.id)) expect(fact.zh.includes('没有核实')).toBe(fact.unverified === true);
  },
);

test('no wording stands under two answers', () => {
  const seen = new Map<string, string>();
  for (const { id, ask } of facts)
    for (const text of ask) {
      expect(seen.get(text) ?? id).toBe(id);
      seen.set(text, id);
    }
});

test('no wording is a line of a written conversation', () => {
  const folder = new URL('../transcripts/', import.meta.url);
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .flatMap((name) => readTranscript(name.replace('.yml', '')).turns.filter((t) => t.who === 'citizen'))
    .map((t) => plain(t.say ?? ''));
  for (const { ask } of facts) for (const text of ask) expect(lines).not.toContain(plain(text));
});

test('first questions and openings belong to real services; every question can be left', () => {
  for (const { of, choices, ask } of firstQuestions) {
    for (const id of of) expect(serviceById(id)).toBeDefined();
    expect(ask.zh.endsWith('？') || ask.zh.endsWith('。')).toBe(true);
    expect(choices.length).toBeGreaterThanOrEqual(2);
    for (const { instead, steps = [] } of choices)
      for (const id of [...steps, ...(instead === undefined ? [] : [instead])]) expect(serviceById(id)).toBeDefined();
  }
  for (const [id, opening] of Object.entries(openings)) {
    expect(serviceById(id)).toBeDefined();
    for (const text of [opening.first, opening.blocked])
      if (text !== undefined) expect(Array.from(text.zh).length).toBeLessThanOrEqual(80);
    for (const fact of opening.facts ?? []) expect(facts.some((f) => f.id === fact)).toBe(true);
  }
});

test.each([
  ['licence-replace-lost', '新证没拿到手之前摸方向盘行不行', 'lost-drive-meanwhile'],
  ['mortgage-release', '结清那张纸银行还没给，影响不', 'release-settlement-letter'],
  ['vehicle-transfer-registration', '把车过给儿子要咋弄', 'transfer-family'],
  ['exam-subject-2', '约好的考试到时候没空去', 'exam-absent'],
  ['replace-plate', '铁牌子做好之前咋上路', 'plate-drive-meanwhile'],
])('in %s, “%s” is %s', (topic, says, fact) => {
  expect(findFacts(says, topic, [])[0]?.fact.id).toBe(fact);
});
