const digits = '零一二三四五六七八九十'

/** Answers the question in a page, in either script, as a reader does; the fields to post with the form. */
export function answeredChallenge(page: string): { challengeToken: string; challengeAnswer: string } {
  const [, first = '', second = ''] = /安全[验驗][证證]：(.)加(.)等[于於][几幾]/.exec(page) ?? []
  const [, challengeToken = ''] = /name="challengeToken" value="([^"]+)"/.exec(page) ?? []
  if (!first || !challengeToken) throw new Error('the page has no challenge')
  return { challengeToken, challengeAnswer: String(digits.indexOf(first) + digits.indexOf(second)) }
}
