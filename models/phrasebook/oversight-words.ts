/** The words of the pages that managers print and that everybody may check: the weekly bulletin and the integrity page. */
import type { BesideName, PromiseName, ShownPromise } from '../aftermath/oversight-views.ts';
import type { ReviewState } from '../aftermath/review.ts';

type Both = { zh: string; en: string };

export const promiseWords = {
  response: {
    name: { zh: '100%响应', en: '100% answered to' },
    rule: { zh: '收到当天，有人和本人说上话', en: 'On the day it came, somebody spoke with the person' },
  },
  'on-time': {
    name: { zh: '100%按时', en: '100% on time' },
    rule: { zh: '在期限内答复，或先批准再延期', en: 'Answered in time, or put off with approval before' },
  },
  satisfaction: {
    name: { zh: '100%满意', en: '100% satisfied' },
    rule: {
      zh: '本人评了基本满意以上。不评，不算满意',
      en: 'Rated fair or better. No rating is not counted as satisfied',
    },
  },
} as const satisfies Record<PromiseName, { name: Both; rule: Both }>;

export const excludedWords = {
  'no-way': { zh: '没留联系方式', en: 'left no way to be contacted' },
  withdrawn: { zh: '本人撤回', en: 'withdrawn' },
  merged: { zh: '并案', en: 'merged' },
  declined: { zh: '不予受理', en: 'declined' },
  resolved: { zh: '没联系就答复', en: 'answered without contact' },
  'still-running': { zh: '还没到期', en: 'still running' },
  unrated: { zh: '没有评', en: 'not rated' },
} as const satisfies Record<ShownPromise['excluded'][number]['why'], Both>;

export const besideWords = {
  'fell-silent': { zh: '联系后两个工作日没动静', en: 'Nothing done for two working days after contact' },
  'contact-not-reached': { zh: '打了没接通', en: 'Calls not answered' },
  'median-first-contact': { zh: '首次联系用时，一半在', en: 'First contact, half within' },
  'ended-without-contact': { zh: '没联系就了结', en: 'Ended without contact' },
  'paused-share': { zh: '停表的时间占', en: 'Share of time the clocks stood' },
  'last-minutes': { zh: '到期前15分钟内才答复', en: 'Answered in the last 15 minutes' },
  reopened: { zh: '又重开', en: 'Reopened' },
  extended: { zh: '批准延期', en: 'Put off with approval' },
  'rating-coverage': { zh: '有几成的人评了', en: 'Share that rated' },
  'withdrawn-after-contact': { zh: '工作人员联系后撤回', en: 'Withdrawn after staff contact' },
  'same-device': { zh: '和工作人员同一设备评的', en: 'Rated on a device of staff' },
} as const satisfies Record<BesideName, Both>;

export const reviewStateWords = {
  open: { zh: '待定措施', en: 'No action yet' },
  acting: { zh: '正在整改', en: 'Being put right' },
  done: { zh: '已见效', en: 'Done' },
} as const satisfies Record<ReviewState, Both>;

export const bulletinWords = {
  title: { zh: '办不成事反映窗口周报', en: 'Weekly bulletin of the “can’t get it done” window' },
  all: { zh: '全部办公室', en: 'All offices' },
  lastWeek: { zh: '上周', en: 'week before' },
  excluded: { zh: '不算', en: 'Left out' },
  missed: { zh: '差', en: 'short of' },
  pieces: { zh: '件', en: '' },
  minutes: { zh: '分钟内', en: 'minutes' },
  received: { zh: '收到', en: 'Received' },
  open: { zh: '在办', en: 'Open' },
  overdue: { zh: '超时', en: 'Overdue' },
  misses: { zh: '没做到的', en: 'What was missed' },
  noMisses: { zh: '这一周没有没做到的事。', en: 'Nothing was missed this week.' },
  number: { zh: '编号', en: 'Number' },
  office: { zh: '办公室', en: 'Office' },
  what: { zh: '没做到', en: 'Missed' },
  service: { zh: '业务', en: 'Service' },
  cause: { zh: '原因', en: 'Cause' },
  causes: { zh: '为什么没办成', en: 'Why it failed' },
  answered: { zh: '答复', en: 'Answered' },
  noCauses: { zh: '这一周没有答复。', en: 'Nothing was answered this week.' },
  reviews: { zh: '共性问题', en: 'Common causes' },
  noReviews: { zh: '没有开着的共性问题。', en: 'No common cause is under review.' },
  action: { zh: '措施', en: 'Action' },
  due: { zh: '期限', en: 'Due' },
  state: { zh: '进展', en: 'State' },
  matters: { zh: '涉及', en: 'Matters' },
  few: { zh: '不到10件，只列件数', en: 'Fewer than ten: numbers only' },
  late: { zh: '没按时联系', en: 'Contact' },
  answerLate: { zh: '没按时答复', en: 'Answer' },
  unhappy: { zh: '不满意', en: 'Rating' },
  foot: {
    zh: '数字全部从办件记录重算，每个数都对应一张办件清单。本页没有个人信息。',
    en: 'All figures are reckoned from the record of events; behind each stands a list of matters. No personal data on this page.',
  },
  print: { zh: '打印', en: 'Print' },
} as const satisfies Record<string, Both>;

export const integrityWords = {
  title: { zh: '记录指纹公布', en: 'Published digests of our records' },
  lead: {
    zh: '每天凌晨，我们把前一天所有办件记录算成一串指纹，公布在这里。以后谁改过、删过、补过一条，指纹就对不上。',
    en: 'Every night the record of the day before is turned into a digest and published here. If anybody later changes, removes or slips in a line, the digest no longer fits.',
  },
  how: {
    zh: '指纹是 SHA-256，算的是一段 JSON：前一天的指纹、办公室、日期，再按顺序是当天每条记录的指纹。每条记录的指纹又算进了同一件事上一条记录的指纹。记录里没有姓名、电话和原话。',
    en: 'The digest is the SHA-256 of a JSON array: the digest of the day before, the office, the day, then in order the hash of each line of the day. Each line’s hash covers the line before it of the same matter. The lines hold no names, phones or words.',
  },
  check: {
    zh: '把这一页存下来，过些日子再比：同一天的指纹应当一个字都没变，每一天都接着前一天。机器可读的在 /integrity.json。上级单位可以用 npm run verify-audit 逐条核对。',
    en: 'Keep a copy of this page and compare later: the digest of a day must not have changed, and each day must follow the one before. For machines: /integrity.json. Supervisors check line by line with npm run verify-audit.',
  },
  howTitle: { zh: '怎么算的', en: 'How it is reckoned' },
  checkTitle: { zh: '怎么核对', en: 'How to check' },
  day: { zh: '日期', en: 'Day' },
  lines: { zh: '记录条数', en: 'Lines' },
  hash: { zh: '指纹', en: 'Digest' },
  none: { zh: '还没有公布过。', en: 'Nothing has been published yet.' },
  foot: { zh: '公布最近60天', en: 'The last 60 days' },
  other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Both>;
