import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { asDocx } from './as-docx.ts'

const table = (columns: number) => ({
  caption: '表',
  head: Array.from({ length: columns }, (_, nth) => `列${nth}`),
  rows: [{ name: '收到申请', level: 1, cells: Array.from({ length: columns - 1 }, () => 1) }],
})
const part = { heading: '一、概述', paragraphs: ['正文'], tables: [3, 8, 16].map(table) }
const zip = new PizZip(await asDocx({ title: '年度报告', notes: [], sections: [part] }))
const text = (name: string) => zip.file(name)?.asText() ?? ''
/** Unit: twips. A4 without the margins of 28 and 26 mm. */
const textWidth = 8844

it('numbers its pages between dashes, outside: odd ones right, even ones left', () => {
  const footers = ['word/footer1.xml', 'word/footer2.xml'].map(text)
  expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(['right', 'left'])
  for (const footer of footers) expect(footer).toMatch(/— [\s\S]*PAGE[\s\S]* —/)
  expect(text('word/settings.xml')).toContain('evenAndOddHeaders')
})

it('names the typefaces of GB/T 9704', () => {
  const body = text('word/document.xml')
  for (const face of ['方正小标宋简体', '黑体', '仿宋']) expect(body).toContain(`w:eastAsia="${face}"`)
})

it('no table is wider than the text, however many columns it has', () => {
  const grids = text('word/document.xml').match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? []
  const widths = grids.map((grid) => [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)))
  expect(widths.map((columns) => columns.length)).toEqual([3, 8, 16])
  for (const columns of widths) {
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(textWidth)
    expect(Math.min(...columns)).toBeGreaterThan(380)
  }
})
