import type { Where } from './find-names.ts'
import { anyLabel, officeLabel } from './form-words.ts'
import { rareSurname, surname } from './surnames.ts'

const given = '[一-鿿]{1,2}'
const name = `${surname}${given}`
/** 热依汗·买买提. */
const foreignName = '[一-鿿]{1,8}(?:·[一-鿿]{1,8}){1,3}'
/** What may follow a name: the end, a mark, or a word that goes on about a person. */
const after =
  '(?=$|[^一-鿿]|身份证|电话|手机|联系|住|家住|现|系|是|男|女|于|在|的|和|与|及|向|因|先生|女士|我|今年|现年|患|对|去|已|被|说|称|从|到)'
const ends = '(?=$|[,。;(、\\s:!?)”"\']|身份证|电话|手机|今年|男|女)'
const roles =
  '姓名|联系人|投诉人|举报人|申请人|求助人|请求人|反映人|信访人|报料人|来信人|留言人|写信人|反映者|户主|权利人|产权人|法人代表|法定代表人|法人|经手人|当事人|受害人|委托人|经办人|患者|死者|伤者|署名|落款|负责人|学生'
/** Words that common texts go on from: a name follows only after a colon or 叫. */
const weakRoles = '业主|家长|原告|被告|车主|房东|村民|居民|司机|网友|老师|孩子|小孩|女儿|儿子'
const titles =
  '主席|书记|局长|(?<!班)主任|领导|经理|镇长|县长|校长|委员|所长|队长|科长|部长|院长|站长|处长|人员|工作的|民警'
const kin =
  '父亲|母亲|爸爸?|妈妈?|丈夫|妻子|老公|老婆|爱人|儿子|女儿|孩子|小孩|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|孙子|孙女'
const addressed = '先生|女士|小姐|师傅|同志|老师|医生|同学|阿姨|大爷|大妈|大姐|大哥|老人|奶奶|爷爷'

