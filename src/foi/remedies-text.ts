import type { Day } from '#platform/clock'
import { day } from '#platform/clock'
import type { Outcome } from './contract.ts'
import { isRefusal } from './outcome-rules.ts'

/** The revised 行政复议法 is in force from this day: not disclosing goes to reconsideration first (art. 23). */
export const reviewFirstFrom = day('2024-01-01')

/** Who hears the remedies, as the agency set it (#site); empty: the law's general words. Law: 行政复议法 art. 22 and 24; 行政诉讼法 art. 18. */
export type RemedyPlaces = { reviewAuthority: string; reviewOnline: string; court: string }

/**
 * What an answer must tell the applicant about remedies, on the day of the answer.
 * Law: Order 711 art. 51; 行政复议法 art. 20, 22 and 23 (60 days); 行政诉讼法 art. 45 and 46 (15 days, six months).
 */
export function remediesText(outcome: Outcome, answeredOn: Day, places: RemedyPlaces): string {
  const { review, suitAfterReview, suitAtOnce, online } = sentences('收到本答复', answeredOn, places)
  if (answeredOn >= reviewFirstFrom && isRefusal(outcome))
    return `对本答复不服的，${review}；${suitAfterReview}。依照《中华人民共和国行政复议法》第二十三条，应当先申请行政复议。${online}`
  return `对本答复不服的，${review}，或者${suitAtOnce}。${online}`
}

/** The same remedies for a third party against whom the public interest was decided. Law: Order 711 art. 32; 行政复议法 art. 20. */
export function thirdPartyRemedies(decidedOn: Day, places: RemedyPlaces): string {
  const { review, suitAtOnce, online } = sentences('收到本告知书', decidedOn, places)
  return `对本决定不服的，${review}，或者${suitAtOnce}。${online}`
}

/**
 * The same remedies for a reader who has no answer yet, as the guide tells them on a day.
 * Law: Order 711 art. 12 ¶2, 51; 行政复议法 art. 20, 22 and 23; 行政诉讼法 art. 44, 45 and 46.
 */
export function remediesGuide(on: Day, places: RemedyPlaces): readonly string[] {
  const { review, suitAfterReview, suitAtOnce, online } = sentences('收到答复', on, places)
  const either = `对答复不服的，${review}，或者${suitAtOnce}；先申请行政复议的，${suitAfterReview}。`
  const laws = '（《中华人民共和国行政复议法》第二十条，《中华人民共和国行政诉讼法》第四十五条、第四十六条）'
  const how = online ? [online] : []
  if (on < reviewFirstFrom) return [either + laws, ...how]
  return [
    `对不予公开（包括部分不予公开）的答复不服的，应当先申请行政复议：${review}；${suitAfterReview}。（《中华人民共和国行政复议法》第二十条、第二十三条，《中华人民共和国行政诉讼法》第四十四条、第四十五条）`,
    `对其他${either.slice(1)}${laws}`,
    ...how,
  ]
}

/**
 * What the applicant may do while no answer came in time. Law: Order 711 art. 51; 行政复议法 art. 20; 行政诉讼法 art. 47 ¶1.
 */
export function remediesOfSilence({
  reviewAuthority,
  court,
}: Pick<RemedyPlaces, 'reviewAuthority' | 'court'>): string {
  const review = `${reviewAuthority ? `向${reviewAuthority}` : '依法'}申请行政复议`
  return `您可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以${review}或者向${court || '人民法院'}提起行政诉讼。（条例第五十一条）`
}

function sentences(from: string, on: Day, { reviewAuthority, reviewOnline, court }: RemedyPlaces) {
  const reviewer = reviewAuthority && `向${reviewAuthority}`
  const suit = `向${court || '人民法院'}提起行政诉讼`
  return {
    review: `可以自${from}之日起六十日内${reviewer || '依法'}申请行政复议`,
    suitAfterReview: `对行政复议决定不服的，可以自收到复议决定书之日起十五日内${suit}`,
    suitAtOnce: `自${from}之日起六个月内${suit}`,
    // A decision that is served online names the way to file online; before 2024 no such way was asked for.
    online: reviewOnline && on >= reviewFirstFrom ? `网上申请行政复议：${reviewOnline}。` : '',
  }
}
