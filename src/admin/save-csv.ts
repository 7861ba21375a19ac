import { csvText } from './csv-text.ts'

/** Hands the reader a file made in the browser. */
export function saveCsv(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
) {
  const address = URL.createObjectURL(new Blob([csvText([head, ...rows])], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
