import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Platform } from '#platform'
import { getIndicator, rowsOf, yearPeriod } from '#statistics'

const rowsPerRead = 2000

/** All rows of a figure as CSV with a byte order mark, which office programs need. Throws: Refusal not_found. */
export function rowsCsv(platform: Platform, year: number, key: string): Readable {
  const indicator = getIndicator(key)
  async function* rows() {
    for (let after = 0, more = true; more; ) {
      const page = await rowsOf(platform.db, indicator, yearPeriod(year), { after, limit: rowsPerRead })
      for (const { id, title, day } of page.items) yield [id, guarded(title), day ?? '']
      more = page.next !== null
      after = page.next ?? after
    }
  }
  return Readable.from(rows()).pipe(stringify({ bom: true, header: true, columns: ['编号', '标题', '日期'] }))
}

/** A cell that starts like a formula would be run by a spreadsheet. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
