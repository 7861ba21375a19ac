import type { Place } from './place.ts'
import { isCompoundSurname, surname } from './surnames.ts'

const given = '[一-鿿]{1,2}'
const name = `${surname}${given}`
/** What may follow a name: the end, a mark, or a word that goes on about a person. */
const after =
  '(?=$|[^一-鿿]|身份证|电话|手机|联系|住|家住|现|系|是|男|女|于|在|的|和|与|及|向|因|先生|女士|（|我|今年|患|对|去|已|被|说|称|从|到)'
const roles =
  '姓名|联系人|投诉人|举报人|申请人|求助人|请求人|反映人|信访人|报料人|来信人|留言人|反映者|户主|权利人|产权人|法人代表|法定代表人|法人|经手人|当事人|受害人|委托人|经办人|患者|死者|伤者|署名|落款|负责人|学生'
/** Words that common texts go on from: a name follows only after a colon or 叫. */
const weakRoles = '业主|家长|原告|被告|车主|房东|村民|居民|司机|网友|老师|孩子|小孩|女儿|儿子'
const titles =
  '主席|书记|局长|(?<!班)主任|领导|经理|镇长|县长|校长|委员|所长|队长|科长|部长|院长|站长|处长|人员|工作的|民警'
const kin =
  '父亲|母亲|爸爸?|妈妈?|丈夫|妻子|老公|老婆|爱人|儿子|女儿|孩子|小孩|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|奶奶|外公|外婆|公公|婆婆'

/** Who is named, by what stands before or behind. A family name with a title alone (王先生) tells nobody apart. */
const patterns: readonly RegExp[] = [
  // 我叫…, 名叫…, 本人…
  new RegExp(`(?<=我叫|名叫|我的名字叫|我的名字是|我名字叫|叫做|化名)[“"'：:\\s]*(${name})${after}`, 'g'),
  new RegExp(
    `(?<=本人|我是)[叫名：:，,（(\\s]*(${name})(?=$|[，,。；;（(、\\s：:]|身份证|电话|手机|系|住|男|女)`,
    'g',
  ),
  // 我，…，
  new RegExp(`(?<=我[，,])(${name})(?=[，,])`, 'g'),
  // 联系人：…
  new RegExp(`(?<=${roles})(?:姓名)?[是为叫]?[：:（(\\s]*(${name})${after}`, 'g'),
  new RegExp(`(?<=(?:${weakRoles})(?:[：:]|名?叫|是叫|姓名[：:]?))\\s*(${name})${after}`, 'g'),
  new RegExp(`(?<=(?:我|本人|其)(?:的)?(?:${kin}))[名叫是：:（(，,\\s]*(${name})${after}`, 'g'),
  new RegExp(
    `(?<=${kin}|教师|老板|夫妇|夫妻|邻居|同事|幼儿|村民)[：:（(\\s]*(${name})(?=[，,。；;、（(])`,
    'g',
  ),
  // …先生, …女士
  new RegExp(
    `(?<!(?:${titles})[一-鿿]?)(${name})(?=先生|女士|小姐|师傅|同志|老师|医生|同学|阿姨|大爷|大妈|大姐|大哥|老人|奶奶|爷爷)`,
    'g',
  ),
  // …，男，…; …（身份证号…
  new RegExp(
    `(?<=^|[，,。；;、：:（(\\s人])(${name})(?=[，,、（(\\s：:]*(?:男|女|汉族|身份证|公民身份|身份号|手机|电话号码|联系电话|联系方式|电话[：:]?[\\d０-９]|\\d{11}|\\d{4}年\\d{1,2}月\\d{1,2}日(?:出)?生))`,
    'gm',
  ),
]
/** How people sign: a line of its own, or the last words before the date or the end. */
const signature = new RegExp(
  `(?:^|[\\n\\s　。！!])(?:此致)?[ \\t　]*(?:敬礼)?[！!。]?[ \\t　]*(${name})[ \\t　]*(?:敬上|上|呈|启)?[ \\t　]*(?=$|\\n|\\s*(?:\\d{4}[年.-]|[二〇零一]{4}年|1\\d{10}|电话))`,
  'g',
)

