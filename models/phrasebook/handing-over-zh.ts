/** What the assistant says around officers: calling one, waiting, leaving a message, coming back, being thanked or scolded. */
export const handingOverZh = {
  // Calling an officer
  queued: (ahead: number, minutes: number): string =>
    `好，这就找警官，${ahead === 0 ? '下一位就是您' : `前面${ahead}位`}，大约${minutes}分钟。等的时候可以先把事说了，我记给警官；不想等就发“取消”。`,
  queuedShort: (ahead: number, minutes: number): string =>
    `好，这就找警官，${ahead === 0 ? '下一位就是您' : `前面${ahead}位`}，大约${minutes}分钟。您先说，我记着。`,
  queuedKnown: (ahead: number, minutes: number): string =>
    `正在转警官，${ahead === 0 ? '下一位就是您' : `前面${ahead}位`}，大约${minutes}分钟。您说的我都整理过去了，不用再讲一遍。`,
  summaryTitle: '转给警官的小结',
  noted: (what: string): string => `记下了：${what}。警官接手就能看到，不用再说一遍。`,
  notedPhoto: '照片收到了，警官接手就能看到。',
  notedPlace: '位置收到了，警官接手就能看到。',
  alreadyWaiting: '已经在找警官了，您前面的人办完就到您。想先说事就直接说，我记给警官；不想等就发“取消”。',
  cancelled: '好，不等了。有事接着问我，想找人随时发“人工”。',
  messageCancelled: '好，留言撤回了，警官不会再打给您。有事接着问我。',
  nothingToCancel: '现在没有排队，也没有留言。您想问什么，直接说就行。',
  // The green lane
  laneGiven: '给您排在前面了。只记这一条，不记原因。',
  laneGivenPlace: (ahead: number, minutes: number): string =>
    `给您排在前面了，${ahead === 0 ? '下一位就是您' : `前面${ahead}位`}，大约${minutes}分钟。只记这一条，不记原因。`,
  laneNoted: '记下了，找警官时给您排在前面，字也放大了。只记这一条，不记原因。',
  laneEnded: '好，按先来后到排。字太大，点右上角“标准字”。',
  // Closed, or nobody on duty
  closed: (opens: string): string =>
    `警官下班了，${opens}上班。您可以现在说事，我能办的马上办；也可以留言或留电话，到时先回您。`,
  closedShort: (opens: string): string => `警官下班了，${opens}上班。您现在说事，或留个电话，到时先回您。`,
  closedLunch: (opens: string): string =>
    `警官在午休，${opens}回来。您可以现在说事，我能答的马上答；也可以留言或留电话，到时先回您。`,
  closedHoliday: (holiday: string, opens: string): string =>
    `${holiday}放假，${opens}上班。您可以现在说事，我能办的马上办；也可以留言或留电话，上班先回您。`,
  nobody: (opens: string): string =>
    `这会儿警官都不在线，${opens}。您可以先把事说了，我能答的马上答；也可以留言或留电话，警官先回您。`,
  nobodyNow: '窗口开着，来窗口也行',
  openElsewhere: (office: string): string => `急事：${office}全年24小时有人`,
  // Leaving a message
  askMessage: '您说吧，什么事、想要什么结果，一两句就行，我原样转给警官。',
  askPhone: (when: string): string => `行，${when}先看您这条。回电打哪个号码？不想留号，发“不留”，回复会出现在这里。`,
  phoneUnclear: '这个号不像手机号，请再发一次11位号码；不想留号，发“不留”。',
  receiptTitle: '留言回执',
  messageTaken: (number: string, when: string, tail: string | undefined): string =>
    tail === undefined
      ? `记好了，留言号${number}。${when}警官看了就在这里回您。这会儿有别的，接着问我。`
      : `记好了，留言号${number}。${when}警官打尾号${tail}。这会儿卡住了，回来问我就行。`,
  receiptNumber: (number: string): string => `留言号${number}`,
  receiptWhen: (when: string): string => `${when}回您`,
  receiptTail: (tail: string): string => `尾号${tail}`,
  // A call-back at an agreed time
  callHeld: (number: string, when: string, tail: string): string =>
    `记好了，留言号${number}。${when}警官打尾号${tail}。短信里的6位数发给我，就定下来。`,
  callBooked: (when: string, tail: string): string => `定好了，${when}警官打尾号${tail}，没打通会再打一次。`,
  callMoved: (when: string, tail: string): string => `改好了，${when}警官打尾号${tail}。`,
  callWhich: '哪个时间方便？都不合适，说一声“明天下午”这样的就行。',
  callNotThen: '您说的时间没有空了，这几个还有。',
  callGone: '这个时间刚刚被人约走了，换一个行不行？',
  callNoTimes: '这几天的回电时间都约满了。您留个言，警官上班就看。',
  callOff: '好，不打了。想让警官回电，随时再说。',
  callCodeShape: '短信里是6位数，照着发给我就行。',
  callCodeElse: '弄不来也不要紧，您的留言警官照样看、照样打。',
  callCodeAgain: (tail: string): string => `又发了一条，到尾号${tail}。`,
  callLink: '换时间、取消',
  receiptCall: (when: string): string => `${when}回电`,
  droppedMessage: '好，先不留。想留的时候再说“留言”就行。',
  // Offers
  offerPerson: '我没能答到点子上，不让您再猜了。找个警官跟您说，行不行？',
  unsolved: '没答到点子上，对不住。您说说还差哪一点；也可以直接找警官。',
  guidanceOffer: '想让人一步步带着弄，就找警官：打字、发照片都行，他看得到您说过的。',
  trackMessage: (number: string): string =>
    `您的留言是${number}，警官上班就看、就回。别的业务的进度我看不到，可以请警官查。`,
  bookOffer: (hours: string): string =>
    `网上预约还没开通，我不给您空约。${hours}带齐材料来窗口就行，也可以请警官看看哪天合适。`,
  bookVideoOffer: '视频解押还不能在这儿直接约，我不给您空约。我请警官跟您定时间，要准备的我先给您列好。',
  // Coming back
  welcomeBack: (officer: string, said: string): string => `我回来了。${officer}的意思：${said}。还有别的事吗？`,
  welcomeBackShort: (officer: string): string => `我回来了，${officer}说的都在上面。还有别的事吗？`,
  rateTitle: '给这次打个分，不打也没关系',
  rateAsk: '您给打几分？五档都行，实话最好。',
  rated: '记下了，谢谢您。还有别的事，接着说。',
  ratedLow: '记下了，是我们没做好。哪儿不满意，说一句就行；要有人回您，我转给警官。',
  grades: {
    'very-satisfied': '非常满意',
    satisfied: '满意',
    'fairly-satisfied': '基本满意',
    dissatisfied: '不满意',
    'very-dissatisfied': '非常不满意',
  },
  // Small talk
  greeting: '您好，我是车管所的助手“办成”。驾驶证、车的事都能问，直接说就行；想找人就发“人工”。',
  greetingShort: '您好，驾驶证和车的事都能问。您说，我听着。',
  thanks: '不客气。哪一步卡住了，回来说一声就行。',
  bye: '好，慢走。有事随时来。',
  ack: '好。哪一步卡住了，回来说一声，我接着帮您；想找人就发“人工”。',
  ackShort: '好。哪一步卡住了，回来说一声。',
  sayAgain: '好，您再说一遍，慢慢说，我听着。',
  praise: '谢谢您，这话我转给大家。还有别的事，接着说。',
  insult: '是我没帮上忙，您生气应该的。您说卡在哪，我接着办；想跟人说，警官接手。',
  photo: '照片收到了。我看不了照片，转警官时他会看到。要紧的几个字您打给我也行。',
  readAloud: '好，念给您听，点一下“念给我听”。',
  notForMe: '我听着。您说的是驾驶证，还是车的事？',
  /** Wishes that are no matter, as buttons of a short choice. */
  wishes: {
    'intent:file-complaint': '反映办不成事',
    'intent:talk-to-human': '找人工',
    'intent:live-guidance': '让警官带着一步步弄',
    'intent:book-mortgage-video': '约视频解押',
    'intent:track-case': '查办理进度',
    'intent:find-office': '问时间、地点',
    'intent:rate-service': '评价',
  } as Readonly<Record<string, string>>,
  // Labels of buttons
  buttons: {
    mandate: '委托书怎么写',
    person: '找人工',
    officer: '找警官',
    officerConfirm: '请警官确认',
    officerCheck: '请警官核实',
    yesAsk: '请警官答',
    message: '留言',
    callBack: '留电话等回拨',
    callMe: '打电话给我',
    tellNow: '现在说事',
    cancel: '取消',
    cancelCall: '取消回电',
    otherTime: '换个时间',
    noCode: '没收到短信',
    noPhone: '不留',
    unsolved: '没解决',
    solved: '有帮助',
    readAloud: '念给我听',
    laneOn: '老人、残疾人优先',
    laneOff: '不用优先',
    helper: '让孩子帮我办',
    complaint: '反映办不成事',
    rate: '给这次打分',
    another: '还有一件',
    nothing: '没了',
    sayAgain: '不对，我再说',
    yes: '对',
    no: '不是',
    guide: '看完整指南',
    checklist: '我的清单',
    hours: '几点上班',
    nearby: '近处哪儿能办',
    sharePlace: '发我的位置',
    online: '网上能办吗',
    agent: '能让别人代办吗',
    stuck: '我卡住了',
  },
};
export type HandingOver = typeof handingOverZh;
