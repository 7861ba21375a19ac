const digits = '零一二三四五六七八九十'

/** Answers the question in a page as a reader does; the fields to post with the form. */
export function answeredChallenge(page: string): { challengeToken: string; challengeAnswer: string } {
  const [, first = '', second = ''] = /安全验证：(.)加(.)等于几/.exec(page) ?? []
  const [, challengeToken = ''] = /name="challengeToken" value="([^"]+)"/.exec(page) ?? []
  if (!first || !challengeToken) throw new Error('the page has no challenge')
  return { challengeToken, challengeAnswer: String(digits.indexOf(first) + digits.indexOf(second)) }
}
