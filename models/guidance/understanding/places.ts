/** Places people name when they write to a Ningxia office: its cities, counties and towns, the neighbours and the big cities. */
export const places: readonly string[] = [
  '银川 兴庆 金凤 西夏区 永宁 贺兰 灵武 石嘴山 大武口 惠农 平罗 吴忠 利通 红寺堡 盐池 同心 青铜峡 固原 原州 西吉 隆德 泾源 彭阳 中卫 沙坡头 中宁 海原 宁夏 宁东 闽宁 喊叫水 大战场',
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 内蒙 广西 西藏 新疆 香港 澳门',
  '西安 兰州 西宁 乌鲁木齐 呼和浩特 鄂尔多斯 乌海 阿拉善 榆林 延安 宝鸡 咸阳 庆阳 平凉 白银 定西 天水 武威 张掖 酒泉 嘉峪关 哈密 成都 郑州 太原 武汉 广州 深圳 杭州 南京 苏州 济南 青岛 石家庄 沈阳 大连 长沙 合肥 昆明 贵阳 南宁 海口 拉萨 福州 厦门 南昌 长春 哈尔滨 东莞 佛山 宁波 温州 无锡',
].flatMap((row) => row.split(' '));
