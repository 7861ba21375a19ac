import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtCase } from '../builders.ts'
import { bytesOf } from '../documents/letter-store.ts'
import { asPdf } from './as-pdf.ts'
import { listCaseFiles } from './case-file-store.ts'
import { keepFile, redactFile } from './keep-file.ts'
import { openPdf, pagePicture, textRuns } from './pdf-pages.ts'
import { inspectRecord, readPage } from './read-file.ts'
import { redactText } from './redact-text.ts'

let platform: Platform
let officer: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2024-03-15T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})
const refused = (code: string) => expect.objectContaining({ code })
const reasons = ['个人隐私']
async function kept(name: string, bytes: Buffer) {
  const { id } = await builtCase(platform, officer, '2024-03-11')
  await keepFile(platform, officer, id, { role: 'record', note: '', name, bytes })
  return { id, source: (await listCaseFiles(platform.db, id))[0]?.id ?? 0 }
}
const redactedOf = async (id: number) =>
  (await listCaseFiles(platform.db, id)).filter(({ role }) => role === 'redacted')

/** A photograph in portrait, as a telephone keeps it: lying, with the turn in its metadata; its upper half is red. */
const photograph = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: { create: { width: 200, height: 300, channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .withExif({ IFD0: { Artist: 'ZhangXiaoming' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

async function colourAt(picture: Buffer, x: number, y: number) {
  const image = await loadImage(picture)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const [red = 0, green = 0, blue = 0] = context.getImageData(x * image.width, y * image.height, 1, 1).data
  return [red > 128, green > 128, blue > 128]
}
const [black, white] = [
  [false, false, false],
  [true, true, true],
]

describe('Order 711 art. 37: a picture', () => {
  it('is turned upright, covered where it was drawn, and goes out as a PDF of a new picture', async () => {
    const { id, source } = await kept('现场.jpg', await photograph())
    expect(await inspectRecord(platform, officer, id, source)).toEqual({ pages: 1, terms: [] })
    const page = await readPage(platform, officer, id, source, 1)
    const shown = await loadImage(page)
    expect(shown.height).toBeGreaterThan(shown.width)
    expect(await colourAt(page, 0.5, 0.2)).toEqual([true, false, false])
    const area = { page: 1, x: 0, y: 0, width: 1, height: 0.5 }
    await redactFile(platform, officer, id, source, { areas: [area], terms: [], reasons })
    const [pdf, text] = await redactedOf(id)
    expect([pdf?.name, pdf?.mediaType, text?.name]).toEqual([
      '遮盖件1.pdf',
      'application/pdf',
      '遮盖件1（文字版）.txt',
    ])
    const bytes = await bytesOf(platform.files, pdf?.fileId ?? 0)
    expect(bytes.toString('latin1')).not.toMatch(/ZhangXiaoming|Exif/)
    const covered = await pagePicture(await openPdf(bytes), 1, [])
    expect(await colourAt(covered, 0.5, 0.2)).toEqual(black)
    expect(await colourAt(covered, 0.5, 0.8)).toEqual(white)
  })
  it.each(['png', 'webp', 'gif'] as const)('in %s too', async (kind) => {
    const picture = await sharp(await photograph())
      .toFormat(kind)
      .toBuffer()
    const pdf = await openPdf(await asPdf(picture, `image/${kind}`))
    expect([pdf.numPages, await textRuns(pdf)]).toEqual([1, []])
  })
  it('redaction_not_pdf for a broken one, and for a Word file, with what to do', async () => {
    await expect(asPdf(Buffer.from('no picture'), 'image/png')).rejects.toEqual(refused('redaction_not_pdf'))
    const { id, source } = await kept(
      '决定.docx',
      await import('../documents/built-in-template.ts').then((built) => built.builtInTemplate('receipt')),
    )
    await expect(
      redactFile(platform, officer, id, source, { areas: [], terms: ['某'], reasons }),
    ).rejects.toMatchObject({
      code: 'redaction_not_pdf',
      entry: { text: expect.stringContaining('另存为PDF') },
    })
  })
})

describe('a plain text', () => {
  it('is covered in every place, also across a line’s end; the rest stays', async () => {
    const bytes = Buffer.from('补助名单：张小\n明，13912345678；李红。')
    const { id, source } = await kept('名单.txt', bytes)
    const seen = await inspectRecord(platform, officer, id, source)
    expect(seen).toMatchObject({ pages: 0, terms: ['13912345678'], text: expect.stringContaining('李红') })
    const terms = ['张小明', '13912345678']
    await redactFile(platform, officer, id, source, { areas: [], terms, reasons })
    await redactFile(platform, officer, id, source, { areas: [], terms: ['李红'], reasons })
    const [first, second] = await redactedOf(id)
    expect([first?.name, second?.name]).toEqual(['遮盖件1.txt', '遮盖件2.txt'])
    const text = (await bytesOf(platform.files, first?.fileId ?? 0)).toString()
    expect(text).toBe('补助名单：█████，█████；李红。')
  })
  it('overlapping words leave nothing of either; redaction_nothing, redaction_term_missing, redaction_too_long', async () => {
    expect(redactText('张小明明的', ['张小明', '小明明']).text).toBe('█████的')
    expect(redactText('a.c abc', ['a.c']).text).toBe('█████ abc')
    expect(() => redactText('甲', [' '])).toThrow(refused('redaction_nothing'))
    expect(() => redactText('甲', ['乙'])).toThrow(refused('redaction_term_missing'))
    const { id, source } = await kept('长.txt', Buffer.from('甲'.repeat(500_001)))
    await expect(inspectRecord(platform, officer, id, source)).rejects.toEqual(refused('redaction_too_long'))
  })
})
