/** The hundred commonest family names and some double ones: what stands behind one may be a given name. */
export const surnames: ReadonlySet<string> = new Set([
  ...Array.from(
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤纳哈海虎丁沙拜',
  ),
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '令狐',
  '慕容',
  '司徒',
  '纳兰',
]);
