import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { refuse } from '../refusals.ts'

/** Unit: points. A picture becomes a page of about A4, so that it is as legible as a scan (pdf-pages.ts). */
const longSide = 842
/** Unit: pixels, 300 to the inch on that page. */
const mostPixels = 3508

/**
 * What is covered page by page: a PDF as it is, a picture as a page of its own, upright and without its metadata (which may
 * say where and by whom it was taken). Throws: Refusal redaction_not_pdf.
 */
export async function asPdf(bytes: Buffer, mediaType: string): Promise<Buffer> {
  if (!mediaType.startsWith('image/')) return bytes
  const upright = sharp(bytes).rotate().flatten({ background: '#ffffff' })
  const { data, info } = await upright
    .resize({ width: mostPixels, height: mostPixels, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 92 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw refuse('redaction_not_pdf')
    })
  const scale = longSide / Math.max(info.width, info.height)
  const [width, height] = [info.width * scale, info.height * scale]
  const pdf = await PDFDocument.create()
  pdf.addPage([width, height]).drawImage(await pdf.embedJpg(data), { x: 0, y: 0, width, height })
  return Buffer.from(await pdf.save())
}
