import { expect, it } from 'vitest'
import { findDoubtful, findInLetter, type LetterDataKind } from './find-in-letter.ts'
import { knownOfForm } from './find-known.ts'
import { knownIn } from './known-in.ts'
import { mask, maskFileName, maskReply } from './mask.ts'

/** Made-up people: none of them is anybody. What stands between 【】 must be masked, and nothing else. */
const planted: Record<Exclude<LetterDataKind, 'account' | 'telephone'> | 'contact', readonly string[]> = {
  name: [
    '我叫【王小明】，今年三十岁，请问怎样申请。',
    '您好，我是【陈丽】，家里的补贴没有到账。',
    '本人【刘志强】，于2018年购房。',
    '联系人：【赵敏】 电话见附件',
    '投诉人【孙大勇】对处理结果不服。',
    '我母亲【周桂芳】今年七十岁，行动不便。',
    '其妻子【吴倩】患病多年。',
    '窗口的【郑建国】先生态度很好，【冯晓】女士更好。',
    '找到【褚卫东】师傅维修。',
    '户主【蒋玉兰】，家中四口人。',
    '【韩梅梅】，女，汉族，1985年3月2日出生。',
    '儿子【杨洋】，身份证办不下来。',
    '此致\n敬礼\n【朱国平】\n2018年5月3日',
    '谢谢！\n【欧阳文静】',
    '反映人：【秦明】\n2019年1月1日',
    '我叫【何平】。【何平】的房子漏水。',
    '请领导督促解决。 【凌小燕】 2018年9月28日',
    '我，【戴建华】，居住在本县。',
    '合租人是我。我叫【陈丽】，【陈丽】、【吴桐】、【郑好】和【孙静】等人合租',
    '乡村教师【周文义】。',
    '姓名【吕秀英】，住本市。',
    '班主任【金晓燕】老师辛苦了',
    '受害人是【魏强】，请依法处理',
    '申请人：【陶然】，男',
    '我的名字叫【姜涛】，住在本区',
    '我丈夫【谢军】在外打工',
    '法人代表【孔祥瑞】，公司已经搬走',
    '感谢【常青】同志的耐心',
    // No pattern of words: where they stand, or who stands beside them, tells that the dictionary does not know a person.
    '床单厂职工【蔺泉楚】、【彭雍和】、【李驹明】也遇到这种情况',
    '我与【王檁】、【朱骏骐】、【苟定邦】等（都是同乡）在工地做工',
    '需拆除【张纹立】（【张锟】父亲）户的房屋',
    '继承人其子【左祐铭】，系原厂职工',
    '犯罪嫌疑人【吴财琏】之女来信',
    '以【龚笙熙】、【陈窿】为首的公司偷税',
    '公司与自然人【赵彬祐】签订买卖合同，【赵彬祐】已经装修',
    '是县幼儿园幼儿【刘钊兆】家长，还我女儿牙齿',
    '旁边名叫【谭曜政】利用空地搭建',
    '我名【李铭詹】，居本村',
    '举报人，上田【谢锋雄】。',
    '实际拿钱的人是【姚钧英】。据了解',
    '拖住村民【刘桂澄】的手',
    '路面硬化到【蒋钧崇】家门口',
    '户主【黄钢明】签字，【黄钢明】的女儿作证',
    '1【方咏晓】,2【李梦桦】,3【欧小舫】',
    '组长的侄子【熊葳葳】打人',
    '厂方【戴铵丞】等三人气势汹汹',
    '邻居【段筱娄】每天深夜装修',
    '【缪翠骅】家里的困难大家都知道',
    // A given name that is a common word: the dictionary takes it for one.
    '小学教师【黎昭昭】系本村人',
    // Nothing at all tells that these are people: they are offered for somebody to look at (findDoubtfulNames).
    '听说【毛偲纯】被学校录用',
    '我叫【热依汗·买买提】，来自新疆',
    '本人【仝小丽】，今年三十岁',
    '我叫【操文涛】',
    '来信人：【王 小 明】',
    '尊敬的【王小明】：',
    '【王小明】您好',
    '【王小明】，您好！',
    '我儿子名字叫【王小宝】，今年六岁',
    '本人【操文涛】，住本区',
    '户主分别叫【杨文建】、【杨武建】，是两兄弟',
    '丈夫【扶明远】45岁，在外务工',
    '村民【赵明山】出生于1950年',
    '我是【王小明】的爱人，代他写信',
  ],
  identity_number: [
    '身份证【11010519491231002X】',
    '身份证号码：【110105 19491231 002X】，请核对',
    '证号【１１０１０５１９４９１２３１００２Ｘ】',
    '身份证号为【110105194912310021】（写错一位）',
    '旧证【110105491231002】',
    '护照号码：【E12345678】',
    '公民身份号码【11010519491231002x】。',
    '身份证：【110105 19491231 0020】',
    '公民身份号码【1101051949 12310021】',
    '户口本上的号码【110105194912310021】',
    '证件号码：【420106197503124455】',
    '号码【110105-19491231-0020】',
    '【110105194912310021】',
    '身份证【一一零一零五一九四九一二三一零零二零】',
    '身份证号 【１１０１０５　１９４９１２３１　００２Ｘ】',
    '身份证:【1101051949123100】（少一位）',
    '旧号【420106 750312 445】',
    '身份证【11010519491231****】',
  ],
  mobile_phone: [
    '电话【13900139000】',
    '手机：【139-0013-9000】，',
    '联系【139 0013 9000】',
    '+86 【13900139000】',
    '１３９：【１３９００１３９０００】',
    '请打我电话【13900139000】谢谢',
    '电话 【13900139000】 3栋',
    '手机【13900139000】 2018年5月3日',
    '2018-05-03 【13900139000】',
    '编号1 【13900139000】',
    '【13900139000】 027',
    '请打【13900139000】/【13800138000】',
    '【13900139000】、【13800138000】',
    'tel【13900139000】',
    'VX【13900139000】',
    '【13900139000】wx同号',
    'IMG_【13900139000】.jpg',
    '小明_【13900139000】.txt',
    '【139.0013.9000】',
    '【139—0013—9000】',
    '【139 - 0013 - 9000】',
    '【一三九 零零一三 九零零零】',
    '【壹叁玖零零壹叁玖零零零】',
    '电话【一三九，零零一三，九零零零】',
    '0086-【139-0013-9000】',
    '【1-390-0139-000】',
    '+86【13900139000】',
    '（+86）【13900139000】',
    '【1 3 9 0 0 1 3 9 0 0 0】',
    '①【13900139000】',
    '【1390\u200b0139000】',
    '手机号【1390013900013800138000】',
    '【139００１３９０００】',
    '1.【13900139000】',
  ],
  bank_card: [
    '卡号【6222021234567894】',
    '银行卡【6222 0212 3456 7894】',
    '补贴账号：【6217001234567890123】，户名见上',
    '打到账户【123456789012】上',
    '存折号码【04-123456789012】',
    '工行【6222 0212 3456 7890 123】',
    '开户行农业银行，【6228480012345678901】',
    '【6228480012345678】',
    '卡：【6217-0012-3456-7890-123】',
    '建行卡【4367 4212 3456 7890】',
    '农商行账户：【81010000123456789】',
  ],
  number_plate: [
    '车牌【鄂A12345】',
    '我的车【粤BD12345】',
    '车牌号：【京A·12345】',
    '车牌为【鄂a12345】',
    '车牌【川Ａ·１２３４５】',
    '【川Ａ·12345】',
    '【鄂a12345】停在门口',
    '【鄂A-12345】',
    '【鄂A.12345】',
    '【WJ鄂12345】',
    '【粤Z1234港】',
    '【鄂A1234学】',
    '【粤B12345D】',
    '【鄂AD12345】',
    '【鄂A 12345】',
    '【鄂A1234挂】',
  ],
  home_address: [
    '家住【幸福小区3栋2单元501室】',
    '【江州市长江路18号楼1203室】',
    '我住在【和平花园5栋1201】',
    '住址：【江州市东城区解放路118号】，',
    '家庭住址【青山镇红旗村5组12号】',
    '【阳光家园12号楼3单元402】漏水',
    '现住【建设里27号】。',
    '【桂花苑A座1502】的业主',
    '我是【金茂广场1期6栋1401】的业主',
    '反映的【国际广场一期6#1401】房屋质量问题',
    '原共同居住的【厂生活区1栋405号】房屋',
    '【幸福小区3-2-501】',
    '幸福小区【3#501】漏水',
    '【幸福小区三栋二单元五零一】',
    '【幸福路18号1栋2单元3楼】',
    '我住【3栋2单元501】',
    '家住【徐东大街十八号】',
    '【湖南省长沙市岳麓区麓谷街道谷苑路186号5栋501】',
    '【20街坊5门3号】',
    '【幸福小区３栋２单元５０１室】',
    '住址：【徐东大街18号3楼】',
    '我家在【长江路18号】旁边',
    '【幸福里3号楼2门501】',
  ],
  email: [
    '邮箱【li.xiaohong@example.com】',
    '发到【abc_123@mail.example.cn】',
    '【zhangsan＠163.com】',
    '【zhangsan @ 163.com】',
  ],
  contact: [
    'QQ：【123456789】',
    '微信号【li_xiaohong88】',
    '家里电话：【027-87654321】',
    '手机【一三九零零一三九零零零】',
    'QQ【１２３４５６７８】',
    'Ｑ Ｑ：【12345678】',
    'VX：【xiaoli88】',
    '加v：【xiaoli88】',
    'V信【xiaoli88】',
    '威信【xiaoli88】',
    '微信同号：【xiaoli88】',
    '微信：【6wxid123】',
    'wechat: 【xiao-li88】',
    'QQ号是【12345678】',
    '电话：【027-87654321】',
    '座机：【027-87654321】',
    '电话【（027）87654321】',
    '联系电话：【87654321】',
    '【027 8765 4321】',
    '【02787654321】',
    '家里固话【8765 4321】',
    '【0717-6543210】',
  ],
}
/** Words of office that look like it. */
const innocent = [
  '江财规〔2018〕12号文件第三条',
  '咨询电话：027-12345678，服务热线12345',
  '地址：中山路1号财政大楼3楼301窗口',
  '请到政务服务中心二楼12号窗口办理',
  '感谢王先生的来信，张女士的建议已经采纳',
  '本人于2018年3月购房，本人向贵局反映',
  '我是单位职工，我是高中毕业生',
  '业主管理委员会负责人表示，许多老师和任课老师支持',
  '户主应当提交申请材料，申请人应当到场，联系人应当签字',
  '统一社会信用代码11420100MA4KXXXX1A',
  '项目经理和施工师傅现场答复',
  '该小区3栋至5栋住户约300户，2号楼共18层',
  '谢谢\n敬礼\n2018年5月3日',
  '2018年12月31日前办结，金额1234567890元',
  '学生家长可以向学校申请，孩子上学按划片安排',
  '根据《城镇住房保障条例》（国发〔2012〕7号）',
  '公示期为2018-01-01至2018-01-31',
  '微信公众号和微博同步公开',
  '李局长、王主任到现场调研',
  '联系人刘科长，负责人王院长',
  '尊敬的领导您好，尊敬的王局长：',
  '我叫了出租车，我叫外卖，本人操作不当，本人认为',
  '拨打12345热线或400-123-4567，0-3岁，24小时电话12345',
  '增长3.5%，2018年1-3月、150 200 300 40万元',
  '本小区2栋1单元电梯坏了，3号楼2单元漏水，5栋300户',
  '统一社会信用代码524201007654321098，金额13900139000元',
  '关注微信公众号gongkai2018，官方微信：gongkai2018',
  '湘A区块链，新Apple手机，云A2018001号',
  '工单编号：430104201904250012',
  '邮箱 office@example.gov.cn',
  '受害人可以申请法律援助，患者家属请持证明',
  // The dictionary knows none of these, and they begin like names.
  '从岳银苑小区经马望堆、丁家岭到麻林桥村，乔口镇和白洲村道路硬化',
  '居民区请安监部门重新施划标线，物业方已按合同办理，管方均未答复',
  '居民石材加工厂、学生路产赔付、员工单套工资，业主方在办理',
  '友谊广场、易俗河等人口密集地域，金九多伦、武广高铁、毛塘段施工',
  '革命先烈向晶宇同志创办的学校，张百熙墓，雷益锌雕塑馆',
  '社区朱虹焰书记、黄雄副书记、资福镇副镇长杨常永、区委书记秧励调研',
  '维保中心罗音等工作人员到场，尊敬的胡书记、陈院长',
  '这条商业街26路仃靠在名都花园店铺外，老板石锅饭店开业',
]
/** What looks like a name and nothing tells: offered for somebody to look at. */
const doubtful = [
  ['听说毛偲纯被学校录用', ['毛偲纯']],
  ['叶锵建说他不知道', ['叶锵建']],
  ['已经答复王先生，请到江州市办理', []],
  // Not masked, because somebody meant it, or by older rules.
  ['户主黄钢明签字', ['黄钢明']],
] as const

