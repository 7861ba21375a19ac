import { matchesOf } from './place.ts'

const is = '[为是叫:]{0,2}[\\s(“"]*'
const number = '(?:号码?|字号|编号)?'
/** Accounts whose own form gives nothing away: the word before says what they are. */
const introduced = [
  [
    'identity_number',
    new RegExp(
      `(?<=(?:身份证|身份|证件|户口本|社会保障)(?:上的)?${number}${is})(?=(?:[*xX -]*\\d){4})(?:[\\d*][ -]?){13,17}[\\dXx*]`,
      'g',
    ),
  ],
  [
    'identity_number',
    new RegExp(
      `(?<=(?:护照|通行证|[台回]胞证|回乡证|居住证|居留证|军官证|文职干部证|士兵证|士官证|军人证|警官证|退役证|优待证|学生证|学籍|准考证|驾驶证|驾照|残疾人?证|残疾军人证|结婚证|离婚证|户口[簿本]|(?:资格|执业|从业|房产|律师|会计|不动产权|房屋所有权)证书?|出生证|出生医学证明|社保|医保|社会保障卡|市民卡|就诊卡|诊疗卡)(?:卡|证)?(?:上的)?${number}${is})(?!\\d+(?:[.]\\d+)?[元万年月期])(?:[一-鿿]{0,6}字第?[:( ]?)?[A-Za-z]{0,4}[- ]?\\d{6,20}(?:-\\d{2,12})*[A-Za-z]?号?`,
      'g',
    ),
  ],
  // Of Hong Kong and Macao H1234567(8), of permanent residents CHN110001010101; the full form of the mainland is above.
  [
    'identity_number',
    new RegExp(
      `(?<=(?:身份证|证件|居留证)(?:上的)?${number}${is})(?:[A-Za-z]{1,2}\\d{6,7} ?[(][\\dA-Za-z][)]|[A-Za-z]{1,3}\\d{6,15}(?![\\dA-Za-z])|\\d{7} ?[(]\\d[)])`,
      'g',
    ),
  ],
  [
    'bank_card',
    new RegExp(
      `(?<=(?:卡|账户|帐户|账|帐|存折|银行|开户行|[工农建中交]行|农商行|信用社|支付宝)${number}(?:(?!电话|手机|热线)[^\\d。,]){0,8}${is})\\d(?:[ -]?\\d){9,24}`,
      'g',
    ),
  ],
  [
    'account',
    new RegExp(
      `(?<=(?:[Qq] ?[Qq]|扣扣|企鹅)(?:群|邮箱)?${number}[^\\d,，。]{0,2}?${is})[1-9]\\d{4,11}(?!\\d)`,
      'g',
    ),
  ],
  [
    'account',
    /(?<!(?:公众|官方|政务|服务号|订阅号|本局|我局|关注)[^。]{0,6})(?<=(?:微信|威信|薇信|徽信|微心|[Vv] ?信|[Ww]ei ?[Xx]in|[Ww]e[Cc]hat|(?<![A-Za-z])[Vv][Xx]|(?<![A-Za-z])[Ww][Xx]|支付宝|抖音|快手|微博|陌陌)(?:账?号|名|ID|id|同号|联系)?[:为是叫也]{0,2}[\s(“"]*)(?!http|www)[A-Za-z0-9][\w-]{4,19}/g,
  ],
  ['account', /(?<=(?:加|\+|联系) ?[Vv](?:信)? ?[:为是]? ?)[A-Za-z0-9][\w-]{4,19}/g],
  [
    'number_plate',
    /(?<=(?:车牌|牌照|号牌|车号)(?:号码?|照)?[为是:]{0,2}\s*)[一-鿿*]?\s?[A-Za-z][·. -]?\s?[A-Za-z0-9]{4,6}[挂学警]?(?![A-Za-z0-9])/g,
  ],
  // 使A12345的车主, 某B12345号车: of a province or not.
  [
    'number_plate',
    /[一-鿿][A-Z][·. -]?(?=[A-Z0-9]{0,4}\d{3})[A-Z0-9]{5,6}(?=号?(?:小?[轿汽货客]?车|摩托|面包|皮卡|的(?:车主|司机|车|[^,。;]{0,6}(?:违章|违法)))|[^,。;]{0,4}车主)/g,
  ],
] as const

export const findAccounts = (text: string) =>
  introduced.flatMap(([kind, pattern]) => matchesOf(text, pattern, kind))
