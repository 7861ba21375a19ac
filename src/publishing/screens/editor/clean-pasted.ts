import { listsOf } from './pasted-lists.ts'

export type Pasted = { html: string; lostPictures: number }

const kept: Record<string, readonly string[]> = {
  A: ['href'],
  IMG: ['src', 'alt'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
}
const headings: Record<string, string> = { H1: 'h2', H2: 'h3', H3: 'h4', H5: 'h4', H6: 'h4' }
const blank = /^[\s\u00a0\u3000]*$/

/**
 * Clipboard HTML of Word, WPS and browsers → what has meaning: headings, paragraphs, real lists, tables, bold, links.
 * Styles, fonts, empty paragraphs and Office's own elements go. The server cleans again.
 */
export function cleanPasted(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { body } = page
  for (const element of body.querySelectorAll('style, script, meta, link, title, xml, iframe, svg, object'))
    element.remove()
  removeComments(page)
  listsOf(body)
  headingsOf(body)
  alignmentsOf(body)
  emphasisOf(body)
  const lostPictures = picturesOf(body)
  for (const element of [...body.querySelectorAll('*')]) {
    if (/:|^(?:SPAN|FONT|DIV|CENTER|SECTION|ARTICLE|O|ST1)$/.test(element.tagName)) unwrap(element)
    else strip(element)
  }
  emptyParagraphs(body)
  return { html: body.innerHTML, lostPictures }
}

function removeComments(page: Document) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Word's outline levels are headings, whatever the paragraph is called. */
function headingsOf(body: HTMLElement) {
  for (const element of [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h5, h6, p')]) {
    const level = /mso-outline-level:\s*(\d)/.exec(element.getAttribute('style') ?? '')?.[1]
    const name =
      headings[element.tagName] ??
      (level && element.tagName === 'P' ? `h${Math.min(Number(level) + 1, 4)}` : undefined)
    if (name) rename(element, name)
  }
}

function alignmentsOf(body: HTMLElement) {
  for (const element of body.querySelectorAll<HTMLElement>('p, h2, h3, h4, div')) {
    const way = element.style.textAlign || element.getAttribute('align')
    const own = way === 'center' || way === 'right' ? `text-${way}` : ''
    element.removeAttribute('class')
    if (own) element.className = own
  }
}

/** Bold, italic and underline that only a style says. */
function emphasisOf(body: HTMLElement) {
  for (const span of [...body.querySelectorAll<HTMLElement>('span, font')]) {
    const { fontWeight, fontStyle, textDecorationLine, textDecoration } = span.style
    if (blank.test(span.textContent ?? '')) continue
    if (fontWeight === 'bold' || Number(fontWeight) >= 600) wrapInside(span, 'strong')
    if (fontStyle === 'italic') wrapInside(span, 'em')
    if (/underline/.test(textDecorationLine || textDecoration)) wrapInside(span, 'u')
  }
}

/** A picture of the author's disk or of another site cannot come along; one inside the clipboard can. */
function picturesOf(body: HTMLElement): number {
  const lost = [...body.querySelectorAll('img')].filter(
    (image) =>
      !/^(?:data:image\/(?:png|jpe?g|gif|webp);base64,|\/files\/\d+$)/.test(image.getAttribute('src') ?? ''),
  )
  for (const image of lost) image.remove()
  return lost.length
}

function emptyParagraphs(body: HTMLElement) {
  for (const element of body.querySelectorAll('p, h2, h3, h4, li')) {
    const first = element.firstChild
    if (first?.nodeType === Node.TEXT_NODE)
      first.textContent = (first.textContent ?? '').replace(/^[\s\u00a0\u3000]+/, '')
    const last = element.lastChild
    if (last?.nodeType === Node.TEXT_NODE)
      last.textContent = (last.textContent ?? '').replace(/[\s\u00a0\u3000]+$/, '')
    const inCell = element.parentElement?.matches('td, th')
    if (blank.test(element.textContent ?? '') && !element.querySelector('img, video') && !inCell)
      element.remove()
  }
}

function strip(element: Element) {
  const names = kept[element.tagName] ?? []
  for (const { name } of [...element.attributes])
    if (!names.includes(name) && !(name === 'class' && /^text-(?:center|right)$/.test(element.className)))
      element.removeAttribute(name)
}

/** A block that only wraps inline text becomes a paragraph; anything else falls away around its content. */
function unwrap(element: Element) {
  const isBlock = /^(?:DIV|CENTER|SECTION|ARTICLE)$/.test(element.tagName)
  const hasBlocks = element.querySelector('p, h2, h3, h4, ul, ol, table, div, blockquote, figure')
  if (isBlock && !hasBlocks && !element.closest('p, li')) {
    const { className } = element
    const paragraph = rename(element, 'p')
    if (/^text-(?:center|right)$/.test(className)) paragraph.className = className
  } else element.replaceWith(...element.childNodes)
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name)
  const style = element.getAttribute('style')
  if (style) renamed.setAttribute('style', style)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

function wrapInside(element: Element, name: string) {
  const wrapper = element.ownerDocument.createElement(name)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
