import type { Where } from './find-names.ts'
import type { Place } from './place.ts'

const digit = '[\\d一二三四五六七八九十百零〇]'
const estate =
  '(?:小区|花园|公寓|家园|新村|新城|花苑|苑|社区|宿舍|雅居|名邸|名苑|豪庭|华庭|华城|公馆|山庄|别墅|家属院|大院|嘉园|生活区|住宅区|家属区|安置区|安置房|府|湾|郡|城)'
/** Words that lead up to an address and are no part of it. */
const sign = '(?:(?![住在于是到和与的我])[一-鿿A-Za-z0-9])'
const region =
  '(?:(?:(?![省市区县镇乡住在于是到和与的我])[一-鿿A-Za-z0-9]){1,7}(?:省|市|区|县|镇|乡|街道)){0,5}'
const building = `(?:${digit}{1,4}|[A-Za-z]\\d?)(?:栋|幢|号楼|座|#楼?|号院)`
const unit = `${digit}{1,3}(?:单元|门|梯)`
const room = `(?:(?:\\d{3,5}|${digit}{3,5})(?:室|号|房|户)?|${digit}{1,3}(?:室|楼|层))`
const notCount = '(?![\\d-]|户|平|元|年|米|人|多|余|个)'
const floorOnly = `(?:\\d{3,5}|[一二三四五六七八九零〇]{3,4})(?:室|号|房)?`
/** 3-2-501, 3#501, 3-501. */
const short = `\\d{1,3}(?:栋|#)?[-#]\\d{1,2}-\\d{3,4}(?:室|号|房)?|\\d{1,3}#\\d{3,4}(?:室|号|房)?|\\d{1,3}-\\d{3,4}(?:室|号|房)`
const dwelling = `(?:${building}[, ]?${unit}[, ]?${room}|${building}[, ]?${floorOnly}|${short})${notCount}`
const part = '(?:一|二|三|四|五|六|七|八|九|十|\\d)期|[A-Za-z东南西北]区'
const road = '(?:路|街|大道|大街|巷|弄|胡同|里|坊|街坊)'
const roadNumber = `${digit}{1,5}(?:号|弄)(?:院|附\\d{1,3}号)?`

/** A room with its house: where somebody lives, whoever says it. */
const inEstate = new RegExp(`${region}${sign}{1,10}?${estate}(?:${part}){0,2}[, ]?(?:${dwelling})`, 'g')
const onRoad = new RegExp(`${region}${sign}{1,10}?${road}(?:${roadNumber})?[一-鿿]{0,8}?(?:${dwelling})`, 'g')
const inVillage = new RegExp(
  `${region}${sign}{1,10}?(?:村|屯)${sign}{0,6}?${digit}{1,3}(?:组|队|社)${digit}{1,4}号`,
  'g',
)
const inBlock = new RegExp(`${digit}{1,3}街坊${digit}{1,3}(?:门|栋|号楼)${digit}{1,4}(?:号|室)?`, 'g')
/** Told by the word after: …广场6栋1201的业主, …6#1201房屋. */
const ofOwner = new RegExp(
  `${sign}{2,12}?(?:${part}){0,2}(?:${building}|\\d{1,3}#)(?:${unit})?\\d{3,4}(?:室|号|房)?(?=的?(?:业主|住户|房屋|房产|房主|户主|居民))`,
  'g',
)
const noName = new RegExp(`${building}[, ]?${unit}[, ]?${floorOnly}${notCount}`, 'g')
/** Told to be a home by the word before. */
const introduced = new RegExp(
  `(?<=(?:家住|现住|住址|住在|居住在|居住于|租住在?|暂住|家庭住址|家庭地址|户籍地址?|户籍所在地|户口所在地|通讯地址|联系地址|收件地址|房屋坐落|我家在|家在|(?<=[,，。;\\s我人])住)[为是:在于]{0,2}\\s*)(?![为是:在于])[^,，。;\\n\\s《》〔〕[\\]（）()“”?!？！]{2,30}?(?:${digit}{1,5}(?:号|室|房)(?:[^,，。;\\n\\s《》〔〕[\\]（）()“”的]{0,14}?(?:\\d{1,5}|${digit}{1,4})(?:室|房|号|楼|层)?(?!\\d))?|${dwelling})`,
  'g',
)
const ownAddress = new RegExp(
  `(?<=(?:^|[\\n,，。; ])(?:地址|住址)[为是:]\\s*)[^,，。;\\n\\s()]{2,30}?${digit}{1,5}(?:号|室|房|楼)`,
  'g',
)
/** Words before an address that the pattern took along. */
const lead = /^.*(?:\d[年月日]|反映|投诉|关于|位于|我们|业主|针对|居民|住户)(?=[一-鿿A-Z]{2})/
/** Somebody works there. */
const ofOffice = /(?:大厅|窗口|政务|服务中心|办公|财政大楼|局|大厦|委员会|银行|医院|学校|派出所|法院)/
const ofCitizen = /(?:家住|您家|你家|现住|住址|居住|住在|租住|户籍)[^,，。;]{0,6}$/

/** Dwellings. A citizen's words tell of homes; in an office's reply only what it says to be one, or what has a unit and a room. */
export function findHomes(text: string, where: Where): Place[] {
  const patterns =
    where !== 'office'
      ? [inEstate, onRoad, inVillage, inBlock, ofOwner, noName, introduced, ownAddress]
      : [inEstate, inVillage, inBlock, ofOwner, introduced, onRoad]
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((match) => ({
        start: match.index + (lead.exec(match[0])?.[0].length ?? 0),
        end: match.index + match[0].length,
      }))
      .filter(({ start, end }) => isHome(text, { start, end }, pattern, where)),
  )
}

function isHome(text: string, { start, end }: Place, pattern: RegExp, where: Where): boolean {
  if (pattern === ownAddress || pattern === onRoad) {
    const words = text.slice(start, end + 12)
    if (ofOffice.test(words)) return false
  }
  return (
    where !== 'office' || pattern !== onRoad || ofCitizen.test(text.slice(Math.max(0, start - 12), start))
  )
}
