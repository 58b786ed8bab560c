/** What is said around step cards and marked screenshots. */
export const showingZh = {
  pointed: '您指的地方我看不了，警官看着图告诉您怎么弄。',
  pointedNoted: '您指的地方警官接手就能看到。',
  here: '按下面几步弄，弄完一步勾一步。哪一步不会，点那一步后面的“不会”。',
  stuck: (n: number) => `第${String(n)}步卡住了。把那一页截个图发过来，警官在图上指给您看。`,
  caution: '名称和位置以手机上看到的为准。',
  cautionMachine: '名称和位置以机器上看到的为准。',
  steps: '一步步怎么点',
  screenshot: '发截图',
};
export type Showing = typeof showingZh;
