import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** The statutes of a whole code fit; what is longer is not read to the end. */
const mostPages = 2_000
/** A page number or a stamp on a scanned page is not its text. Unit: characters. */
const hardlyText = 10

/** Sends the text page by page, comments and form fields with it. Answers whether that was all: no page is a picture, no file lies inside. */
export async function readPdf(bytes: Uint8Array, send: (piece: string) => void): Promise<boolean> {
  const document = await getDocumentProxy(bytes)
  let whole = document.numPages <= mostPages && !(await document.getAttachments())
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    send(`${text}\n${notesOf(await page.getAnnotations())}`)
    // One such page is enough to know; looking costs time.
    if (whole && text.replace(/\s/g, '').length < hardlyText) whole = !(await isDrawn(page))
    page.cleanup()
  }
  return whole
}

type Annotation = { contentsObj?: { str?: string }; fieldValue?: unknown }
const notesOf = (annotations: readonly Annotation[]) =>
  annotations
    .flatMap(({ contentsObj, fieldValue }) => [contentsObj?.str, fieldValue])
    .filter((words) => typeof words === 'string' && words !== '')
    .map((words) => `${words}\n`)
    .join('')

/** A page with hardly any text shows a picture or letters drawn as lines: a scan, not an empty page. */
async function isDrawn(page: { getOperatorList(): Promise<{ fnArray: number[] }> }): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  const drawing = new Set(
    Object.entries(OPS).flatMap(([name, code]) =>
      /^(?:paint.*Image|constructPath|shadingFill)/.test(name) ? [code] : [],
    ),
  )
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((code) => drawing.has(code))
}