// 联系人：…
const byRole = new RegExp(`(?<=${roles})(?:姓名)?(?:分别)?[是为叫系]?[:(\\s]*(${name})${after}`, 'g')
/** Whom an office gives as its own contact is public; 您留的联系人 is none of them. */
const byRoleInReply = new RegExp(
  `(?<=${roles.replace(/联系人\|/, '(?:您|你|来信|信中|预留|填写|留下?)的?联系人|').replace(/经办人\|/, '')})(?:姓名)?(?:分别)?[是为叫系]?[:(\\s]*(${name})${after}`,
  'g',
)
/** 户名：…, 称呼：…, 孩子：…: a label and a colon, and nothing behind the name. */
const byLabel = (only = '') => new RegExp(`${only}${anyLabel}: *(${name})${ends}`, 'g')
/** Who is named, by what stands before or behind. A family name with a title alone (王先生) tells nobody apart. */
const introduced: readonly RegExp[] = [
  // 我叫…, 名叫…, 本人…
  new RegExp(`(?<=我叫|名叫|名字叫|我的名字是|我名字是|名字是|叫做|化名)[“"':\\s]*(${name})${after}`, 'g'),
  // Whatever the family name, when the name ends there; 我叫车, 我叫了 are none.
  new RegExp(
    `(?<=我叫|我的名字叫|我名字叫|名字叫|我的名字是|我名字是)[“"':\\s]*((?![了他她它你您人车来去不出过这那几一两救外做什停])[一-鿿]{2,4})${ends}`,
    'g',
  ),
  new RegExp(`(?<=本人|我是)[叫名:,(\\s]*(${name})(?=$|[,。;(、\\s:]|身份证|电话|手机|系|住|男|女)`, 'g'),
  new RegExp(`(?<=本人)[叫名:,(\\s]*(${rareSurname}${given})(?=$|[,。;(、\\s:]|身份证|电话|手机)`, 'g'),
  new RegExp(`(?<=叫|本人|我是|名字是|(?:${roles})[:是为叫]?)[:\\s]*(${foreignName})`, 'g'),
  // 我，…，
  new RegExp(`(?<=我,|我，)(${name})(?=[,，])`, 'g'),
  byRole,
  // 来信人：王 小 明
  new RegExp(
    `(?<=(?:${roles})(?:姓名)?: ?)(${surname} [一-鿿](?: [一-鿿])?)(?=$|[^一-鿿 ]| [^一-鿿]| ?(?:电话|手机|身份证))`,
    'gm',
  ),
  new RegExp(`(?<=(?:${weakRoles})(?::|名?字?叫|是叫|姓名:?))\\s*(${name})${after}`, 'g'),
  new RegExp(`(?<=(?:我|本人|其)(?:家)?(?:的)?(?:${kin})(?:名字)?)[名叫是:(,\\s]*(${name})${after}`, 'g'),
  new RegExp(`(?<=${kin}|教师|老板|夫妇|夫妻|邻居|同事|幼儿|村民)[:(\\s]*(${name})(?=[,。;、(])`, 'g'),
  // 丈夫…45岁, 村民…出生于
  new RegExp(
    `(?<=${kin})((?!现|今|已|才|都|快|不|满|将|即|刚|年|还|仅|只)[一-鿿]{2,3})(?=,?(?:现年|今年)?\\d{1,3}岁)`,
    'g',
  ),
  new RegExp(`(?<=^|[,。;、(\\s]|${weakRoles})(${name})(?=,?(?:(?:现年|今年)\\d|\\d{1,3}岁|出生于))`, 'gm'),
  // …等人
  new RegExp(`(?<=^|[,。;、:(\\s])(${name})(?=等人(?![口员群士大民数力才事]))`, 'gm'),
  // …先生, …女士; 革命先烈…同志 is in the history books
  new RegExp(`(?<!(?:${titles})[一-鿿]?|先烈|烈士|英雄)(${name})(?=${addressed})`, 'g'),
  // …，男，…; …（身份证号…
  new RegExp(
    `(?<=^|[,。;、:(\\s人])(${name})(?=[,、(\\s:]*(?:男|女|汉族|身份证|公民身份|身份号|手机|电话号码|联系电话|联系方式|电话:?\\d|\\d{11}|\\d{4}年\\d{1,2}月\\d{1,2}日(?:出)?生))`,
    'gm',
  ),
  // 王小明的爱人
  new RegExp(`(?<=我是|^|[,。;\\s])(${name})(?=的(?:${kin}|家属|亲属|代理人))`, 'gm'),
  // 尊敬的王小明：, 王小明您好
  new RegExp(`(?<=尊敬的|亲爱的)(${name})(?=[:,!]|您|你|$|${addressed})`, 'gm'),
  new RegExp(`(?<=^|[\\n。!]) *(${name})(?=[,:]? ?(?:您好|你好|您的|来信收悉|:\\n))`, 'gm'),
]
/** How people sign: a line of its own, or the last words before the date or the end. */
const signature = new RegExp(
  `(?:^|[\\n\\s。!])(?:此致)?[ \\t]*(?:敬礼)?[!。]?[ \\t]*(${name})[ \\t]*(?:敬上|上|呈|启)?[ \\t]*(?=$|\\n|\\s*(?:\\d{4}[年.-]|[二〇零一]{4}年|1\\d{10}|电话))`,
  'g',
)
const papers =
  '申请|身份|户口|房产|照片|简历|材料|资料|证明|诉求|情况|投诉|合同|病历|诊断|来信|信件|举报|反映|的|毕业|学历|社保|收据|发票'
/** A file is called after somebody: alone, between marks, or before the word for the paper. */
const inFileName: readonly RegExp[] = [
  new RegExp(`(?<=^|[_\\s\\-.(\\[+—])(${name})(?=$|[_\\s\\-.)\\]\\d+—]|${papers})`, 'g'),
  new RegExp(`(?<=[证书表料件]|\\d)(${name})(?=$|[_\\s\\-.)])`, 'g'),
]

const patterns: Record<Where, readonly RegExp[]> = {
  citizen: [...introduced, byLabel(), signature],
  office: [...introduced.filter((one) => one !== byRole), byRoleInReply, byLabel(officeLabel), signature],
  file: [...introduced, byLabel(), ...inFileName],
}
export const namePatterns = (where: Where): readonly RegExp[] => patterns[where]
