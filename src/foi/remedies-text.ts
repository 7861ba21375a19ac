import type { Day } from '#platform/clock'
import { day } from '#platform/clock'
import type { Outcome } from './contract.ts'
import { isRefusal } from './outcome-rules.ts'

/** The revised 行政复议法 is in force from this day: not disclosing goes to reconsideration first (art. 23). */
export const reviewFirstFrom = day('2024-01-01')

const review = (from: string) => `可以自${from}之日起六十日内依法申请行政复议`
const suitAfterReview = '对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼'
const suitAtOnce = (from: string) => `自${from}之日起六个月内向人民法院提起行政诉讼`

/**
 * What an answer must tell the applicant about remedies, on the day of the answer.
 * Law: Order 711 art. 51; 行政复议法 art. 20 and 23 (60 days); 行政诉讼法 art. 45 and 46 (15 days, six months).
 */
export function remediesText(outcome: Outcome, answeredOn: Day): string {
  const answer = '收到本答复'
  if (answeredOn >= reviewFirstFrom && isRefusal(outcome))
    return `对本答复不服的，${review(answer)}；${suitAfterReview}。依照《中华人民共和国行政复议法》第二十三条，应当先申请行政复议。`
  return `对本答复不服的，${review(answer)}，或者${suitAtOnce(answer)}。`
}

/**
 * The same remedies for a reader who has no answer yet, as the guide tells them on a day.
 * Law: Order 711 art. 12 ¶2, 51; 行政复议法 art. 20 and 23; 行政诉讼法 art. 44, 45 and 46.
 */
export function remediesGuide(on: Day): readonly string[] {
  const answer = '收到答复'
  const either = `对答复不服的，${review(answer)}，或者${suitAtOnce(answer)}；先申请行政复议的，${suitAfterReview}。`
  const laws = '（《中华人民共和国行政复议法》第二十条，《中华人民共和国行政诉讼法》第四十五条、第四十六条）'
  if (on < reviewFirstFrom) return [either + laws]
  return [
    `对不予公开（包括部分不予公开）的答复不服的，应当先申请行政复议：${review(answer)}；${suitAfterReview}。（《中华人民共和国行政复议法》第二十条、第二十三条，《中华人民共和国行政诉讼法》第四十四条、第四十五条）`,
    `对其他${either.slice(1)}${laws}`,
  ]
}