const cut = (text: string) => text.replace(/[【】]/g, '')
/** Every sign that must not be shown. */
function signs(text: string): Set<number> {
  const at = new Set<number>()
  let place = 0
  let inside = false
  for (const sign of text) {
    if (sign === '【' || sign === '】') inside = sign === '【'
    else {
      if (inside) at.add(place)
      place += sign.length
    }
  }
  return at
}
const pieces = (text: string) => [...text.matchAll(/【([^】]+)】/g)].length

it.each(Object.entries(planted))('planted %s: what is found and what is not', (kind, texts) => {
  let [wanted, hit, found, right] = [0, 0, 0, 0]
  const missed: string[] = []
  for (const text of texts) {
    const must = signs(text)
    const got = findInLetter(cut(text))
    const covered = new Set(
      got.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    )
    wanted += pieces(text)
    const whole = [...must].every((at) => covered.has(at))
    if (whole) hit += pieces(text)
    else missed.push(text)
    found += got.length
    right += got.filter(({ start, end }) => [...must].some((at) => at >= start && at < end)).length
  }
  const recall = hit / wanted
  const precision = right / found
  process.stdout.write(
    `privacy ${kind}: recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}, missed ${missed.join(' | ')}\n`,
  )
  // A neighbour whom no word introduces is left to the approver's eye.
  expect(recall).toBeGreaterThanOrEqual(kind === 'name' ? 0.9 : 1)
  expect(precision).toBe(1)
})

