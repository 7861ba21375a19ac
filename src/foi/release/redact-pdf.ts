import { PDFDocument } from 'pdf-lib'
import { refuse } from '../refusals.ts'
import { type Area, areasOfTerms, textLeft } from './areas.ts'
import { openPdf, pagePicture, textRuns } from './pdf-pages.ts'
import { assertAllFound } from './redact-text.ts'

export type Redaction = { areas: readonly Area[]; terms: readonly string[] }
/** The new document, and its remaining text for search and for readers who cannot see pictures. */
export type Redacted = { pdf: Buffer; text: string; covered: number; pages: number }

/**
 * A new PDF whose pages are pictures: nothing of the original bytes, its text layer, fonts, attachments or metadata is in
 * it. Law: Order 711 art. 37. Throws: Refusal redaction_not_pdf, redaction_too_long, redaction_nothing, redaction_term_missing.
 */
export async function redactPdf(bytes: Buffer, { areas, terms }: Redaction): Promise<Redacted> {
  const source = await openPdf(bytes)
  const runs = await textRuns(source)
  const found = terms.map((term) => ({ term, places: areasOfTerms(runs, [term]) }))
  const all = [...areas, ...found.flatMap(({ places }) => places)]
  if (all.length === 0) throw refuse('redaction_nothing')
  assertAllFound(found.map(({ term, places }) => ({ term, places: places.length })))
  const target = await PDFDocument.create()
  for (let page = 1; page <= source.numPages; page += 1) {
    const viewport = (await source.getPage(page)).getViewport({ scale: 1 })
    const picture = await target.embedJpg(await pagePicture(source, page, all))
    const { width, height } = viewport
    target.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height })
  }
  const pdf = Buffer.from(await target.save())
  return { pdf, text: textLeft(runs, all), covered: all.length, pages: source.numPages }
}
