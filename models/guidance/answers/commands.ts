/** Words that are a command at any moment: a person, stop, not solved, thank you … in both languages. */
const commandIds = [
  'unsubscribe',
  'resubscribe',
  'person',
  'live-video',
  'live-voice',
  'call-back',
  'message',
  'cancel',
  'no-phone',
  'unsolved',
  'solved',
  'rate',
  'read-aloud',
  'track',
  'complaint',
  'done',
] as const;
export type Command = (typeof commandIds)[number];

/** The whole message is the command, perhaps with 请, 我要, 一下 around it. */
const polite = '(请|请帮我|麻烦|我要|我想|给我|帮我|那就|那|就|直接|快|赶紧|赶快|能不能|可以|行|好|嗯|喂|你好)*';
const tail = '(一下|吧|啊|呀|呢|嘛|么|吗|了|急|谢谢|谢了|好吗|行吗|行不|可以吗|快点|马上|客服|服务|来|说话|谈|聊)*';
const whole = (words: string): RegExp => new RegExp(`^${polite}((${words})${tail})+$`);

const commandsZh: Readonly<Record<Command, RegExp>> = {
  unsubscribe: whole(
    '(我要|我想)?退订(通知|消息|短信|提醒)?|td|取消(订阅|通知|提醒)|(不要|别|不用|不许|停止|甭)(再|老|总)?(给我|跟我|往我这儿)?(发|推送|推)(这些)?(通知|消息|短信|提醒|信息)?|(不想|不要|不愿意?)(再)?收(到)?(这些)?(通知|消息|短信|提醒|信息)|别(再)?(打扰|骚扰)我',
  ),
  resubscribe: whole(
    '恢复(通知|消息|短信|提醒|订阅)|重新订阅|取消退订|(继续|接着|重新|还是)(给我)?发(通知|消息|短信|提醒)|通知我还要',
  ),
  person: whole(
    '人工|真人|转人工|转真人|找人工|要人工|人工客服|真人客服|找警官|转警官|叫警官|接警官|找个?(人|警官|警察|民警|工作人员)|换个?(人|真人)|有人(吗|么|没|在吗)|找人|跟人说|客服|找客服|接通人工|让人来|警官呢?|人呢|民警|工作人员|找人说话',
  ),
  'call-back': whole(
    '留电话等回拨|留电话|留个电话|留号码|打电话给我|给我(回|打)个?电话|回个?电话|回拨|电话联系我|让警官(给我)?(回|打)个?电话|请警官回电|回电|不等了给我回电|不等了(我)?留(个)?电话|给我回电',
  ),
  'live-video': whole(
    '视频|视频通话|视频聊|打个?视频|开个?视频|发个?视频通话|视频连线|连线|连个线|连麦|视频指导|视频说|和警官(打)?(视频|连线)|跟警官(打)?(视频|连线)|找警官视频|面对面',
  ),
  'live-voice': whole('语音通话|打个?语音|语音连线|语音说|和警官(打)?语音|跟警官(打)?语音|语音聊'),
  message: whole('留言|留个?言|我要留言|给警官留言|留个话|捎个话|带个话'),
  cancel: whole('取消|不等|不排|不排队|算|算了|不找了|不用(找)?(人|警官)?|撤回|撤销|取消回电|取消排队|不要人工'),
  'no-phone': whole('不留|不留号|不想留|不留电话|不方便|没电话|不给'),
  unsolved: whole(
    '没解决|没用|不管用|没帮助|没帮上|不是这个|答非所问|没说到点上|解决不了|还是不懂|还是不明白|没说明白',
  ),
  solved: whole('有帮助|有用|解决|解决了|明白了|懂了|清楚了|弄明白了|知道了|办成|办成了|办好了|好了|搞定|搞定了'),
  rate: whole('给这次打分|打分|评价|打个分|给个评价|评个分|我要评价'),
  'read-aloud': whole('念给我听|读给我听|念一遍|念一念|读一下|念'),
  track: whole('进度|查进度|看进度|办到哪|办得咋样|到哪一步|查一下进度|我的进度|我的业务办好没'),
  complaint: whole('反映办不成事|办不成事|投诉|我要投诉|反映问题|反映情况|我要反映|举报你们|告你们'),
  done: whole('没了|没有了|没别的|没事|没事了|没别的事|不用|好的|行|好|可以|成|中|嗯|哦|噢|ok'),
};

