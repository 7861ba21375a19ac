import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx'
import PizZip from 'pizzip'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { importDocument } from './import-document.ts'

let platform: Platform
let author: Staff
beforeAll(async () => {
  platform = await testPlatform()
  author = await testStaff(platform, 'author')
})
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const image = (data: Buffer) =>
  new ImageRun({
    type: 'png',
    data,
    transformation: { width: 10, height: 10 },
    altText: { name: '图', title: '图', description: '资金流向图' },
  })

async function written(...more: Paragraph[]) {
  const cell = (text: string, columnSpan = 1) =>
    new TableCell({ columnSpan, children: [new Paragraph(text)] })
  const rows = [
    new TableRow({ children: [cell('合计', 2)] }),
    new TableRow({ children: [cell('甲'), cell('乙')] }),
  ]
  const children = [
    new Paragraph({ text: '一、总体要求', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ text: '居中的一行', alignment: AlignmentType.CENTER }),
    new Paragraph({ text: '第一项', bullet: { level: 0 } }),
    new Table({ rows }),
    new Paragraph({ children: [image(png)] }),
    ...more,
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
const read = (bytes: Buffer, name = '通知.docx') => importDocument(platform, author, { name, bytes })

it('brings headings, alignment, lists, merged cells and pictures with their words', async () => {
  const { bodyHtml, pictures, lost } = await read(await written())
  expect(pictures).toBe(1)
  expect(lost).toEqual([])
  expect(bodyHtml).toContain('<h2>一、总体要求</h2>')
  expect(bodyHtml).toContain('<p class="text-center">居中的一行</p>')
  expect(bodyHtml).toContain('<ul><li>第一项</li></ul>')
  expect(bodyHtml).toMatch(/<td colspan="2"><p>合计<\/p><\/td>/)
  const [, id] = /<img alt="资金流向图" src="\/files\/(\d+)" \/>/.exec(bodyHtml) ?? []
  const { file } = await platform.files.open({ id: Number(id) })
  expect(file.mediaType).toBe('image/png')
})

it('says what it could not bring', async () => {
  const bytes = await written(new Paragraph({ children: [image(Buffer.from('no picture'))] }))
  const zip = new PizZip(bytes)
  const main = zip.file('word/document.xml')?.asText() ?? ''
  zip.file('word/document.xml', main.replace('<w:p>', '<w:p><m:oMath xmlns:m="urn:m"/>'))
  const { lost, pictures } = await read(zip.generate({ type: 'nodebuffer' }))
  expect(pictures).toBe(1)
  expect(lost).toEqual(
    expect.arrayContaining([expect.stringContaining('公式'), expect.stringContaining('已损坏')]),
  )
})

it('refuses what is no document, an old .doc, and one that unpacks beyond measure', async () => {
  const unreadable = expect.objectContaining({ code: 'document_unreadable' })
  await expect(read(Buffer.from('not a zip'))).rejects.toEqual(unreadable)
  await expect(read(await written(), '通知.doc')).rejects.toEqual(unreadable)
  const bomb = new PizZip(await written())
  bomb.file('word/media/bomb.bin', Buffer.alloc(155 * 1024 * 1024))
  const bytes = bomb.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  expect(bytes.length).toBeLessThan(1024 * 1024)
  await expect(read(bytes)).rejects.toEqual(unreadable)
  const reader = await testStaff(platform, 'reviewer')
  const name = '通知.docx'
  await expect(importDocument(platform, reader, { name, bytes })).rejects.toEqual(
    expect.objectContaining({ code: 'not_allowed' }),
  )
})
