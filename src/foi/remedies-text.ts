import type { Day } from '#platform/clock'
import { day } from '#platform/clock'
import type { Outcome } from './contract.ts'
import { isRefusal } from './outcome-rules.ts'

/** The revised 行政复议法 is in force from this day: not disclosing goes to reconsideration first (art. 23). */
export const reviewFirstFrom = day('2024-01-01')

/**
 * What an answer must tell the applicant about remedies, on the day of the answer.
 * Law: Order 711 art. 51; 行政复议法 art. 20 and 23 (60 days); 行政诉讼法 art. 45 and 46 (15 days, six months).
 */
export function remediesText(outcome: Outcome, answeredOn: Day): string {
  const review = '可以自收到本答复之日起六十日内依法申请行政复议'
  if (answeredOn >= reviewFirstFrom && isRefusal(outcome))
    return `对本答复不服的，${review}；对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼。依照《中华人民共和国行政复议法》第二十三条，应当先申请行政复议。`
  return `对本答复不服的，${review}，或者自收到本答复之日起六个月内向人民法院提起行政诉讼。`
}
