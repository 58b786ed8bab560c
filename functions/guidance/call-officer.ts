/** Hands over to an officer: into the line when somebody is on duty, else what can be done now, a message or a call-back. */
import type { Effect } from '../../models/conversation/bot.ts';
import type { HandOverReason } from '../../models/conversation/conversation.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { calendarDay } from '../../models/office/calendar.ts';
import { offers as officeOffers } from '../../models/office/office.ts';
import { offices } from '../../models/office/offices.ts';
import { openingAt } from '../../models/office/opening.ts';
import { dayOf } from '../../models/time.ts';
import { maskNumbers } from './mask-numbers.ts';
import { sayOpening } from './say-days.ts';
import { summarise } from './summarise.ts';
import { startMessage } from './take-message.ts';
import { type Said, type Scene, offer, said, topicOf } from './talk.ts';

export async function callOfficer(scene: Scene, reason: HandOverReason, words?: string): Promise<Said> {
  const { p, around, conversation, heard, elder } = scene;
  if (conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'live')
    return said({ say: p.alreadyWaiting, offers: [offer(p.buttons.cancel, 'command:cancel')] });
  const line = openingAt(scene.office, scene.now).open ? await around.line(scene.first) : null;
  if (line === null)
    return words !== undefined && (topicOf(scene) !== undefined || heard.plain.length >= 12)
      ? startMessage(scene, { callBack: true, words })
      : closedOffer(scene);
  const known = words !== undefined || topicOf(scene) !== undefined || conversation.summary !== undefined;
  const summary = summarise(scene, words ?? lastNeed(scene));
  const effect: Effect = {
    do: 'hand-over',
    reason,
    kind: 'live',
    summary,
  };
  return said(
    {
      say: (elder ? p.queuedShort : known ? p.queuedKnown : p.queued)(line.ahead, line.minutes),
      offers: [offer(p.buttons.callBack, 'command:call-back'), offer(p.buttons.cancel, 'command:cancel')],
      ...(known && summary.need !== ''
        ? { card: { type: 'summary' as const, title: p.summaryTitle, items: summaryItems(summary) } }
        : {}),
    },
    { effects: [effect], dialog: 'close' },
  );
}

/** What was asked last, if it was more than a command. */
function lastNeed(scene: Scene): string | undefined {
  const id = topicOf(scene);
  return id === undefined ? undefined : serviceById(id)?.nameZh;
}

const summaryItems = (summary: {
  need: string;
  known: readonly { label: string; value: string }[];
}): { label?: string; text: string }[] => [
  { text: summary.need.slice(0, 300) },
  ...summary.known.slice(0, 6).map(({ label, value }) => ({ label: label.slice(0, 20), text: value.slice(0, 300) })),
];

/** No line that nobody serves: three ways that work at this hour. */
function closedOffer(scene: Scene): Said {
  const { p, office, now, language, elder } = scene;
  const opening = openingAt(office, now);
  const when = sayOpening(office, now, p);
  const say = opening.open
    ? p.nobody(p.nobodyNow)
    : elder
      ? p.closedShort(when)
      : opening.reason === 'holiday'
        ? p.closedHoliday(calendarDay(dayOf(now)).holiday?.[language] ?? '', when)
        : opening.reason === 'lunch'
          ? p.closedLunch(when)
          : p.closed(when);
  const elsewhere = openDesks(scene);
  return said(
    {
      say,
      offers: [
        offer(p.buttons.tellNow, 'mood:tell'),
        offer(p.buttons.message, 'command:message'),
        offer(p.buttons.callBack, 'command:call-back'),
      ],
      ...(elsewhere.length === 0
        ? {}
        : {
            card: {
              type: 'points' as const,
              items: elsewhere.map((text) => ({ text })),
              source: p.sources.hours(language === 'zh' ? office.nameZh : office.nameEn, office.hours.validFrom),
            },
          }),
    },
    {},
  );
}

/** A round-the-clock desk, where the matter (if one is known) can be done there. */
function openDesks(scene: Scene): string[] {
  const { office, p, language } = scene;
  const id = topicOf(scene);
  const service = id === undefined ? undefined : serviceById(id);
  return offices
    .filter((o) => o.id !== office.id && o.hours.roundTheClock)
    .filter(
      (o) =>
        service === undefined ||
        (officeOffers(o, service.id) && ['licence-any', 'anywhere', 'vehicle-location'].includes(service.place)),
    )
    .map((o) => p.openElsewhere(language === 'zh' ? o.nameZh : o.nameEn));
}

/** While somebody waits the assistant takes notes and gives no advice. */
export function noteWhileWaiting(scene: Scene): Said {
  const { p, heard, conversation } = scene;
  const { state } = conversation;
  if (state.name !== 'waiting-for-officer') throw new Error('nobody is waiting');
  const summary = summarise(scene, heard.text);
  const phone = heard.entities.find((e) => e.kind === 'phone');
  const effect: Effect = {
    do: 'hand-over',
    reason: state.reason,
    kind: 'live',
    summary,
    ...(state.callBack === undefined ? {} : { callBack: state.callBack }),
  };
  return said(
    { say: p.noted(clip(maskNumbers(heard.text.trim()), 60)), offers: [offer(p.buttons.cancel, 'command:cancel')] },
    { effects: [effect], ...(phone === undefined ? {} : { change: { phone: phone.value } }) },
  );
}

const clip = (text: string, most: number): string =>
  Array.from(text).length <= most ? text : `${Array.from(text).slice(0, most).join('')}…`;

export function cancelWaiting(scene: Scene): Said {
  const { p, conversation, open } = scene;
  if (conversation.state.name !== 'waiting-for-officer')
    return open === undefined
      ? said({ say: p.nothingToCancel, offers: [offer(p.buttons.person, 'command:person')] })
      : said({ say: p.droppedMessage, offers: [offer(p.buttons.person, 'command:person')] }, { dialog: 'close' });
  const say = conversation.state.kind === 'live' ? p.cancelled : p.messageCancelled;
  return said(
    { say, offers: [offer(p.buttons.person, 'command:person'), offer(p.buttons.message, 'command:message')] },
    { effects: [{ do: 'cancel-waiting' }], dialog: 'close' },
  );
}