const commandsEn: Readonly<Record<Command, RegExp>> = {
  unsubscribe:
    /^(please )?(unsubscribe( me)?|(stop|no more) (sending (me )?)?(the )?(messages|notices|notifications|reminders|texts)|(do not|don'?t) (send|message|text) me( any ?more| messages| again)*)( please)?$/,
  resubscribe:
    /^(please )?(resubscribe( me)?|(resume|restart) (the )?(messages|notices|notifications|reminders))( please)?$/,
  person:
    /^(i want to |can i |let me |please |could i )?(talk|speak) (to|with) (a |an )?(person|human|officer|someone|somebody|agent|police officer)( please)?$|^(a )?(human|person|officer|agent|operator|representative|real person)( please)?$|^ask an officer$|^yes,? ask$|^let an officer (confirm|check)$/,
  'call-back': /^(please )?call me( back)?( please)?$/,
  'live-video':
    /^(please )?(start |open |make )?(a )?(video|video call|live call|go live|video chat)( with an officer)?( please)?$/,
  'live-voice': /^(please )?(start |open |make )?(a )?(voice call|voice|audio call)( with an officer)?( please)?$/,
  message: /^(leave a )?message$|^leave a message( please)?$/,
  cancel: /^(please )?(cancel|stop|never ?mind|forget it|cancel the call|no more waiting)( please)?$/,
  'no-phone': /^(no|no number|no phone|without)$/,
  unsolved: /^(not solved|not helpful|that (did not|didn'?t) help|wrong answer|not what i asked)$/,
  solved: /^(helpful|solved|got it|i see|understood|clear|that helps?)( thanks?| thank you)?$/,
  rate: /^rate( this help)?$/,
  'read-aloud': /^read (it )?aloud$/,
  track: /^(progress|status|track)$/,
  complaint: /^(complain|complaint|i want to complain|report it( \(?办不成事\)?)?|file a complaint)$/,
  done: /^(no,? that is all|nothing|no|ok(ay)?|fine|good|alright|all right)$/,
};

/** `plain`: lower case without signs (Chinese) or with single spaces (English). */
export function commandIn(plain: string, english: boolean): Command | undefined {
  if (plain.length > 40) return undefined;
  return commandIds.find((id) => (english ? commandsEn[id] : commandsZh[id]).test(plain));
}

/** A person is asked for somewhere in a longer message. */
const personInside =
  /(转|找|叫|请|让|换|要|接|喊|问问?|跟).{0,3}(人工|真人|警官|民警|警察同志|工作人员|客服|活人)(?!.{0,4}(说|讲|告诉我|让我|要我|叫我|非要|不给))|(人工|真人)(服务|客服)|不想跟(机器|机器人)|别(再)?(让)?机器/;
/** Says more than that a person is wanted. */
export function saysMore(plain: string, english: boolean): boolean {
  if (english) return plain.split(' ').length > 7;
  const rest = plain
    .replace(new RegExp(personInside, 'g'), '')
    .replace(/[那就算了给我请帮一下个吧啊呀呢的急快点麻烦直接还是想要能不可以]/g, '');
  return rest.length >= 5;
}

export const asksForPerson = (plain: string, english: boolean): boolean =>
  english
    ? /\b(speak|talk) (to|with) (a|an|some)\b.*(person|human|officer|one|body)/.test(plain)
    : personInside.test(plain);

/** 明天下午给我回个电话: a call is wanted, with its time; who was called by somebody wants something else. */
export const wantsCall = (plain: string, english: boolean): boolean =>
  plain.length <= (english ? 60 : 24) &&
  (english
    ? /\b(call|ring) me\b.*(tomorrow|today|morning|afternoon|at \d|after \d)/.test(plain)
    : /(请|让|叫|麻烦).{0,6}(回电|(给我)?(回|打)个?电话)|给我(回|打)个?电话(吧|行吗|可以吗|一下|行不)?$/.test(plain) &&
      !/说|骗|诈|通知|自称/.test(plain));

type Mood = 'insult' | 'praise' | 'thanks' | 'bye' | 'greeting' | 'ack' | 'tired';
const insults =
  /废物|傻[逼比叉子x]|混蛋|王八|滚蛋|滚吧|垃圾|破(机器|玩意|系统)|白痴|智障|脑残|吃干饭|不要脸|他妈|你妈|狗屁|放屁|有个屁|去死|什么玩意|没用的东西|stupid|idiot|useless|damn|garbage|shit|fuck/;
const praises =
  /(太|真|挺|好)(好|棒|方便|贴心|耐心|负责|厉害)(了|啊|的)?$|点赞|表扬|给力|五星|满意|good job|well done|great help|excellent/;

/** `short`: nothing but the mood is said. */
export function moodIn(plain: string): { mood: Mood; short: boolean } | undefined {
  if (insults.test(plain))
    return { mood: 'insult', short: plain.replace(new RegExp(insults.source, 'g'), '').length <= 8 };
  if (
    /^(你?好|您好|喂|在吗|在不在|有人吗|hello|hi|hey|早上好|下午好|晚上好|good (morning|afternoon|evening))+[啊呀吗]?$/.test(
      plain,
    )
  )
    return { mood: 'greeting', short: true };
  if (
    /^(好的?|行|嗯|哦)?(谢谢|多谢|谢了|感谢|辛苦|麻烦)(你|您|了|啦|警官|同志|啊|哈)*$|^(ok )?(thanks?|thank you)( (so|very) much| a lot)?$/.test(
      plain,
    )
  )
    return { mood: 'thanks', short: true };
  if (/^(好的?|那|行)?(再见|拜拜|拜|回头见|走了|先这样|就这样)(了|吧|啊)?$|^(bye|goodbye)( bye)?$/.test(plain))
    return { mood: 'bye', short: true };
  if (praises.test(plain) && plain.length <= 16) return { mood: 'praise', short: true };
  return undefined;
}

/** Takes the answer and says what they will do: 行，我网上弄; 好，那我明天过去. */
export const takesIt = (plain: string): boolean =>
  plain.length <= 16 &&
  /^(好|行|嗯|成|中|可以|ok|知道了|明白了?|懂了|那)/.test(plain) &&
  /(我|那).{0,6}(去|来|弄|办|申请|过去|试试|问|准备|约)|明白|知道了|懂了/.test(plain) &&
  !/(吗|么|呢|不|咋|怎么|哪|多少|几|啥|什么)$/.test(plain);

/** A time at the window is wanted: 约个时间, 那约后天早上; not a test, whose booking is a matter of its own. */
export const wantsBooking = (plain: string, english: boolean): boolean =>
  english
    ? /\b(book|make|get) (a|an|me|the)? ?(time|slot|appointment|visit)\b|\bappointment\b/.test(plain)
    : /(预约|约(个|一个|一下)?(窗口|时间|号|今天|明天|后天|大后天|周|星期|礼拜|下周|\d|早上|上午|下午)|帮我约|给我约|想约|要约|能约)/.test(
        plain,
      ) && !/(考|科目?[一二三四]|选号|视频|约不上|约满|取消)/.test(plain);

/** Trips, refusals, failed tries that the person tells of. */
export function obstaclesIn(plain: string): number {
  const trips = /(跑|去|来|折腾)(了)?([一二两三四五六七八九十\d]|好几|几|多)(趟|回|次|遍)/.exec(plain);
  const words: Record<string, number> = {
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    好几: 3,
    几: 3,
    多: 3,
  };
  const times = trips?.[3] === undefined ? 0 : (words[trips[3]] ?? Number(trips[3]));
  const tries =
    /(约|试|传|上传|申请|交|提交)(了)?([二两三四五六七八九\d]|好几|几)(回|次|遍|趟).{0,6}(都|还|也)?(没|不|失败|退)/.exec(
      plain,
    );
  const tried = tries?.[3] === undefined ? 0 : (words[tries[3]] ?? Number(tries[3]));
  const once =
    /(照片|材料).{0,6}(被)?(退|打回|不合格|没通过)|白跑|又让我回|被(退|打)回|还是(没办成|不给办|没弄成)/.test(plain)
      ? 1
      : 0;
  // A refused video call opens the window at once: there was an officer at the other end already.
  const video = /视频.{0,8}(被拒|拒了|没通过|没办成|不给办)/.test(plain) ? 3 : 0;
  return Math.min(10, Math.max(times, tried, once, video));
}

/** It asks rather than tells; 能上门不，… asks in its first clause. */
export function asksSomething(plain: string, raw: string): boolean {
  if (/[?？]/.test(raw)) return true;
  const open = /(吗|么|嘛|呢|不|没|没有|成不|行不|(行|可以|能|对|是)吧)$/;
  const words =
    /咋|怎么|怎样|如何|哪|什么|啥|多少|多久|多长|多大|几(个|天|点|号|年|次|回|趟|岁|分)|能不能|可不可以|行不行|要不要|用不用|是不是|有没有|算不算|还能|得不得|\b(why|how|what|where|when|who|which|can i|do i|may i|is it|is the|are|does)\b/;
  return words.test(plain) || raw.split(/[，。！；,.!;\n]+/).some((clause) => open.test(clause.trim()));
}
