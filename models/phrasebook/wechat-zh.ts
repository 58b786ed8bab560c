/** What is said in WeChat only: how to choose, what goes where, and that there is more to read. */
export const weChatZh = {
  /** Before the numbered buttons. */
  choose: '回数字就行：',
  officer: (name: string) => `${name}：`,
  /** The page asks for these with a button; here the person has it under their thumb. */
  sharePlace: '要发位置：点“＋”，选“位置”。',
  addPhoto: '要发照片：直接发给我。',
  callMe: '打电话：回“人工”。',
  photo: '（一张照片，点这里看）',
  /** Not a bare number: a number is what one answers with. */
  step: (n: number) => `第${String(n)}步`,
  drawing: (link: string) => `在您发的图上标好了，点这里看：${link}`,
  photos: (n: number, number: string) => `${number}的照片，共${String(n)}张`,
  source: (source: string) => `依据：${source}`,
  unverified: '待核实',
  whole: (link: string) => `没写下的，点开看全：${link}`,
  more: (n: number, link: string) => `警官又回了${String(n)}条，点开就能看全：${link}\n您回一个字，我也能接着发。`,
  moreFromBot: (n: number, link: string) =>
    `还有${String(n)}条没发完，点开就能看全：${link}\n您回一个字，我也能接着发。`,
  greeting: (office: string) => `您好，这里是${office}。要办什么、卡在哪儿，直接打字或说话。随时回“人工”，就有警官接。`,
  greetingAgain: (office: string) => `您又来了，您好。这里是${office}，之前说到哪儿我都记着。要办什么，直接说。`,
  otherOffice: (name: string) => `换到${name}`,
  officeChanged: (name: string) => `好，现在是${name}。要办什么，直接说。`,
  officeKept: (name: string) => `您的事${name}正在办，等办完再换。`,
  noVoice: '这段语音没转成字，我没听清。麻烦打几个字，或者再说一遍。',
  noPicture: '照片没收下来，麻烦再发一次。急的话，回“人工”。',
  noOther: '这个我打不开。打字、说话、发照片、发位置都行；找人回“人工”。',
  sent: { voice: '［语音］', picture: '［照片］', other: '［发来的内容打不开］' },
  linked: '接上了：网页上说的，在微信里接着说。不想连着，回“解除绑定”。',
  matterLinked: (number: string) => `您反映的${number}接上微信了。有进展，这里告诉您；问进度，直接说“${number}”。`,
  releaseLinked: (number: string) => `视频解押${number}接上微信了。有进展，这里告诉您。`,
  unlinked: '解除了。网页上的对话不再发到微信，说过的都还在。',
  nothingLinked: '微信没有连着网页上的对话，不用解除。',
  unlink: '解除绑定',
} as const;

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [Name in keyof T]: Same<T[Name]> };
export type WeChatWords = Same<typeof weChatZh>;
