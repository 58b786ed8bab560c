/** What the two sides of a release are told, in Chinese: one sentence, and what the link behind it is for. */
import type { BookingNews, ReleaseNews } from '../release/news.ts';

/** In a talk the second is a button; in a short message the address stands behind it. */
export type NewsWords = { say: string; see: string };
export type ReleaseNewsWords = {
  owner: Record<ReleaseNews, NewsWords>;
  agent: Partial<Record<ReleaseNews, NewsWords>>;
  contact: Partial<Record<ReleaseNews, NewsWords>>;
  booking: { owner: Record<BookingNews, NewsWords>; agent: Record<Exclude<BookingNews, 'proposed'>, NewsWords> };
};

const see = '进度看这里';
const mine = '在经办页面看';

export const releaseNewsZh: ReleaseNewsWords = {
  owner: {
    filed: { say: '视频解押{number}收到了，警官会看材料', see },
    'for-you': {
      say: '{lender}给您的车申请了视频解押{number}，还要您来交材料、选时间；不是您要办的，在里面取消',
      see: '打开接着办',
    },
    'papers-missing': { say: '视频解押{number}的材料有要改要补的，一次都列好了', see: '要改什么看这里' },
    'papers-good': { say: '视频解押{number}的材料都合格，按约好的时间来就行', see },
    'choose-time': { say: '视频解押{number}的材料都合格，请选个视频时间', see: '选时间' },
    'agent-took': { say: '视频解押{number}，银行的经办人接手了', see },
    called: { say: '视频解押{number}，警官在等您，现在就可以进来', see: '进入视频' },
    'call-broken': { say: '视频解押{number}，这次视频没开成，做完的不用重来，再约一次就行', see: '再约时间' },
    'other-stated': { say: '视频解押{number}，银行那边已经当面说好，只等您来', see: '选时间' },
    accepted: { say: '视频解押{number}已经受理，最晚{when}办完', see },
    approved: { say: '视频解押{number}批准了，接着在登记系统里办', see },
    refused: { say: '视频解押{number}没有批准，理由、依据和不同意找谁都写好了', see: '看决定' },
    'to-counter': { say: '视频解押{number}转到大厅办，不是不给办，带什么、去哪儿都写好了', see: '看怎么办' },
    registered: { say: '视频解押{number}登记完成，抵押解除了', see: '看回执' },
    'certificate-here': { say: '视频解押{number}，登记证书（绿本）收到了', see },
    'certificate-ready': { say: '视频解押{number}，登记证书（绿本）签注好了，可以来取', see: '去哪儿取' },
    'certificate-sent': { say: '视频解押{number}，登记证书（绿本）寄出了，单号{tracking}', see },
    'certificate-back': { say: '视频解押{number}，登记证书（绿本）交回了，都办完了', see: '看回执' },
    closed: { say: '视频解押{number}归档了', see: '看回执' },
    cancelled: { say: '视频解押{number}取消了，想办随时再申请', see: '看原因' },
    expired: { say: '视频解押{number}等得太久，先收起来了，随时可以再申请', see: '再申请' },
  },
  agent: {
    'papers-missing': { say: '视频解押{number}的材料有要改要补的，一次都列好了', see: mine },
    'papers-good': { say: '视频解押{number}的材料都合格，按约好的时间来就行', see: mine },
    'choose-time': { say: '视频解押{number}的材料都合格，请选个视频时间', see: mine },
    'agent-took': { say: '视频解押{number}由您经办', see: mine },
    called: { say: '视频解押{number}，警官在等您，现在就可以进来', see: '进入视频' },
    'call-broken': { say: '视频解押{number}，这次视频没开成，做完的不用重来，再约一次就行', see: mine },
    'other-stated': { say: '视频解押{number}，车主已经当面说好，只等您来', see: mine },
    accepted: { say: '视频解押{number}已经受理，最晚{when}办完', see: mine },
    approved: { say: '视频解押{number}批准了，接着在登记系统里办', see: mine },
    refused: { say: '视频解押{number}没有批准，理由、依据和不同意找谁都写好了', see: mine },
    'to-counter': { say: '视频解押{number}转到大厅办，不是不给办，怎么办都写好了', see: mine },
    registered: { say: '视频解押{number}登记完成，抵押解除了', see: mine },
    'certificate-here': { say: '视频解押{number}，登记证书（绿本）收到了', see: mine },
    'certificate-ready': { say: '视频解押{number}，登记证书（绿本）签注好了，可以来取', see: mine },
    'certificate-sent': { say: '视频解押{number}，登记证书（绿本）寄出了，单号{tracking}', see: mine },
    'certificate-back': { say: '视频解押{number}，登记证书（绿本）交回了，都办完了', see: mine },
    closed: { say: '视频解押{number}归档了', see: mine },
    cancelled: { say: '视频解押{number}取消了', see: mine },
    expired: { say: '视频解押{number}等得太久，先收起来了，随时可以再申请', see: mine },
  },
  contact: {
    filed: { say: '有车主向{lender}申请视频解押{number}，请经办人接下', see: mine },
  },
  booking: {
    owner: {
      booked: { say: '视频解押{number}约好了：{when}', see: '加到日历' },
      proposed: { say: '视频解押{number}，银行经办人先约了{when}，不方便就换一个', see: '看时间、换时间' },
      moved: { say: '视频解押{number}改到{when}', see: '加到日历' },
      'called-off': { say: '视频解押{number}原来{when}的时间取消了，请再选一个', see: '选时间' },
      'day-before': { say: '视频解押{number}是{when}，身份证和绿本先备好', see: '先试设备' },
      soon: { say: '视频解押{number}快到时间了：{when}', see: '进入等候' },
      missed: { say: '视频解押{number}今天没等到您，不要紧，再约一次就行', see: '选时间' },
      'missed-again': { say: '视频解押{number}又没等到您，警官会打电话问问哪儿不方便', see: '选时间' },
      'other-missed': { say: '视频解押{number}银行的经办人没来，给您添麻烦了，请再选个时间', see: '选时间' },
    },
    agent: {
      booked: { say: '视频解押{number}约好了：{when}', see: mine },
      moved: { say: '视频解押{number}改到{when}', see: mine },
      'called-off': { say: '视频解押{number}原来{when}的时间取消了', see: mine },
      'day-before': { say: '视频解押{number}是{when}', see: mine },
      soon: { say: '视频解押{number}快到时间了：{when}', see: '进入视频' },
      missed: { say: '视频解押{number}没等到您，等您的人白等了一回，请尽快再约', see: mine },
      'missed-again': { say: '视频解押{number}又没等到您，请尽快再约', see: mine },
      'other-missed': { say: '视频解押{number}车主没来，再约的时间会告诉您', see: mine },
    },
  },
};
