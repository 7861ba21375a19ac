import { createCanvas, loadImage } from '@napi-rs/canvas'
import { extractTextItems, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { refuse } from '../refusals.ts'
import type { Area, TextRun } from './areas.ts'

/** Unit: pixels a point; 2.5 is 180 dots an inch, legible on paper. */
const scale = 2.5
const mostPages = 200

export type OpenPdf = Awaited<ReturnType<typeof openPdf>>

/** Throws: Refusal redaction_not_pdf, redaction_too_long. */
export async function openPdf(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch(() => {
    throw refuse('redaction_not_pdf')
  })
  if (pdf.numPages > mostPages) throw refuse('redaction_too_long')
  return pdf
}

/** The text of every page with its place. PDF counts from the bottom left; areas count from the top left. */
export async function textRuns(pdf: OpenPdf): Promise<TextRun[]> {
  const { items } = await extractTextItems(pdf)
  const pages = await Promise.all(items.map((_, index) => pdf.getPage(index + 1)))
  return items.flatMap((page, index) => {
    const { width, height } = pages[index]?.getViewport({ scale: 1 }) ?? { width: 1, height: 1 }
    return page
      .filter((item) => item.str.trim())
      .map((item) => {
        const tall = item.height || item.fontSize
        return {
          page: index + 1,
          text: item.str,
          x: item.x / width,
          // The box begins at the base line: signs hang below it a little.
          y: 1 - (item.y + tall) / height,
          width: item.width / width,
          height: (tall * 1.3) / height,
        }
      })
  })
}

/** One page as a picture, areas painted black: what is beneath is not in the picture any more. */
export async function pagePicture(pdf: OpenPdf, page: number, areas: readonly Area[]): Promise<Buffer> {
  const rendered = await renderPageAsImage(pdf, page, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale,
  })
  const image = await loadImage(Buffer.from(rendered))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  context.fillStyle = '#000000'
  for (const area of areas.filter((each) => each.page === page))
    context.fillRect(
      area.x * image.width,
      area.y * image.height,
      area.width * image.width,
      area.height * image.height,
    )
  return canvas.encode('jpeg', 88)
}
