import { PDFDocument, StandardFonts } from 'pdf-lib'
import PizZip from 'pizzip'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pdfOf } from '../builders.ts'
import { textOfBytes } from './text-of.ts'

const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`
const word = office('wordprocessingml.document')
const zipOf = (entries: Record<string, string | Buffer>) => {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(entries)) zip.file(name, content)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const paragraph = (text: string) =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

it.each([
  ['word/header1.xml', `<w:hdr>${paragraph('机密★10年')}</w:hdr>`],
  ['word/footer2.xml', `<w:ftr>${paragraph('机密★10年')}</w:ftr>`],
  ['word/footnotes.xml', `<w:footnotes><w:footnote>${paragraph('机密★10年')}</w:footnote></w:footnotes>`],
  ['word/endnotes.xml', `<w:endnotes><w:endnote>${paragraph('机密★10年')}</w:endnote></w:endnotes>`],
  ['word/comments.xml', `<w:comments><w:comment>${paragraph('机密★10年')}</w:comment></w:comments>`],
  ['word/header3.xml', '<w:hdr><v:shape><v:textpath style="x" string="机密&#9733;10年"/></v:shape></w:hdr>'],
  [
    'word/comments.xml',
    '<w:comments><w:del><w:r><w:delText>机密★10年</w:delText></w:r></w:del></w:comments>',
  ],
])('of a Word document comes from %s too', async (part, xml) => {
  const main = `<w:document><w:body>${paragraph('正文 &lt;甲&gt; &amp; 乙')}</w:body></w:document>`
  const { text, whole } = await textOfBytes(word, zipOf({ [part]: xml, 'word/document.xml': main }))
  expect(text).toMatch(/^正文 <甲> & 乙\n\s*机密★10年\s*$/)
  expect(whole).toBe(true)
})

it('of a Word document with a sheet inside is not whole', async () => {
  const entries = { 'word/document.xml': paragraph('正文'), 'word/embeddings/sheet1.xlsx': 'PK' }
  expect(await textOfBytes(word, zipOf(entries))).toMatchObject({ text: '正文\n', whole: false })
})

it('of a sheet comes from cells, hidden sheets, their names, headers, comments and text boxes', async () => {
  const sheet = (cell: string, more = '') =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData>${more}</worksheet>`
  const header = '<headerFooter><oddHeader>&amp;C&amp;"宋体"&amp;12机密★10年</oddHeader></headerFooter>'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = zipOf({
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="总表" sheetId="1" r:id="rId1"/><sheet name="底数" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet('公开', header),
    'xl/worksheets/sheet2.xml': sheet('暗表'),
    'xl/comments1.xml': '<comments><comment><text><t>批注</t></text></comment></comments>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr><a:p><a:r><a:t>文本框</a:t></a:r></a:p></xdr:wsDr>',
  })
  const { text, whole } = await textOfBytes(office('spreadsheetml.sheet'), bytes)
  expect(text.split(/\s+/).filter(Boolean).sort()).toEqual(
    ['公开', '暗表', '总表', '底数', '机密★10年', '批注', '文本框'].sort(),
  )
  expect(whole).toBe(true)
})

it('of a presentation comes from slides and the notes under them', async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const bytes = zipOf({
    'ppt/slides/slide1.xml': slide('片'),
    'ppt/notesSlides/notesSlide1.xml': slide('注'),
  })
  expect(await textOfBytes(office('presentationml.presentation'), bytes)).toEqual({
    text: '片\n\n注\n',
    whole: true,
  })
})

it('longer than is kept is not whole', async () => {
  expect((await textOfBytes('text/plain', Buffer.from('x'.repeat(500_000)))).whole).toBe(true)
  const { text, whole } = await textOfBytes('text/plain', Buffer.from('x'.repeat(500_001)))
  expect([text.length, whole]).toEqual([500_000, false])
  expect((await textOfBytes('text/plain', Buffer.from('bbfac3dca1ef3130c4ea', 'hex'))).whole).toBe(false)
  const long = zipOf({ 'word/document.xml': paragraph('字'.repeat(500_100)) })
  expect((await textOfBytes(word, long)).whole).toBe(false)
})

const pdf = 'application/pdf'
async function pdfWith(change: (document: PDFDocument) => Promise<void> | void): Promise<Buffer> {
  const document = await PDFDocument.load(pdfOf(2))
  await change(document)
  return Buffer.from(await document.save())
}

it('of a PDF is whole with text on every page, or with an empty one', async () => {
  expect(await textOfBytes(pdf, pdfOf(3))).toMatchObject({ whole: true })
  expect(await textOfBytes(pdf, await pdfWith((document) => void document.addPage()))).toMatchObject({
    whole: true,
  })
})

it.each<[string, (document: PDFDocument) => Promise<void> | void]>([
  [
    'a scanned page with its number on it',
    async (document) => {
      const picture = sharp({ create: { width: 40, height: 40, channels: 3, background: '#c00' } })
      const page = document.addPage()
      page.drawImage(await document.embedPng(await picture.png().toBuffer()))
      page.drawText('- 3 -', { font: await document.embedFont(StandardFonts.Helvetica) })
    },
  ],
  ['letters that are lines', (document) => document.addPage().drawSvgPath('M 0,0 L 9,9 L 0,9 Z')],
  ['a file inside', (document) => document.attach(Buffer.from('机密'), 'a.txt')],
])('of a PDF with %s is not whole', async (_case, change) => {
  const { text, whole } = await textOfBytes(pdf, await pdfWith(change))
  expect(text).toContain('page 2 of the plan')
  expect(whole).toBe(false)
})
