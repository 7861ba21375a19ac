import { inflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { areasOfTerms, textLeft } from './areas.ts'
import { openPdf, pagePicture, textRuns } from './pdf-pages.ts'
import { type Redacted, redactPdf } from './redact-pdf.ts'

const secret = '11010519491231002X'
const [width, height] = [595, 842]

/** Two pages: the secret in one run, and cut into two runs; an attachment and metadata with it as well. */
async function recordWithSecret(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const first = pdf.addPage([width, height])
  first.drawText(`Grant of 2017 to ${secret} approved`, { x: 60, y: 700, size: 14, font })
  first.drawText('Budget line 42', { x: 60, y: 650, size: 14, font })
  const second = pdf.addPage([width, height])
  second.drawText(secret.slice(0, 9), { x: 60, y: 500, size: 14, font })
  second.drawText(secret.slice(9), {
    x: 60 + font.widthOfTextAtSize(secret.slice(0, 9), 14),
    y: 500,
    size: 14,
    font,
  })
  pdf.setSubject(secret)
  await pdf.attach(Buffer.from(`see ${secret}`), 'note.txt')
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

/** Every stream of a PDF, unpacked where it is packed. */
function unpacked(pdf: Buffer): string {
  const whole = pdf.toString('latin1')
  const streams = [...whole.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return body
    }
  })
  return [whole, ...streams].join('\n')
}

let original: Buffer
let redacted: Redacted
beforeAll(async () => {
  original = await recordWithSecret()
  redacted = await redactPdf(original, { areas: [], terms: [secret] })
})

describe('Order 711 art. 37: what is withheld is not in the file that goes out', () => {
  it('the original gives the secret away in text, metadata and attachment, so this test can fail', async () => {
    expect((await textRuns(await openPdf(original))).map((run) => run.text).join('')).toContain(secret)
    expect(unpacked(original)).toContain('note.txt')
  })
  it('the new file has no text, no attachment, no metadata of the original, in no stream', async () => {
    expect(await textRuns(await openPdf(redacted.pdf))).toEqual([])
    const bytes = unpacked(redacted.pdf)
    for (const trace of [
      secret,
      secret.slice(0, 9),
      secret.slice(9),
      Buffer.from(secret, 'utf16le').swap16().toString('hex').toUpperCase(),
      'note.txt',
      '/EmbeddedFile',
      'FontDescriptor',
      'Helvetica',
    ])
      expect(bytes).not.toContain(trace)
  })
  it('the picture is black where the secret stood and only there', async () => {
    const source = await openPdf(original)
    const places = areasOfTerms(await textRuns(source), [secret])
    const image = await loadImage(await pagePicture(source, 1, places))
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const inked = (from: number, to: number) => {
      const box = [
        (from / width) * image.width,
        (1 - 712 / height) * image.height,
        ((to - from) / width) * image.width,
        (10 / height) * image.height,
      ]
      const { data } = context.getImageData(...(box.map(Math.round) as [number, number, number, number]))
      const dark = data.filter((value, index) => index % 4 === 0 && value < 100).length
      return dark / (data.length / 4)
    }
    expect(inked(185, 300)).toBeGreaterThan(0.95)
    expect(inked(60, 140)).toBeLessThan(0.6)
  })
  it('the text that goes along says where something was withheld', () => {
    expect(redacted.text).toContain('Budgetline42')
    expect(redacted.text).toContain('█████')
    expect(redacted.text).not.toMatch(/1101|1002X/)
    expect(redacted.pages).toBe(2)
  })
  it('an area alone covers too', async () => {
    const area = { page: 1, x: 0, y: 0.1, width: 1, height: 0.1 }
    const { text } = await redactPdf(original, { areas: [area], terms: [] })
    expect(text.split('\n\n')[0]).not.toContain('Grant')
    expect(text).toContain('Budgetline42')
  })
  it('redaction_nothing when nothing would be covered; redaction_not_pdf for other bytes', async () => {
    await expect(redactPdf(original, { areas: [], terms: ['not there'] })).rejects.toMatchObject({
      code: 'redaction_nothing',
    })
    await expect(redactPdf(Buffer.from('no pdf'), { areas: [], terms: ['x'] })).rejects.toMatchObject({
      code: 'redaction_not_pdf',
    })
  })
  it('redaction_term_missing: no file while one of the words was not found, whatever else is covered', async () => {
    const area = { page: 1, x: 0, y: 0.1, width: 1, height: 0.1 }
    await expect(redactPdf(original, { areas: [area], terms: ['Grant', 'not there'] })).rejects.toMatchObject(
      {
        code: 'redaction_term_missing',
        fields: { 'not there': '没有找到“not there”。' },
      },
    )
  })
  it('redaction_too_long beyond 200 pages', async () => {
    const pdf = await PDFDocument.create()
    for (let page = 0; page < 201; page += 1) pdf.addPage([100, 100])
    const long = Buffer.from(await pdf.save())
    await expect(redactPdf(long, { areas: [], terms: ['x'] })).rejects.toMatchObject({
      code: 'redaction_too_long',
    })
  })
})

describe('terms', () => {
  const run = (text: string, x: number, width: number) => ({ page: 1, text, x, y: 0.5, width, height: 0.02 })
  it('are found across runs and white space; Han characters count double width', () => {
    const runs = [run('申请人 张', 0.1, 0.5), run('小明同意', 0.6, 0.2)]
    const areas = areasOfTerms(runs, ['张小明'])
    expect(areas).toHaveLength(3)
    expect(textLeft(runs, areas)).toBe('申请人█████\n█████同意\n')
  })
})
