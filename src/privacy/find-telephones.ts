import type { Where } from './find-names.ts'
import type { Place } from './place.ts'

/** Area code and number, as people break them. Source: 电信网编号计划: 010, 02x, 0xxx and seven or eight digits. */
const withArea =
  /(?<![\d.-])(?:\(0(?:10|2\d|[3-9]\d{2})\)|(?:\+?(?:00)?86[ -]?)?0(?:10|2\d|[3-9]\d{2})|\+?(?:00)?86[ -](?:10|2\d|[3-9]\d{2})(?=[ -]))(?:-{1,2}| {0,2}| - )[2-8]\d{2,3}[ -]?\d{4}(?:(?:-|转)\d{1,5})?(?!\d)/g
const afterWord =
  /(?<=(?:电话|座机|固话|宅电|联系方式|[Tt]el|TEL)(?:号码?)?[:是为.]{0,2} ?(?:\(\S{0,4}\))?)[2-8]\d{2,3}[ -]?\d{4}(?!\d|-\d)/g
/** Of an office by its own word, whoever writes it. */
const officeWord =
  /(?:咨询|服务|热线|专线|监督|值班|办公室?|客服|窗口|举报|投诉|报修|便民|政务|[股科局委办室部院校站]|(?<![厕我])所|中心|公司|大厅)(?:的?联?系?电话|热线|专线|座机)?(?:号码?)?[:是为( ]{0,3}$/
/** What an office says of a citizen's. */
const ofCitizen =
  /(?:(?:您|你|来信人|投诉人|反映人|留言人)(?:的|家|家里|本人|所|预留|留下?|提供|填写|来信|中|时){1,4}|本人|家庭|家里|家中|住宅)(?:联系)?(?:电话|座机|固话|号码)(?:号码?)?[:是为( ]{0,3}$/

/** A citizen's telephone is a person's, an office prints its own. */
export function findTelephones(text: string, where: Where): Place[] {
  return [...text.matchAll(withArea), ...text.matchAll(afterWord)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => {
      const before = text.slice(Math.max(0, start - 20), start)
      return where === 'office' ? ofCitizen.test(before) : !officeWord.test(before)
    })
}
