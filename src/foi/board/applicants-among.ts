/**
 * How many people certainly stand behind cases, each known by its marks (digests of identity, of name and telephone, of name and
 * e-mail). Cases that share a mark are one person's; a case without any may be anybody's and makes nobody more.
 */
export function applicantsAmong(cases: readonly { marks: readonly string[] }[]): number {
  let people: Set<string>[] = []
  for (const { marks } of cases) {
    if (marks.length === 0) continue
    const same = people.filter((known) => marks.some((mark) => known.has(mark)))
    const joined = new Set([...same.flatMap((known) => [...known]), ...marks])
    people = [...people.filter((known) => !same.includes(known)), joined]
  }
  return people.length
}
