import sanitize from 'sanitize-html'

/** What an article's text may contain. Anything else is removed on the way in; the public page shows it as it is. */
const allowed: sanitize.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 'u', 's', 'sub', 'sup', 'blockquote', 'a'],
    ...['ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['figure', 'figcaption', 'img', 'video', 'source'],
  ],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    video: ['src', 'controls', 'poster'],
    source: ['src', 'type'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
    '*': ['class'],
  },
  allowedClasses: { '*': ['text-center', 'text-right', 'indent'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  // Pictures and videos come from our own file store only: a reader's browser asks no third party.
  exclusiveFilter: (frame) =>
    ['img', 'video', 'source'].includes(frame.tag) &&
    !!frame.attribs.src &&
    !frame.attribs.src.startsWith('/files/'),
  transformTags: { h1: 'h2', b: 'strong', i: 'em', del: 's', strike: 's' },
}

export function cleanBody(html: string): string {
  return sanitize(html, allowed).replaceAll('\0', '').trim()
}

/** Plain text for search and checks: blocks become lines. */
export function textOfBody(html: string): string {
  const lines = html.replace(/<(?:\/(?:p|h\d|li|tr|blockquote|figcaption|caption)|br ?\/?)>/g, '\n')
  return decodeEntities(sanitize(lines, { allowedTags: [], allowedAttributes: {} }))
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}

/** Plain text to paragraphs, for imports. */
export function bodyFromText(text: string): string {
  return text
    .split(/\r?\n|　{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}
