/** How a reader reads. The start of the address says it, so that nobody who reads is given a cookie. */
export type ReaderForm = { traditional: boolean; large: boolean }

const start = /^(\/zh-hant)?(\/elder)?(?=[/?]|$)\/*/

export const prefixOf = ({ traditional, large }: ReaderForm) =>
  `${traditional ? '/zh-hant' : ''}${large ? '/elder' : ''}`

/** The form that an address asks for, and the plain page's own address. */
export function readerFormOf(url: string): { form: ReaderForm; path: string } {
  const [given = '', traditional, large] = start.exec(url) ?? []
  return {
    form: { traditional: traditional !== undefined, large: large !== undefined },
    path: `/${url.slice(given.length)}`,
  }
}
