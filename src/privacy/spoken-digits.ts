const spoken = '零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两'
const digits = '0012345678911234567892'
/** Eleven at least in a row, as a number is read out; a count has 十 or 百 in it. */
const run = new RegExp(`[${spoken}\\d](?:[ \\-·.,、]?[${spoken}\\d]){10,21}`, 'g')

/** A number read out in words, in figures of the same length: 一三九零零一三九零零零. */
export const spokenDigits = (text: string): string =>
  text.replace(run, (words) =>
    [...words].map((one) => digits[spoken.indexOf(one)] ?? one.replace(/[,、]/, ' ')).join(''),
  )