/** Words that begin like a name and are none. */
const noNames = new Set(
  [
    '谢谢 谢意 谢了 敬礼 方便 方面 方式 安全 安置 安排 安装 安静 项目 施工 许多 许可 任课 任何 任职 高中 高三 高二 高一 高考 高级 高层 高温 高额 高速 高校',
    '单位 单身 关于 关注 关键 管理 管道 成立 成为 成都 常年 常住 常务 党员 党委 党组 包括 包工 包装 文化 文件 文明 文字 温馨 温度 万元 万分 万一',
    '白天 白班 路过 路面 路灯 路口 金额 金融 石油 江苏 江西 湖南 田地 田间 林业 林地 水利 马上 马路 黄金 武汉 武警 华为 华中 解决 解释 解除 解放 解答',
    '向贵 向您 向你 向有 向政 向各 向相 向上 向领 于是 于今 于本 何时 何处 何人 何况 何必 何种 毛病 毛坯 钱款 钱财 沈阳 郑州 苏州 康复 康养 童年 游客 游泳',
    '古代 古镇 易于 易燃 严重 严格 严禁 严厉 简单 简直 简介 简称 左右 左侧 左转 尤其 尤为 阳台 阳光 庞大 盛世 岳父 岳母 岳阳 岳麓 常德 常州 纪委 纪律 纪检 史上 史地 司机 司法 公司',
    '祝好 祝您 祝福 顾客 顾问 顾虑 曾经 曾在 曾多 曾于 余额 余款 余下 余年 余人 余元 申请 申报 申诉 申办 申领 辛苦 冷水 冷静 冷漠 甘肃 宁波 宁可 宁愿 宁乡 季度 季节 符合 符号 焦虑 焦急',
    '丁字 程度 程序 范围 范本 陆续 陆军 叶子 段时 段路 段期 兰州 蓝天 蓝色 梅溪 梅雨 雷锋 雷电 雷雨 龙头 龙山 舒适 舒服 章程 齐全 齐心 欧美 欧式 柴油 葛洲 莫名 莫非 莫大 孔子 唐朝 夏天 夏季 夏令 汤粉 钟表 金钱',
    '路上 路边 路段 路人 路程 路费 牛奶 马来 高新 高端 高压 高铁 高楼 高度 高价 高薪 安心 安保 安居 安家 万家 万达 万科 万名 万人 任意 任由 任凭 白色 白领 白血 华人 文科 文凭 向阳 向来 向下 向前 向后 向外',
    '桂花 桂林 包含 包干 包容 包庇 管委 管辖 管控 管网 管家 成本 成果 成人 成年 成绩 成员 成功 成长 常委 常常 常规 常见 单价 单独 单方 单元 单车 单双 关系 关心 关门 关闭 关停 方案 方向 方法 路政 江边 江北 江南 江河 贺信 钱都 林区 石材 石头 金属 金库 田园 阳历 周岁 周边 周围 周期 周末 周年 周日 付款 付清 付费 付给 付出 周一 周五 周六 包更 管部 管申 董事 金钱 倪端',
  ]
    .join(' ')
    .split(' '),
)
/** Given names do not end so: the pattern ran into the next word. */
const tails =
  /[的了是在我你您他她它们这那就也都不没和与及或把被从对给到会能可要将请吗呢吧啊该等某户处科所局]$/
/** Not a name, or one that is masked already. */
const foreign = /某|爷|奶|主任|书记|局长|同学|老师|先生|女士|经理|部门|领导|政府|单位|有限|[乡镇街]$/

/** Names of people in a text, wherever they stand once they were found; those given are known beforehand. */
export function findNames(text: string, known: readonly string[] = []): Place[] {
  const found = new Set(known.filter((one) => /^[\p{L}·]{2,}$/u.test(one)))
  for (const pattern of [...patterns, signature])
    for (const match of text.matchAll(pattern)) {
      const plain = trimmed(match[1] ?? '')
      if (plain) found.add(plain)
    }
  // 王小明、李红和张三: who stands beside a name is one, too.
  for (const one of found) {
    const beside = new RegExp(`${one}[、和](${name})(?=[、，,。；;（(等和]|两人|二人)`, 'g')
    for (const match of text.matchAll(beside)) {
      const plain = trimmed(match[1] ?? '')
      if (plain) found.add(plain)
    }
  }
  return [...found].flatMap((one) => placesOf(text, one))
}

/** Undefined: no name. A tail that belongs to the next word is cut off. */
function trimmed(candidate: string): string | undefined {
  const plain = tails.test(candidate) && [...candidate].length > 2 ? candidate.slice(0, -1) : candidate
  if ([...plain].length < 2 || tails.test(plain)) return undefined
  if (foreign.test(plain) || isCompoundSurname(plain)) return undefined
  return noNames.has(plain) || noNames.has(plain.slice(0, 2)) ? undefined : plain
}

function placesOf(text: string, name: string): Place[] {
  const places: Place[] = []
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    places.push({ start, end: start + name.length })
  return places
}
