/** Family names that nearly everybody has; rare ones that are common words as well (有, 年, 来 …) are left out. Source: 公安部《全国姓名报告》, the first two hundred or so, and compound ones. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖樊葛庄殷温邢倪牛施洪兰喻梅章鲁俞齐庞伍柳聂岳翟柯凌焦左申柴甘欧卜詹关纪祝蒲符盛骆霍单舒尤管游苗宁辛季瞿项娄阮靳尚谷成穆鲍蓝柏裴冉邬涂桂费冷翁敖路阳卓文华童安包耿古党晏佘屈晁滕牟窦仇甄褚粟谌储戚麻隋简鞠卞臧闵缪裘荀芮邝冼鄢阚饶匡茹扈濮蔺屠胥郦璩嵇郗宓栾隗祁狄毕岑奚酆茅刁虞昝仝佟庹亓邰郜苟佴佘逄幸阙巩覃'
const compound = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '夏侯',
  '长孙',
  '宇文',
  '独孤',
  '端木',
  '百里',
  '呼延',
  '轩辕',
  '申屠',
  '澹台',
  '南宫',
  '拓跋',
  '司空',
  '闻人',
  '东郭',
  '西门',
]

/** Signs that end a common word as often as they begin a name: what stands before them decides. */
const ambiguous = {
  任: '主责担赴就离信胜现原历升兼重委',
  于: '关由对属至等位处基用在大小过终苦善限归便鉴高低忙勇急敢乐',
  常: '经时非日通正平异',
  谢: '感多致答',
  向: '方面一意志导倾',
}
const lookBehind = Object.entries(ambiguous).map(([sign, before]) => `(?<![${before}])${sign}`)
const plain = [...single].filter((sign) => !(sign in ambiguous)).join('')

/** Rare ones that are common words too: only right after “本人”. */
export const rareSurname =
  '[操揭揣晋燕檀尧楚亢练芶花米贝郁宣荣厉戎钮仲伊宫牧巫廉苗昌桑姬冀雍阎寇池席苑蔚隆宿帅班鹿冶禺敖]'

/** A family name, for a pattern. */
export const surname = `(?:${compound.join('|')}|${lookBehind.join('|')}|[${plain}])`
export const isCompoundSurname = (text: string): boolean => compound.includes(text)
