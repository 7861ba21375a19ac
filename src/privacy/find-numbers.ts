import { isBankCard } from './bank-card.ts'
import { isIdentityNumber, isLikeIdentityNumber, isOldIdentityNumber } from './identity-number.ts'
import { chainsIn, type Stretch } from './number-chains.ts'
import type { Place } from './place.ts'

export type NumberKind = 'identity_number' | 'bank_card' | 'mobile_phone'
export type FoundNumber = Place & { kind: NumberKind }
type Judge = (stretch: Stretch, around: { before: string; after: string }) => NumberKind | undefined

const mobile = /^1[3-9]\d{9}$/
/** What a number counts or names is behind or before it. */
const amount = /^(?:\.\d+)? ?(?:元|万|亿|%|平方|户)/
const codeOfOffice = /(?:信用代码|机构代码)[^\d]{0,6}[\dA-Z]{0,4}$/
const numberOfCase = /(?:工单|编号|单号|案号|文号|受理号|订单)[^\d一-鿿]{0,3}$/
const bankWord = /(?:行|卡|信用社|账户|帐户|账号|帐号|存折|储蓄|财付通|支付宝)[^\d。]{0,12}$/

/** Right by its own sum or form. Source: 工业和信息化部, 电信网码号资源使用管理: mobile numbers 13x to 19x, eleven digits. */
const certain: Judge = ({ digits, sizes }, { before, after }) => {
  if (codeOfOffice.test(before)) return undefined
  if (mobile.test(digits))
    return amount.test(after) || !isSplitAsTelephone(sizes) ? undefined : 'mobile_phone'
  if (/^[A-Za-z]/.test(after) && !/^[xX]/.test(after)) return undefined
  const checked = digits.length === 17 && /^[ -]?[xX](?![A-Za-z\d])/.test(after) ? `${digits}X` : digits
  if (isIdentityNumber(checked) || isOldIdentityNumber(checked)) return 'identity_number'
  return isBankCard(digits) ? 'bank_card' : undefined
}

/** In a citizen's words a slip of the pen is still a number of somebody's. */
const likely: Judge = ({ digits, sizes }, { before, after }) => {
  if (codeOfOffice.test(before) || numberOfCase.test(before)) return undefined
  if (mobile.test(digits)) return sizes.length <= 5 && !amount.test(after) ? 'mobile_phone' : undefined
  if (isLikeIdentityNumber(digits)) return 'identity_number'
  if (/^62\d{14,17}$/.test(digits)) return 'bank_card'
  return /^[4569]\d{15,18}$/.test(digits) && bankWord.test(before) ? 'bank_card' : undefined
}

const splits = new Set([
  '11',
  '3 4 4',
  '3 8',
  '4 4 3',
  '3 3 5',
  '7 4',
  '4 7',
  '5 6',
  '6 5',
  '1 3 4 3',
  '1 10',
])
const isSplitAsTelephone = (sizes: readonly number[]) =>
  splits.has(sizes.join(' ')) || (sizes.length === 11 && sizes.every((size) => size === 1))

/** Numbers of persons: unbroken ones before those in pieces, certain ones before likely ones, long ones before short ones. */
export function findNumbers(text: string, { slips = false } = {}): FoundNumber[] {
  return chainsIn(text).flatMap((stretches) => {
    const [whole, broken] = [
      stretches.filter(({ sizes }) => sizes.length === 1),
      stretches
        .filter(({ sizes }) => sizes.length > 1)
        .sort((one, other) => other.digits.length - one.digits.length),
    ]
    const found: FoundNumber[] = []
    const take = (some: readonly Stretch[], judge: Judge) => {
      for (const stretch of some) {
        if (found.some(({ start, end }) => stretch.start < end && start < stretch.end)) continue
        const number = judged(text, stretch, judge)
        if (number) found.push(number)
      }
    }
    take(whole, certain)
    take(broken, certain)
    if (slips) take([...broken, ...whole], likely)
    return found
  })
}

function judged(text: string, stretch: Stretch, judge: Judge): FoundNumber | undefined {
  const country = /^(?:00)?86(?=1[3-9]\d{9}$)/.exec(stretch.digits)?.[0].length ?? 0
  const number = country
    ? {
        ...stretch,
        start: afterDigits(text, stretch.start, country),
        digits: stretch.digits.slice(country),
        sizes: [11],
      }
    : stretch
  const around = {
    before: text.slice(Math.max(0, number.start - 24), number.start),
    after: text.slice(number.end, number.end + 12),
  }
  const kind = judge(number, around)
  if (!kind) return undefined
  const check =
    kind === 'identity_number' ? (/^[ -]?[xX](?![A-Za-z\d])/.exec(around.after)?.[0].length ?? 0) : 0
  return { kind, start: number.start, end: number.end + (number.digits.length === 17 ? check : 0) }
}

/** The place of the next digit after so many. */
function afterDigits(text: string, start: number, count: number): number {
  let [at, left] = [start, count]
  while (left > 0 || !/\d/.test(text[at] ?? '0')) {
    if (/\d/.test(text[at] ?? '')) left -= 1
    at += 1
  }
  return at
}
