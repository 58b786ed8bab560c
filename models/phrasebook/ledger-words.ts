/** The words of the ledger (台账): its columns in their order, and the names of states, channels, outcomes and grades. */
import type { OutcomeName } from '../complaint/answer.ts';
import type { Complaint, StateName } from '../complaint/complaint.ts';
import type { Grade } from '../conversation/rating.ts';

/** In the order in which windows elsewhere keep them: who, what, whose, when, how it ended. */
export const ledgerColumns = [
  ['number', '编号'],
  ['filedAt', '登记时间'],
  ['channel', '渠道'],
  ['name', '姓名'],
  ['phone', '电话'],
  ['helper', '代办人'],
  ['office', '受理单位'],
  ['service', '关联业务'],
  ['title', '反映事项'],
  ['what', '具体情况'],
  ['problem', '问题类别'],
  ['cause', '原因'],
  ['decision', '是否受理'],
  ['declineReasons', '不予受理的理由'],
  ['remedy', '已告知的途径'],
  ['unit', '责任单位'],
  ['owner', '承办人'],
  ['assignedAt', '交办时间'],
  ['firstContactAt', '首次联系时间'],
  ['dueAt', '答复期限'],
  ['extension', '延期'],
  ['log', '协调记录'],
  ['state', '目前状态'],
  ['outcome', '办理结果'],
  ['basis', '依据'],
  ['answeredAt', '反馈时间'],
  ['onTime', '是否按时'],
  ['calledBackAt', '回访时间'],
  ['callBack', '回访结果'],
  ['grade', '满意度'],
  ['closedAt', '归档时间'],
  ['again', '是否反复'],
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number][0];

export const channelNames = {
  chat: '网页对话',
  wechat: '微信',
  form: '网页表格',
  open311: '开放接口',
  counter: '窗口登记',
} as const satisfies Record<Complaint['channel'], string>;

export const stateWords = {
  filed: '待受理',
  declined: '不予受理',
  accepted: '已受理，待交办',
  assigned: '已交办',
  working: '办理中',
  'waiting-for-citizen': '等群众补充',
  resolved: '已答复，待确认',
  confirmed: '群众已确认',
  withdrawn: '群众撤回',
  merged: '已并案',
  closed: '已归档',
} as const satisfies Record<StateName, string>;

export const outcomeWords = {
  done: '办成',
  explained: '解释清楚',
  'handed-on': '转出去办',
  'not-possible': '不能办',
} as const satisfies Record<OutcomeName, string>;

/** The five official grades (国办发〔2019〕51号). */
export const gradeWords = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'fairly-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
} as const satisfies Record<Grade, string>;

export const ledgerWords = {
  sheet: '办不成事反映窗口台账',
  anonymous: '匿名',
  yes: '是',
  no: '否',
  waiting: '待定',
  declined: '不予受理',
  redirected: '不予受理，已指路',
  accepted: '受理',
  unrated: '未评',
  callBack: { 'in-time': '按时回访', late: '超时回访', 'not-reached': '没接通' } as Record<string, string>,
  extension: (days: number, approver: string | undefined): string =>
    approver === undefined ? `申请延期${String(days)}个工作日，还没批` : `延期${String(days)}个工作日，${approver}批准`,
  extensionRefused: (days: number, approver: string): string => `申请延期${String(days)}个工作日，${approver}没有同意`,
  again: (cycles: number): string => `重开${String(cycles - 1)}次`,
  manyOwners: '转过三人以上',
} as const;
