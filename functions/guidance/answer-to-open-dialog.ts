/** Whether a message answers the question that is open, and which of its choices it means. */
import type { Command } from '../../models/guidance/answers/commands.ts';
import type { Choice } from '../../models/guidance/answers/first-question.ts';
import { asksBack, saysNo, saysYes } from '../../models/guidance/answers/listening.ts';
import { numberIn } from '../../models/guidance/answers/number-in.ts';
import { type AskedQuestion, questionToAsk } from './next-question.ts';
import type { Scene } from './talk.ts';

export function answerToOpenDialog(scene: Scene, command: Command | undefined): string | undefined {
  const { open, heard } = scene;
  if (open === undefined) return undefined;
  // These are heard before anything else.
  if (open.name === 'report' || open.name === 'own' || open.name === 'release') return undefined;
  if (open.name === 'call-back' || open.name === 'helper') return undefined;
  if (open.name === 'message') return messageStage(scene, open.stage, command);
  if (open.name === 'restate') return yesOrNo(heard.plain);
  // 没解决 is a command and no answer, although it begins with 没.
  if (command !== undefined && command !== 'done') return undefined;
  const question = questionToAsk(open.question);
  if (question === undefined) return undefined;
  return choiceMeant(question, scene);
}

/** While a message is taken, everything belongs to it except a command, and a number is expected at the end. */
function messageStage({ heard }: Scene, stage: 'what' | 'phone', command: Command | undefined): string | undefined {
  if (stage === 'what') return command === undefined ? heard.text : undefined;
  if (heard.entities.some((e) => e.kind === 'phone')) return 'phone';
  if (command === 'no-phone') return 'none';
  return /^[\d\s+-]{6,}$/.test(heard.text.trim()) ? 'unclear' : undefined;
}

const yesOrNo = (plain: string): string | undefined =>
  saysNo.test(plain) ? 'no' : saysYes.test(plain) ? 'yes' : undefined;

/** The longest word that was said decides; one sign alone counts only at the beginning of a short answer. */
function choiceMeant(question: AskedQuestion, { heard, office }: Scene): string | undefined {
  const { plain } = heard;
  const exact = question.choices.find((c) => plainOf(c.label.zh) === plain || plainOf(c.label.en) === plain);
  if (exact !== undefined) return exact.value;
  if (question.age !== undefined) {
    const years = numberIn(heard.text, heard.entities);
    if (years !== undefined && years > 10)
      return (years < question.age.limit ? question.choices[0] : question.choices[1]).value;
  }
  if (asksInstead(plain, heard.asks)) return undefined;
  let best: { value: string; length: number } | undefined;
  for (const choice of question.choices)
    for (const word of wordsOf(choice, office.shortZh))
      if (occurs(word, plain, heard.english) && word.length > (best?.length ?? 0))
        best = { value: choice.value, length: word.length };
  return best?.value;
}

const wordsOf = (choice: Choice, office: string): string[] =>
  [...choice.words, choice.label.zh, choice.label.en].map((w) => plainOf(w.replace('{office}', office)));

const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, '')
    .trim();

function occurs(word: string, plain: string, english: boolean): boolean {
  if (word === '') return false;
  if (english) return new RegExp(`\\b${word.replace(/[.*+?^${}()|[\]\\]/g, '')}\\b`).test(plain);
  if (word.length === 1) return plain.startsWith(word) && (plain.length <= 8 || /^[是对嗯没不有]/.test(plain));
  return plain.includes(word);
}

/** 丢了还能开车吗 answers no question; 没有吧 and 丢了嘛 do. */
function asksInstead(plain: string, asks: boolean): boolean {
  return asks && plain.length > 6 && asksBack.test(plain);
}
