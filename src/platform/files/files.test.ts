import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import PizZip from 'pizzip'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { testPlatform } from '../../../test/platform.ts'
import { exifOf, mp4Of, pdfOf, zipThatLies } from './builders.ts'
import { type FileKind, receivingFolder } from './index.ts'
import { textOfBytes } from './text/text-of.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const mebibyte = 1024 * 1024
const accept: readonly FileKind[] = ['image', 'video', 'pdf', 'document', 'spreadsheet', 'text', 'archive']
let platform: Platform
beforeAll(async () => {
  platform = await testPlatform()
})
const put = (name: string, bytes: Buffer, sealed = false) =>
  platform.inTransaction((tx) =>
    platform.files.put(tx, { name, bytes }, { accept, limitBytes: 100 * mebibyte, sealed }),
  )
const zipOf = (entries: Record<string, string | Buffer>) => {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(entries)) zip.file(name, content)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const docxOf = (entries: Record<string, string | Buffer>) =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
    'word/document.xml': '<w:document/>',
    ...entries,
  })

describe('a file that is not what it seems is refused', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['file_damaged', '坏.zip', () => Buffer.from('PK\x03\x04 and nothing else, whatever the name says')],
    ['file_damaged', '坏.docx', () => docxOf({}).subarray(0, -30)],
    ['archive_path_refused', '上级.zip', () => zipOf({ '../../etc/passwd': 'x' })],
    ['archive_path_refused', '绝对.zip', () => zipOf({ '/etc/passwd': 'x' })],
    ['file_expands', '炸弹.zip', () => zipOf({ zeros: Buffer.alloc(60 * mebibyte) })],
    ['file_expands', '炸弹.docx', () => docxOf({ 'word/media/zeros.bin': Buffer.alloc(60 * mebibyte) })],
    [
      'file_damaged',
      '说谎.docx',
      () => zipThatLies(docxOf({ 'word/zeros.bin': Buffer.alloc(mebibyte) }), mebibyte, 10),
    ],
    [
      'file_expands',
      '许多.docx',
      () => docxOf(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`n${n}`, '']))),
    ],
    [
      'picture_too_large',
      '大图.png',
      () =>
        sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
    ],
    ['file_damaged', '坏图.png', () => Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex')],
    [
      'file_type_mismatch',
      '矢量.png',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['file_type_refused', '矢量.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['file_name_refused', '../上级.txt', () => Buffer.from('文')],
  ])('%s: %s', async (code, name, make) => {
    await expect(put(name, await make())).rejects.toMatchObject({ code })
  })
})

describe('a big upload', () => {
  it('passes through without lying in memory', async () => {
    const held = () => {
      collectGarbage()
      return process.memoryUsage().arrayBuffers
    }
    const before = held()
    let highest = 0
    const watch = setInterval(() => {
      highest = Math.max(highest, held() - before)
      // Collecting takes a while in a worker that has run many tests: not oftener than once a second.
    }, 1_000)
    const received = await platform.files.receive(Readable.from(mp4Of(60)), 61 * mebibyte)
    const kept = await platform.inTransaction((tx) =>
      platform.files.put(tx, { name: '访谈.mp4', received }, { accept, limitBytes: 61 * mebibyte }),
    )
    await received.discard()
    const part = await platform.files.open(kept, { from: 30 * mebibyte, to: 30 * mebibyte + 9 })
    expect((await buffer(part.stream)).length).toBe(10)
    clearInterval(watch)
    expect(kept.sizeBytes).toBeGreaterThan(59 * mebibyte)
    expect(highest).toBeLessThan(20 * mebibyte)
  }, 90_000)

  it('that is larger, or breaks off, leaves nothing behind', async () => {
    const { receive } = platform.files
    await expect(receive(Readable.from(mp4Of(3)), 2 * mebibyte)).rejects.toMatchObject({
      code: 'file_too_large',
    })
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(10)
        throw new Error('the browser went away')
      })(),
    )
    await expect(receive(broken, mebibyte)).rejects.toThrow('went away')
    const folder = receivingFolder(platform.config)
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })
})

describe('a public picture loses its metadata and nothing else', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s', async (format) => {
    const original = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
      .withExif(exifOf())
      .withMetadata({ orientation: 6 })
      .toFormat(format)
      .toBuffer()
    expect(original.includes('Secret Camera')).toBe(true)
    const kept = await put(`照片.${format}`, original)
    const stripped = await buffer((await platform.files.open(kept)).stream)
    expect(stripped.includes('Secret Camera')).toBe(false)
    expect(kept.originalSha256).not.toBe(kept.sha256)
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
    expect(await pixels(stripped)).toEqual(await pixels(original))
    if (format === 'jpeg') expect((await sharp(stripped).metadata()).orientation).toBe(6)
  })

  it('a sealed one stays as it was sent', async () => {
    const original = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#c00' } })
      .withExif(exifOf())
      .jpeg()
      .toBuffer()
    const kept = await put('证据.jpg', original, true)
    expect(await buffer((await platform.files.open(kept)).stream)).toEqual(original)
  })
})

const nothing = { text: '', whole: false }

describe('the text of a document', () => {
  it('of many pages is read as far as time allows, while the server goes on', async () => {
    const pdf = pdfOf(3_000)
    let longestPause = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }, 5)
    const read = await textOfBytes('application/pdf', pdf, { milliseconds: 3_000 })
    clearInterval(beat)
    expect(read.text).toContain('page 1 of the plan')
    expect(read.whole).toBe(false)
    expect(longestPause).toBeLessThan(500)
  })

  it('is given up after a time, or when it needs too much memory', async () => {
    const begun = performance.now()
    await textOfBytes('application/pdf', pdfOf(3_000), { milliseconds: 50 })
    expect(await textOfBytes('application/pdf', pdfOf(3_000), { megabytes: 4 })).toEqual(nothing)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('that cannot be read is empty', async () => {
    expect(await textOfBytes('application/pdf', Buffer.from('%PDF-1.4 broken'))).toEqual(nothing)
    expect(await textOfBytes('application/pdf', pdfOf(5), { bytes: 10 })).toEqual(nothing)
    expect(await textOfBytes('image/png', Buffer.from('x'))).toEqual(nothing)
  })
})

it('forgotten bytes go when no other row has the same', async () => {
  const [one, two] = [await put('一.txt', Buffer.from('同样的')), await put('二.txt', Buffer.from('同样的'))]
  await platform.inTransaction((tx) => platform.files.remove(tx, one))
  await expect(platform.files.open(one)).rejects.toMatchObject({ code: 'file_gone' })
  expect(await text((await platform.files.open(two)).stream)).toBe('同样的')
  await platform.inTransaction((tx) => platform.files.remove(tx, two))
  await expect(platform.files.open(two)).rejects.toMatchObject({ code: 'file_gone' })
})
