import { findNames } from './find-names.ts'
import { findPersonalData, type PersonalData, type PersonalDataKind } from './find-personal-data.ts'

export type LetterDataKind = PersonalDataKind | 'name' | 'telephone' | 'account'
export type LetterData = Omit<PersonalData, 'kind'> & { kind: LetterDataKind }

const digit = '[\\d０-９]'
/** What people write about themselves and no form gives away: the word before says it. Published items are not searched so: agencies print accounts and telephones of their own. */
const introduced: readonly (readonly [LetterDataKind, RegExp])[] = [
  [
    'identity_number',
    new RegExp(`(?<=身份证(?:号码?|编号)?[为是：:]?[\\s（(]*)${digit}[\\dxX０-９Ｘｘ*-]{13,17}`, 'g'),
  ],
  ['identity_number', /(?<=(?:护照|通行证|军官证|学生证|学籍)(?:号码?)?[为是：:]?\s*)[A-Za-z]{0,2}\d{6,12}/g],
  [
    'bank_card',
    new RegExp(
      `(?<=(?:卡号|账号|帐号|账户|帐户|存折|银行卡|社保卡)(?:号码?)?[为是：:]?[\\s（(]*)${digit}(?:[ -]?${digit}){9,24}`,
      'g',
    ),
  ],
  [
    'telephone',
    /(?<=(?:我的|我|本人|家里|家庭|家中|住宅|宅|联系人|个人)(?:联系)?(?:电话|座机|固话)(?:号码?)?[为是：:]?\s*)0\d{2,3}[-－\s]?\d{7,8}/g,
  ],
  [
    'telephone',
    /(?<![一-鿿])(?=[一幺])[一二三四五六七八九零〇幺]{11}(?![一二三四五六七八九零〇幺])|(?<=(?:电话|手机)(?:号码?)?[为是：:]?)[一幺][三四五六七八九][一二三四五六七八九零〇幺]{9}/g,
  ],
  ['account', /(?<=(?:QQ|qq|扣扣)(?:号码?)?[为是：:]?\s*)[1-9]\d{4,11}/g],
  [
    'account',
    /(?<!公众号[^。]{0,4})(?<=(?:微信|wx|WX|支付宝|抖音|微博)(?:账?号|名|ID|id)?[为是：:]?\s*)[A-Za-z][\w-]{4,19}/g,
  ],
  ['number_plate', /(?<=车牌(?:号码?|照)?[为是：:]?\s*)[一-鿿]?[A-Za-z][·•\s-]?[A-Za-z0-9]{5,6}/g],
  // A dwelling: building and room, with or without the word for it.
  [
    'home_address',
    new RegExp(
      `[一-鿿A-Za-z0-9]{2,10}?(?:小区|花园|公寓|家园|新村|新城|苑|社区|宿舍|雅居|名邸|华城|府)(?:[一二三四五六七八九\\d]期)?(?:[A-Za-z]区)?[\\s，,]?[\\d０-９A-Za-z一二三四五六七八九十]{1,4}(?:栋|幢|号楼|座)[\\s，,]?(?:(?:${digit}{1,2}|[一二三四五六七八九十]{1,2})(?:单元|门|梯))?[\\s，,]?${digit}{3,5}(?:室|号|房)?(?!${digit}|户|平|元|年|米)`,
      'g',
    ),
  ],
  [
    'home_address',
    /(?<=(?:家住|现住|住址|住在|居住在|居住于|家庭住址|家庭地址|户籍地址?|户口所在地|通讯地址|我家在|(?<=[，,。；;\s])住)[为是：:在于]{0,2}\s*)[^，。；;,\n\s《》〔〕[\]（）()“”]{2,30}?\d{1,5}(?:号|室|房)(?:[^，。；;,\n\s《》〔〕[\]（）()“”的]{0,12}?\d{1,5}(?:室|房|号))?/g,
  ],
  [
    'home_address',
    /[一-鿿]{2,8}(?:村|屯)[一-鿿\d]{0,6}?[\d一二三四五六七八九十]{1,3}(?:组|队|社)[\d一二三四五六七八九十]{1,4}号/g,
  ],
]

/** Every piece of personal data in a citizen's words or in a reply to them, in the order of the text; never overlapping, the longer one first where two begin together. */
export function findInLetter(text: string, names: readonly string[] = []): LetterData[] {
  const found: LetterData[] = [
    ...findPersonalData(text),
    ...introduced.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
    ...findNames(text, names).map((place) => ({ kind: 'name' as const, ...place })),
  ]
  found.sort((one, other) => one.start - other.start || other.end - one.end)
  let end = 0
  return found.filter((piece) => {
    if (piece.start < end) return false
    end = piece.end
    return true
  })
}
