/** Card numbers in use here: 16 to 19 digits, first digit 4, 5 or 6, right by Luhn's sum. Source: ISO/IEC 7812-1. */
export function isBankCard(digits: string): boolean {
  if (!/^[456]\d{15,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
