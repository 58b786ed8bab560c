/** The columns of a lender's list of releases, by all the names that banks give them, and what may be wrong with a row. */

export const releaseColumns = [
  'plate',
  'vinTail',
  'certificate',
  'contract',
  'ownerName',
  'ownerPhone',
  'certificateWith',
] as const;
export type ReleaseColumn = (typeof releaseColumns)[number];

/** The first is the template's; the others are what banks write. Compared without blanks, brackets and small letters. */
export const columnNames: Record<ReleaseColumn, readonly [string, ...string[]]> = {
  plate: ['号牌号码', '车牌', '车牌号', '车牌号码', '号牌'],
  vinTail: [
    '车架号后6位',
    '车架号后六位',
    '车架号',
    'VIN后6位',
    'VIN后六位',
    'VIN',
    '车辆识别代号后6位',
    '车辆识别代号后六位',
    '车辆识别代号',
  ],
  certificate: ['登记证书编号', '机动车登记证书编号', '登记证书号', '登记证编号', '证书编号'],
  contract: ['抵押合同号', '抵押合同编号', '合同号', '合同编号', '主合同号'],
  ownerName: ['车主姓名', '车主', '机动车所有人', '所有人', '姓名', '客户姓名'],
  ownerPhone: ['车主手机号', '车主手机', '车主电话', '手机号', '手机', '手机号码', '联系电话', '电话'],
  certificateWith: ['登记证书在谁那里', '登记证书在', '证书在谁那里', '证书保管方', '证书保管'],
};
export const rowFaults = ['missing', 'wrong', 'rounded', 'twice', 'quote'] as const;
/** `rounded`: Excel made a number of it and dropped its last digits. */
export type RowFault = (typeof rowFaults)[number];
export type BadRow = {
  line: number;
  faults: { column?: ReleaseColumn; fault: RowFault; /** Where it stands already. */ line?: number }[];
};

export const MOST_ROWS = 300;
