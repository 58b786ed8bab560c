/** What is read when a step on an appointment was refused: why it does not go, and what does. */
type Both = { zh: string; en: string };

/** By the beginning of the refusal's detail. */
export const appointmentRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^the appointment was moved meanwhile/,
    { zh: '这个时间刚刚被改过，看一看新的再定。', en: 'It was moved a moment ago. Look at the new time first.' },
  ],
  [
    /^this time is taken/,
    {
      zh: '这个时间刚被别人约走了，请换一个。原来约好的还给您留着。',
      en: 'Somebody was quicker with this time. Please take another; what you had booked is still yours.',
    },
  ],
  [
    /^this matter has appointments enough/,
    {
      zh: '这件事已经约了好几个时间。请先用好或取消其中一个，再约新的。',
      en: 'Several times are booked for this matter already. Please use or call off one of them first.',
    },
  ],
  [
    /^this office does not offer it/,
    { zh: '本所暂时不办这一项预约。', en: 'This office does not offer appointments for it.' },
  ],
  [
    /^an appointment that is \S+ cannot be moved/,
    { zh: '这个预约已经结束了，改不了期，请重新约一个。', en: 'This appointment is over. Please book a new one.' },
  ],
  [
    /^an appointment that is \S+ cannot be (called off|confirmed|missed)/,
    { zh: '这个预约已经结束了，不用再处理。', en: 'This appointment is over already.' },
  ],
  [
    /^an appointment that is \S+ (cannot take place|has no waiting room)/,
    { zh: '这个预约还没确认或已经取消，请先约好时间。', en: 'It is not confirmed, or was called off.' },
  ],
  [
    /^they still have some minutes/,
    {
      zh: '还没过等候时间，再等一等。过了时间系统会自己记。',
      en: 'They still have some minutes; it is noted by itself.',
    },
  ],
  [
    /^they are in the waiting room/,
    { zh: '人已经在等候室了，不能记未到。', en: 'They are in the waiting room and have not missed it.' },
  ],
  [
    /^the queue is closed for today/,
    {
      zh: '今天排队的人已经排到下班了，现在排也轮不到。请约一个时间，到点不用等。',
      en: 'The queue is full until closing time. Please book a time; then you need not wait.',
    },
  ],
  [
    /^nobody is at this desk today/,
    { zh: '今天这个窗口不开，请约别的日子。', en: 'This desk is closed today. Please book another day.' },
  ],
  [
    /^they (are not waiting any more|were not called)/,
    { zh: '这位已经不在队里了。', en: 'They are not in line any more.' },
  ],
  [/^nobody waits for this/, { zh: '队里没有这一位。', en: 'Nobody is in line for this.' }],
];