it.each(doubtful)('asks about %s', (text, names) =>
  expect(findDoubtful(text).map(({ start, end }) => text.slice(start, end))).toEqual(names),
)

it('a name that was known in part is masked whole, and no single sign is ever masked everywhere', () => {
  const known = knownIn([
    ['村民王才钰有房。王才钰说有。', 'citizen'],
    ['邻居王才家有狗', 'citizen'],
  ])
  expect(known.every(({ text }) => text.length > 1)).toBe(true)
  expect(mask('王才钰有两栋房', ...known)).toBe('王**有两栋房')
})

it('an office’s own contact stays in its reply, the citizen’s does not', () => {
  expect(maskReply('欢迎举报，联系人：周灿0731-87654321')).toBe('欢迎举报，联系人：周灿0731-87654321')
  expect(maskReply('您留的联系人：周灿，没有接听')).toBe('您留的联系人：周**，没有接听')
})

it.each(innocent)('leaves %s', (text) => expect(findInLetter(text)).toEqual([]))

it('masks names in a title, a letter and a reply, wherever they stand once they are known', () => {
  expect(mask('我叫王小明。王小明的电话13900139000，请回复王小明先生。')).toBe(
    '我叫王**。王**的电话139******，请回复王**先生。',
  )
  expect(mask('李小红您好，来信收悉。', '李小红')).toBe('李**您好，来信收悉。')
  expect(mask('没有个人信息。', '')).toBe('没有个人信息。')
})

