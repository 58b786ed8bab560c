/** Words that ask the same thing inside a matter, one idea a line: its name, then the ways people say it. */
export const questionIdeas = `
need 要不要 用不用 需不需要 必须 非得 得不得 一定要 用得着 非要 需要 要求 需 得带 得去
can 能不能 可不可以 行不行 行不 成不 中不 可以 能吗 能不 行吗 可以吗 可以不 得行
bring 带 拿 拿上 带上 带着 拿着 出示 交
come 到场 过来 亲自 本人 露面 在场 到现场 一起去 一起来
absent 不来 不去 不到场 不过来 来不了 去不了 不在 没来 来不成
drive 开车 上路 驾车 跑 骑 开出去 能开 还开 先开 开着 开不 驾驶
meanwhile 期间 这几天 这两天 没下来 没补好 没办好 还没好 等的时候 之前 没拿到 没上牌 等牌 没好 这段时间
valid 有效期 管几年 管几个月 管多久 能用多久 能管 有效多久 多长时间有效 几年有效 保质 作数多久 用几年 能用几个月 还能用 过期没 保留多久 用多久 管用多久 几个月有效 有效
stillvalid 还有效 还能用 还管用 算数 作数 认不认 认吗 有用吗 管用 有效吗 一样吗 好使
times 几次 几回 多少次 几遍 次数 最多几 机会 几趟
soon 多久能考 几天后 什么时候能 最快 满多少天 多久能约 多久可以 几天能约 什么时候考
pass 及格 合格 过线 多少分 几分 分数线 达标 及格线 错几个
fail 挂 没过 不过 不合格 没考过 考砸
retry 补考 重考 再考 重约 再约
absentexam 缺考 没去考 去不了考 没参加
seller 卖家 卖方 卖车 原车主 上家 前车主 卖主
buyer 买家 买方 买主 新车主 买车
keepnumber 保留 留着 留下 还想用 继续用 沿用 接着用 保号 留号 老号 原号 原来的号
samenumber 号会变 号码会变 变号 换号 变不变 会不会变 号变 改号
elsewhere 外地 异地 外省 老家 别处 不在本地 跨省 其他地方 别的城市 回登记地 回发证地 开回来 开回去 拉回来 弄回来 回去办 不是本地 两头跑
anyplace 哪都能 任意 随便哪 哪家都 就近 在这办 在这儿办 你们这 能在这 在你们
hukou 户口 户籍 居住证 身份证是外省
lend 借给 借车 朋友开 别人开 亲戚开 借出去 不是我开 谁开的
wrongrec 拍错 记错 冤枉 没去过 套牌 不是我 搞错
hospital 医院 卫生院 卫生服务中心 体检中心 诊所 哪体检 哪里体检
medical 体检 体检表 体检证明 体检单 身体条件
photo 照片 相片 一寸 拍照 照相 大头照
copy 复印 复印件 原件 打印
loss 丢 丢了 遗失 找不到 找不着 没了 不见 弄丢 掉了
found 找到 找着 捡回来 翻出来 又有了
old 旧证 旧的 原来那本 原来那个 老证 原证 旧牌
announce 登报 声明 挂失 遗失证明 报案 备案证明
withheld 扣 扣着 扣了 暂扣 扣留 收走 没收
expired 过期 超期 逾期 到期没 脱审 晚了 忘了
early 提前 最早 早点 没到期 还没到期 先换
fine 罚 罚款 处罚 扣分 会罚 罚多少
age 岁 年龄 几岁 多大 岁数 上限 七十 六十 63 70
eyes 视力 近视 色盲 眼睛 听力 残疾 手指 腿
settle 结清证明 结清单 还清证明 结清
bank 银行 贷款公司 金融公司 抵押权人 小贷 贷款机构
gone 倒闭 破产 注销了 跑路 不在了 找不到公司 关门 没了
court 法院 判决 裁定 官司 查封 冻结 锁
auto 自动 自己消 自动消 自动取消
vlicence 行驶证 行车证 行驶本
licence 驾照 驾驶证 驾证 本本 驾驶本
certificate 绿本 大本 登记证书 大绿本 绿皮本
plate 车牌 号牌 牌照 牌子
tempplate 临牌 临时牌 临时牌照 临时号牌
contract 合同 主合同
thecar 车开 把车 车去 车到 验车 看车 查验 车要 车不 车辆到场 开过去 开过来 车子
release 解押 解除抵押 撤押 解抵押
mortgage 抵押 押着 贷款 按揭
transfer 过户 转让 过给
scrap 报废 注销
scrapper 回收 拆车 回收公司 报废厂
subsidy 补贴 补助 以旧换新
violation 违章 违法 罚单 电子眼
clear 处理 交了 缴 交完 处理完 消 清
update 几天能 多久能 更新 同步 显示
inspect 年检 年审 审车 验车 检车 车检 上线
mark 标志 标 贴标 检验标
exempt 免检 六年 免上线
cycle 几年一检 几年检 多久检 哪几年 第几年 周期
electronic 电子 电子版 手机上的 电子证
insurance 保险 交强险 车船税 商业险
test 考试 考 科目 学车
s1 科目一 科一 理论
s2 科目二 科二 倒库
s3 科目三 科三 路考
s4 科目四 科四
permit 学习驾驶证明 学习证明 学驾证明 准考证
motorcycle 摩托 d证 e证 踏板 三轮摩托 电摩
overseas 外国驾照 国外驾照 境外 港澳 国际驾照
translate 翻译 公证 译
days90 90天 九十天 住满 居留
temporary 临时许可 临时驾驶
military 军驾 退伍 部队 武警 转业
points 分 记分 扣分 12分 满分
reduce 减分 学法 消分 免分
reset 清零 清掉 恢复 重新算
study 学习 上课 学几天
review 审验 年审 审证 审本
deferral 延期 推迟 往后推
cancelled 注销 吊销 作废
restore 恢复 捡回来 弄回来
downgrade 降级 降 不想开大车
moved 搬家 搬走 迁走 户口迁 换地方
agent 代办 替 委托 帮我 别人去 让人 代领 家里人 弟 哥 姐 妹 老婆 媳妇 老公 儿子 女儿 朋友 亲戚
mandate 委托书 委托
company 公司 单位 公户 企业 法人 营业执照
pay 现金 微信支付 刷卡 支付宝 怎么付 缴费 付款
fee 多少钱 收费 费用 工本费 几块 贵 花多少 收多少 交多少 要多少 几百 多少钱 掏 价 一共 钱 给钱 拿多少 收钱 贵不贵
post 邮寄 寄 快递 邮费 寄到家
home 上门 到家 来家里 下不了床 腿脚 出不了门 下乡 来村
phone 手机 智能机 微信 软件 不会用 弄不来 不会弄 网上弄
online 网上 12123 线上 手机办 app
form 填表 表格 申请表
missing 不齐 缺 少带 差一样 没带
more 多要 非要 非让 还要证明 开证明 额外
robot 机器人 真人 电脑 你是谁 是人吗 人工智能
data 泄露 隐私 保密 安全吗 聊天记录
green 优先 绿色通道 照顾 老人 残疾人 孕妇
child 孩子 儿女 子女 娃
refuse 不给办 不予受理 拒绝 不让办 书面
tax 税 购置税 完税
newcar 新车 提车 刚买
usedcar 二手车 二手 别人的车
gift 赠与 送给 送车 过给 夫妻 父母 亲戚
inherit 继承 去世 过世 不在了 老人走
near 快报废 年限 到年限
color 颜色 改色 贴膜 喷漆
modify 改装 加装 轮毂 排气 行李架 踏板 尾板
swap 互换 对调 调换
domicile 转籍 提档 转入 迁出 档案
probation 实习期 新手 一年内 陪同
highway 高速
class 增驾 加车型 升
age17 17 未成年 18
video 视频 录像 监控 远程
language 英语 外语 别的语言 普通话 不识字 民族语言
full 约不上 没名额 抢不到 排不上
issue 拿证 发证 拿本 领证 宣誓
revoked 吊销 醉驾 酒驾 毒驾
both 双方 一个人 两方 都要去 两个人 单独 自己一个
deadline 多久内 期限 多长时间内 几天之内 几天内 有没有期限 放着 拖着 晚点 多久不 多久之内 多少天内 最晚 来得及
where 去哪 在哪 哪里 哪儿 去什么地方 哪家 上哪 哪个
which 哪些 哪些人 哪些车 什么车 什么样的
howto 怎么弄 咋办 怎么办 怎么 如何 流程 怎样 咋弄 咋整 步骤
why 为什么 为啥 怎么不 申请不了 不能申请 出不来 失败 办不了 解不了 领不了 不给 不受理
when 什么时候 啥时候 哪天 几号 何时 多会
evidence 证据 拍得 不清楚 看不清 照片 证明
notice 通知 查到 成功没 怎么知道
left 落在 忘在 忘了拿 捡到 拾到
emergency 救护车 病人 急救 让路 送医院 坏了 信号灯
automatic 自动 自己
sick 生病 癫痫 心脏 眩晕 住院
limit 限制 不能 上限 条件
onlyone 一块 单块 一面 半副 掉了一块
paperform 纸质 纸的 打印 下载
newnumber 新号 换成 宁a
two 二次 两次 24 36
mine 我的 自己的 我自己
others 别人 他人 家里人 亲戚 老婆 朋友
`;
