/** On which date something is ready: working days counted from the day of acceptance, holidays named as the reason. */
import { shortCitations } from '../../models/guidance/citations.ts';
import { rules } from '../../models/guidance/rules.ts';
import type { Service } from '../../models/guidance/service.ts';
import { calendarDay } from '../../models/office/calendar.ts';
import { addWorkingDays } from '../../models/office/opening.ts';
import { type Day, addDays, at, dayOf } from '../../models/time.ts';
import { nameOf, optional } from './card-parts.ts';
import { cite } from './cite.ts';
import { daysIn } from './resolve-date.ts';
import { sayDate, sayDay, saySpan } from './say-days.ts';
import { type Said, type Scene, offer, said } from './talk.ts';
import { holidayAround } from './tell-hours.ts';

export function tellReadyDate(scene: Scene, service: Service): Said {
  const { p, language, now, heard, office } = scene;
  const said_ = /(\d{1,2}|[一二两三五七十])个?工作日/.exec(heard.plain)?.[1];
  const words: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 五: 5, 七: 7, 十: 10 };
  const limit = service.timeLimit?.kind === 'working' ? service.timeLimit.days : undefined;
  const days = limit ?? (said_ === undefined ? undefined : (words[said_] ?? Number(said_)));
  if (days === undefined)
    return said(
      { say: p.readyNone(nameOf(service, scene)), offers: [offer(p.buttons.yesAsk, 'command:person')] },
      { effects: [{ do: 'note-gap', question: heard.text, service: service.id }] },
    );
  const started = daysIn(heard.entities, now)[0] ?? dayOf(now);
  const instant = started === dayOf(now) ? now : at(started, 12 * 60);
  const ready = addWorkingDays(started === dayOf(now) ? null : office, instant, days);
  const why = holidaysBetween(started, ready);
  const counts =
    service.category === 'driver-licence' || service.category === 'driver-exam'
      ? (['令162', 110] as const)
      : (['令164', 92] as const);
  const source = p.joinSources([
    ...shortCitations([service])
      .map((s) => s[language])
      .filter((s) => s.includes(rules[counts[0]].shortZh) || s.includes('Order')),
    cite([counts, ...(why === undefined ? [] : [['日历'] as const])], language, p, now) ?? '',
  ]);
  const say =
    started === dayOf(now) && why === undefined
      ? p.ready(days, readyWord(ready, scene))
      : p.readyWhy(
          dayWord(started, scene),
          sayDay(ready, p),
          why === undefined ? '' : p.readyWhyDays(saySpan(why.from, why.to, p)),
        );
  return said(
    {
      say,
      card: { type: 'source', items: [], source: source.slice(0, 300) },
      offers: [offer(p.buttons.officerConfirm, 'command:person'), offer(p.buttons.solved, 'command:solved')],
      rateable: true,
    },
    { talk: { facet: 'ready', ...optional('day', why?.from) } },
  );
}

/** 明天（9月30日，周三） */
function readyWord(day: Day, { p, now, language }: Scene): string {
  const spoken = sayDay(day, p);
  if (day !== addDays(dayOf(now), 1)) return spoken;
  return language === 'zh' ? `${p.tomorrow}，${spoken}` : `${p.tomorrow}, ${spoken}`;
}

function dayWord(day: Day, { p, now }: Scene): string {
  if (day === dayOf(now)) return p.today;
  return day === addDays(dayOf(now), 1) ? p.tomorrow : sayDate(day, p);
}

function holidaysBetween(from: Day, to: Day): { from: Day; to: Day } | undefined {
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1))
    if (calendarDay(day).kind === 'holiday') return holidayAround(day);
  return undefined;
}
