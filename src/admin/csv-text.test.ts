import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

it('comes back as it was, but for what a spreadsheet would run', () => {
  const rows = [
    ['名称', '件数'],
    ['含,逗号"引号"\n换行', 3],
    ['=HYPERLINK("x")', -2],
    ['', 0],
  ]
  expect(parse(csvText(rows), { bom: true })).toEqual([
    ['名称', '件数'],
    ['含,逗号"引号"\n换行', '3'],
    [`'=HYPERLINK("x")`, '-2'],
    ['', '0'],
  ])
})
