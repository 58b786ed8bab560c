/** How an agent is told, in either language. */
export const noticesZh = {
  head: '短信通知',
  lead: '约了时间、快到时间、对方到了没有，都发短信告诉您。',
  all: '每一步都告诉我',
  onlyDue: '退订：只告诉必须告诉的',
  dueNote: '材料要补、没有批准、委托到期，退订了也会发。',
  quiet: '哪段时间别发（可不填）',
  from: '从',
  to: '到',
  quietNote: '晚上九点到早上八点本来就不发，马上要开始的除外。',
  quietWrong: '两个时间都要填，最长14个小时。',
  save: '存下',
  saved: '存好了',
};
export const noticesEn: typeof noticesZh = {
  head: 'Text messages',
  lead: 'You are told of times booked, times that come near, and whether the other side has come.',
  all: 'Tell me every step',
  onlyDue: 'Unsubscribe: only what has to be told',
  dueNote: 'Papers to mend, a refusal and the end of your mandate are told all the same.',
  quiet: 'None between (optional)',
  from: 'From',
  to: 'To',
  quietNote: 'None come from nine in the evening to eight in the morning anyway, except for what begins at once.',
  quietWrong: 'Fill in both times, fourteen hours at most.',
  save: 'Save',
  saved: 'Saved',
};
