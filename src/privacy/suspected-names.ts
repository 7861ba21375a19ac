import { noNames } from './no-names.ts'
import type { Place } from './place.ts'
import { surname } from './surnames.ts'
import { type Word, wordsOf } from './words.ts'

export type Suspect = Place & { name: string }

/** Signs that go on with the sentence after a name; others in a word of one sign may be the given name's second. */
const goesOn =
  /^[的了是在有我你他她它们这那就也都不没和与及或把被从对给到会能可要将请吗呢吧啊该等某因却还又已再曾则称说让使向为以之户家系住于去来至由并仍刚才先后上下中内外里前原现约共各每另其此第个]$/
const mayBegin = new RegExp(`^(?:${surname}|[乐秧])[一-鿿]{1,2}$`)
/** Places, offices and things go by such tails. */
const tails =
  /[村镇乡县市区路街巷里弄桥山河江湖岭冲坪塘坝湾港寺庙园苑府城楼站店厂场馆校院局处所科部组队会社群司行车机灯表证书费款水木石板线网灶料具法案权度性化感率员人们等均已发办庭墓湿窄滑产铺后前上下中内外]$/
/** 胡书记, 陈先生: nobody is told apart by it. */
const addressed =
  /^.(?:书记|[局院校市县镇乡科处站所]长|主任|经理|老师|先生|女士|小姐|师傅|同志|阿姨|会计|医生)$/
/** 业主方已按合同: no name goes on with these. */
const inside = /^.+[已均未不与仍亦而就于某到至由卖买费款]/
/** What follows a part of a longer name of a place, a firm or a rule. */
const goesOnAsPlace =
  /^(?:(?:自然|安置|行政)?村|社区|小区|街道|镇|乡(?!亲)|县|市(?!民)|区|路|街|巷|大道|大厦|花园|公园|广场|家园|新城|国际|中学|小学|大学|幼儿园|学校|学院|医院|卫生院|公司|集团|工程|项目|房地产|置业|物业|水库|水系|大桥|桥|渠|水渠|山|岭|组|站|群工站|美术馆|影像馆|雕塑馆|博物馆|纪念|墓|汽配|汽车|驾校|酒店|饭店|饭馆|餐馆|菜馆|火锅|宾馆|超市|商场|市场|食堂|燃气|稀土|建材|步行街|线|厂|工业园|开发区|林|KTV|广告|班)/
/** Who is named beside an office held: public. */
const titles =
  '(?:副|总|代|原|时任|现任)?(?:书记|局长|(?<!班)主任|镇长|乡长|县长|市长|区长|省长|校长|委员|所长|[大中支总]队?队长|科长|部长|院长|站长|处长|司长|厅长|总指挥|指挥长|主席|支书|常委|党委|政委|秘书长|检察长|法官|检察官|警官|民警|调研员|巡视员|干部|工作人员|村委|支委)'
export const titleBefore = new RegExp(`${titles}[、:( ]?$`)
export const titleAfter = new RegExp(`^(?:同志)?(?:[一-鿿]{0,2})?${titles}|^等(?:同志|领导|工作人员|一行)`)

/**
 * What may be somebody's name: begins with a family name, and the dictionary knows no such word. Officials beside their title are none.
 * Measured on real letters: docs in the README of this module.
 */
export function suspectedNames(text: string): Suspect[] {
  const words = wordsOf(text)
  return words.flatMap((word, at) => {
    const name = nameFrom(text, word, words[at + 1])
    if (!name || !mayBegin.test(name) || noNames.has(name) || noNames.has(name.slice(0, 2))) return []
    const end = word.start + name.length
    const [before, after] = [text.slice(Math.max(0, word.start - 10), word.start), text.slice(end, end + 10)]
    if (titleBefore.test(before) || titleAfter.test(after)) return []
    return tails.test(name) || inside.test(name) || addressed.test(name) || goesOnAsPlace.test(after)
      ? []
      : [{ name, start: word.start, end }]
  })
}

/** Unknown, a name by the dictionary (two signs of which are mostly something else), or a family name and a given one: 黎|志军. */
function nameFrom(text: string, word: Word, next: Word | undefined): string | undefined {
  if (!/^[一-鿿]{1,4}$/.test(word.text)) return undefined
  if (word.text.length === 1)
    return next?.as === 'name' && next.text.length <= 2 ? word.text + next.text : undefined
  if (word.as === 'unknown')
    return longer(text, fullName(word.text, next, text.slice(next?.end, (next?.end ?? 0) + 1)))
  return word.as === 'name' && word.text.length === 3 ? word.text : undefined
}

/** 赵斌|佑 is one name, 王梁|的 is a name and the next word. */
function fullName(text: string, next: Word | undefined, afterNext: string): string {
  if (text.length === 4) return text.slice(0, 3)
  if (text.length === 3 && goesOn.test(text.slice(2))) return text.slice(0, 2)
  if (text.length !== 2 || !next || !/^[一-鿿]$/.test(next.text)) return text
  // 彭雍和、: nothing is joined to a mark.
  const joinsNothing = /^[和与及从到向被把对]$/.test(next.text) && /^[、,。;]/.test(afterNext)
  return goesOn.test(next.text) && !joinsNothing ? text : text + next.text
}

/** 黄刚|明签字, 黄刚|明父子: what follows a name of two signs each time belongs to it; a sign that sentences go on with needs to do so three times. */
function longer(text: string, name: string): string {
  if (name.length !== 2) return name
  const next = [...text.matchAll(new RegExp(`${name}([一-鿿]?)`, 'g'))].map(([, sign]) => sign ?? '')
  const [sign = ''] = next
  const times = next.every((one) => one === sign) ? next.length : 0
  return sign && sign !== '的' && times >= (goesOn.test(sign) ? 3 : 2) ? name + sign : name
}
