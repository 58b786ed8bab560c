/** What the assistant says to whoever wants fewer messages, or wants them back. */
const zh = {
  ask: (many: number): string =>
    `${many === 1 ? '这件事' : `这${String(many)}件事`}的进度、提醒这些通知，点一下就不发了。下面这几样，退订了有了还会告诉您。`,
  title: '退订了也会告诉您的',
  kept: [
    { text: '材料要补：缺的一次说全', note: '公安部令第164号第3条' },
    { text: '没有受理、没有批准：理由和该去哪儿' },
    { text: '您反映的事有了答复' },
  ],
  alone: '您问的照样答，警官回您的话照常到。',
  done: '退订好了，进度和提醒不再发。您问的照样答。想恢复，点一下，或者发“恢复通知”。',
  already: '已经退订了，现在只告诉必须告诉的。想恢复，点一下，或者发“恢复通知”。',
  restored: '恢复了，每一步都会告诉您。不想收了，发“退订”就行。',
  asBefore: '好，照旧告诉您。',
  nothing: '您在这儿没有会收通知的事。我只答您问的，不会自己发消息。',
  buttons: { onlyDue: '退订', keep: '先不退', restore: '恢复通知' },
};
export type NoticeTalk = typeof zh;
const en: NoticeTalk = {
  ask: (many) =>
    `One tap, and progress and reminders of ${many === 1 ? 'this matter' : `these ${String(many)} matters`} stop. What is listed below you are told all the same.`,
  title: 'Told all the same',
  kept: [
    { text: 'Papers to mend: all that is missing, at once', note: '公安部令第164号第3条' },
    { text: 'Not taken on, not approved: why, and where to turn' },
    { text: 'The answer to what you reported' },
  ],
  alone: 'What you ask is answered as before, and an officer’s words reach you.',
  done: 'Unsubscribed: no more progress or reminders. What you ask is answered. To have them back, tap, or write “resume notices”.',
  already:
    'You are unsubscribed: only what has to be told is told. To have the rest back, tap, or write “resume notices”.',
  restored: 'You are told of every step again. To stop it, write “unsubscribe”.',
  asBefore: 'Good: you are told as before.',
  nothing: 'Nothing of yours here sends messages. I only answer what you ask.',
  buttons: { onlyDue: 'Unsubscribe', keep: 'Not now', restore: 'Resume notices' },
};
export const noticeTalk = { zh, en };
