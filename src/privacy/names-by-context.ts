import { familyRoles, formRoles } from './form-words.ts'
import { type Suspect, suspectedNames } from './suspected-names.ts'

const kin =
  '父亲|母亲|爸爸?|妈妈?|妻子|丈夫|老公|老婆|爱人|儿子|女儿|弟弟?|妹妹?|哥哥?|姐姐?|爷爷|奶奶|外公|外婆|孙子|孙女|儿媳|女婿|叔叔|伯伯|舅舅|姑姑|侄子|外甥'
const roles =
  '自然人|公民|个人|职工|员工|工人|村民|村名|组民|居民|业主|住户|户主|农户|贫困户|包工头|承包商|承包人|承包方|老板|嫌疑人|被告人?|原告|执行人|当事人|老赖|合伙人|打手|总包|夫人|采矿权人|代表人|其兄|其弟|其姐|其妹|长女|次女|长子|次子|幼儿|学生|考生|学员|继承人|老乡|邻居|同事|朋友|同学|其子|其女|其妻|其夫|其父|其母|之子|之女|代表|代理人?|工程师|医师|医生|护士|教练|保安|厂长|经理|董事长|店长|司机|教师|会计|出纳|法人|股东|房东|房主|租客|租户|患者|病人|死者|伤者|战友|男子|女子|男孩|女孩|村霸|恶霸|的人是|名叫|我名|\\d户'
const before = new RegExp(
  `(?:${roles}|${formRoles}|${familyRoles}|(?:[其我亲他她]|大|小|二|三|堂|表)?(?:${kin}))(?:叫|是|为|:)?[:( "“]{0,2}$`,
)
const after = new RegExp(
  `^(?:的?(?:${kin}|家人|家属|家长|家门|家里|身上|名下|本人|夫妇|夫妻|一家|两人|二人)|之[子女妻夫父母]|户(?![籍口型均数外内])|[()][^)]{0,10}\\)?户|因病|去世|死亡|,(?:现?家?住|现年|今年|年龄|男|女)|为首|为代表|等人(?![口员群士大民数力才事])|等[\\d一二两三四五六七八九十]+[人户])`,
)
/** 举报人,某村谢某。 */
const signs =
  /(?:举报人|投诉人|反映人|信访人|来信人|求助人|申请人|留言人|报告人|反映者|举报者)[:,]? ?[^,。;:\n]{0,5}$/
const ends = /^(?:[。,;\n ]|$)/
/** 张某、李某; 1张某,2李某. */
const between = /^(?:[、,;](?:和|及|\d{1,3}[.、]?)?|和|与|及|以及|同)$/

/**
 * Names that no pattern of words introduces but that stand where people stand, and who stands in one list with them.
 * `found`: names that patterns found already. Others that look like names are left for somebody to look at.
 */
export function namesByContext(
  text: string,
  found: ReadonlySet<string>,
): { sure: Set<string>; doubtful: Suspect[] } {
  const suspects = suspectedNames(text)
  const sure = new Set<string>()
  for (const list of listsOf(text, suspects))
    if (isListOfPeople(text, list) || list.some((one) => found.has(one.name) || isTold(text, one)))
      for (const { name } of list) sure.add(name)
  return { sure, doubtful: suspects.filter(({ name }) => !sure.has(name) && !found.has(name)) }
}

/** Suspects with nothing but a comma or 和 between them. */
function listsOf(text: string, suspects: readonly Suspect[]): Suspect[][] {
  const lists: Suspect[][] = []
  for (const one of suspects) {
    const last = lists.at(-1)?.at(-1)
    if (last && between.test(text.slice(last.end, one.start))) lists.at(-1)?.push(one)
    else lists.push([one])
  }
  return lists
}

/** Names of places are rarely three in a row of which the dictionary knows none. */
const isListOfPeople = (text: string, list: readonly Suspect[]) =>
  list.length >= 3
    ? list.filter(({ name }) => name.length === 3).length >= 2 || countedAsPeople.test(rest(text, list))
    : list.length === 2 && countedAsPeople.test(rest(text, list))
const rest = (text: string, list: readonly Suspect[]) => text.slice(list.at(-1)?.end ?? 0)
const countedAsPeople = /^等[(,。;]|^\)?户|^等?[一二两三四五六七八九十\d]{1,2}[人户名位]/

function isTold(text: string, { name, start, end }: Suspect): boolean {
  const [left, right] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 14)]
  if (before.test(left) || after.test(right)) return true
  return (signs.test(left) && ends.test(right)) || (/[村组]$/.test(left) && name.length === 3)
}
