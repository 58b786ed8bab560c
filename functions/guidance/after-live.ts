/** A live guidance is over: one line that sums up, once the rating, and the “办不成事” window when it could not be done. */
import type { BotTurn, LiveEnd } from '../../models/conversation/bot.ts';
import type { Button, Reply } from '../../models/conversation/content.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { grades } from '../../models/conversation/rating.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { liveWords } from '../../models/phrasebook/live-words.ts';
import { phrasesIn } from '../../models/phrasebook/phrases.ts';

export function afterLive(conversation: Conversation, end: LiveEnd): { turn: BotTurn; offers: Record<string, string> } {
  const { language } = conversation;
  const p = phrasesIn(language);
  const { summary, how } = liveWords(language);
  const service = end.service === undefined ? undefined : serviceById(end.service);
  const offers: Record<string, string> = {
    ...(end.outcome === 'not-solved' ? { [p.buttons.complaint]: 'command:complaint' } : {}),
    ...(end.outcome === 'solved' ? {} : { [p.buttons.callBack]: 'command:call-back' }),
    ...Object.fromEntries(grades.map((grade) => [p.grades[grade], `grade:${grade}`])),
  };
  const buttons = (codes: readonly string[]): Button[] =>
    Object.entries(offers)
      .filter(([, code]) => codes.some((one) => code.startsWith(one)))
      .map(([label]) => ({ label, send: label }));
  const said: Reply = {
    type: 'reply',
    say: summary.say[end.outcome](end.officer),
    buttons: [
      ...(end.outcome === 'cut-off' ? [{ label: summary.again, open: end.link, look: 'main' as const }] : []),
      ...(end.checklist === undefined
        ? []
        : [{ label: summary.checklist, open: end.checklist, look: 'plain' as const }]),
      ...buttons(['command:']),
    ],
    card: {
      type: 'summary',
      title: summary.title,
      items: [
        { label: summary.who, text: end.officer },
        ...(service === undefined
          ? []
          : [{ label: summary.matter, text: language === 'zh' ? service.nameZh : service.nameEn }]),
        { label: summary.ways, text: [...new Set(end.ways)].map((rung) => how[rung]).join('、') },
        { label: summary.long, text: summary.minutes(end.minutes) },
        { label: summary.result, text: summary.results[end.outcome] },
      ],
    },
  };
  const rating: Reply = {
    type: 'reply',
    say: p.rateAsk,
    buttons: buttons(['grade:']),
    card: { type: 'rating', title: p.rateTitle, items: [] },
  };
  return { turn: { replies: [said, rating], change: { failedTurns: 0 }, effects: [] }, offers };
}