/** What an office says of itself stays, and what is the citizen's does not. */
it.each([
  ['请拨打0731-87654321咨询，联系电话：87654321，地址：谷苑路186号5栋501室', []],
  ['您的来信收悉。请到徐东大街18号1栋2楼203室办理，12345、400-123-4567。', []],
  ['按您预留的电话027-87654321联系您', ['telephone']],
  ['您家住幸福小区3栋2单元501，已上门查看', ['home_address']],
  ['您的手机13900139000未接通', ['mobile_phone']],
  ['王小明，您好！', ['name']],
])('in a reply: %s', (text, kinds) =>
  expect(findInLetter(text, [], 'office').map(({ kind }) => kind)).toEqual(kinds),
)

it.each([
  ['张三.jpg', '张**.jpg'],
  ['李红_申请书.docx', '李**_申请书.docx'],
  ['王小明的诉求.pdf', '王**的诉求.pdf'],
  ['王小明_13900139000.txt', '王**_139******.txt'],
  ['申请书-李红.docx', '申请书-李**.docx'],
  ['身份证（王小明）.png', '身份证（王**）.png'],
  ['IMG_13900139000.jpg', 'IMG_139******.jpg'],
  ['施工照片.jpg', '施工照片.jpg'],
  ['房产证.pdf', '房产证.pdf'],
  ['毕业证.pdf', '毕业证.pdf'],
  ['IMG_20180503_101010.jpg', 'IMG_20180503_101010.jpg'],
])('a file name %s is shown as %s', (name, shown) => expect(maskFileName(name)).toBe(shown))

it('what the form says is masked in whatever shape it is written, and nobody’s name puts stars on common words', () => {
  const known = knownOfForm({ author: '王 小明（代）', telephone: '027-8765 4321', email: 'li@example.com' })
  expect(maskReply('王小明您好，已致电（027）87654321、LI@example.com。', ...known)).toBe(
    '王**您好，已致电（******、******。',
  )
  expect(mask('热心市民和业主都来了', ...knownOfForm({ author: '业主' }), '热心市民')).toBe(
    '热心市民和业主都来了',
  )
  expect(mask('王小明、李红都在', '王小明、李红')).toBe('王**、李**都在')
})

it('the country stays and the number does not', () => {
  expect(mask('电话+8613900139000')).toBe('电话+86139******')
  expect(mask('0086-139-0013-9000')).toBe('0086-139******')
})
