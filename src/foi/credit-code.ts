const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码: 17 signs and a check sign, weights 3^i modulo 31. Source: GB 32100-2015. */
export function isCreditCode(given: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(given)) return false
  let [sum, weight] = [0, 1]
  for (const sign of given.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return signs[(31 - (sum % 31)) % 31] === given[17]
}
