/** Plays a written conversation against whatever answers it, and checks what its `must` and `must_not` say literally. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Reply } from '../../models/conversation/content.ts';

const Transcript = z.object({
  id: z.string(),
  channel: z.enum(['web', 'wechat']),
  office: z.enum(['银川', '盐池', '平罗', '中宁']),
  given: z.object({ now: z.string(), config: z.array(z.string()) }),
  turns: z.array(z.object({ who: z.enum(['citizen', 'bot', 'officer', 'system']), say: z.string().optional() })),
  must: z.array(z.string()),
  must_not: z.array(z.string()),
});
export type Transcript = z.infer<typeof Transcript>;

export function readTranscript(id: string): Transcript {
  return Transcript.parse(parse(readFileSync(new URL(`./${id}.yml`, import.meta.url), 'utf8')));
}

/** Who answers: the assistant alone, or the whole product behind its windows. */
export type Stage = {
  citizen(text: string): Promise<readonly Reply[]>;
  /** The officer takes the talk from the line. */
  claim(officer: string): Promise<void>;
  officer(text: string): Promise<void>;
  /** The officer hands it back; what the assistant says then. */
  handBack(): Promise<readonly Reply[]>;
  /** Something happens by itself; what the assistant says then. */
  system?(what: string): Promise<readonly Reply[]>;
};

/** What the citizen saw in the bot turns of the transcript, the first one first. */
export async function play(transcript: Transcript, stage: Stage): Promise<Reply[][]> {
  const shown: Reply[][] = [];
  let answer: readonly Reply[] = [];
  let before = '';
  for (const { who, say = '' } of transcript.turns) {
    // A voice message arrives as its words.
    if (who === 'citizen') answer = await stage.citizen(say.replace(/^（语音）/, ''));
    if (who === 'system' && /takes the conversation/.test(say))
      await stage.claim(/Officer (\S+) takes/.exec(say)?.[1] ?? '马');
    if (who === 'system' && stage.system !== undefined) answer = await stage.system(say);
    if (who === 'officer') {
      if (before === 'bot') await stage.claim(/我是(.)警官/.exec(say)?.[1] ?? '马');
      await stage.officer(say);
    }
    if (who === 'bot') {
      shown.push([...(before === 'officer' ? await stage.handBack() : answer)]);
      answer = [];
    }
    before = who;
  }
  return shown;
}

/** Everything that was shown: words, buttons, card. */
export const textOfReplies = (replies: readonly Reply[]): string =>
  replies
    .flatMap((r) => [
      r.say,
      ...r.buttons.map((b) => b.label),
      r.card?.title ?? '',
      r.card?.source ?? '',
      ...(r.card?.items ?? []).flatMap((i) => [i.label ?? '', i.text, i.note ?? '']),
      ...(r.card?.because ?? []),
    ])
    .join('\n');

type Literal = { line: string; turn: number | undefined; word: string };

/** The words in 「」, each with the bot turn it speaks of; without a number it speaks of every turn. */
export function literalsIn(lines: readonly string[]): Literal[] {
  return lines.flatMap((line) => {
    const turn = /^bot (\d+)\b/.exec(line)?.[1];
    return [...line.matchAll(/「([^」]+)」/g)].map((match) => ({
      line,
      turn: turn === undefined ? undefined : Number(turn),
      word: match[1] ?? '',
    }));
  });
}
