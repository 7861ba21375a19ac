import sanitize from 'sanitize-html'

/** A picture, video or poster lies in our own file store: a reader's browser asks no third party. */
const ownFile = /^\/files\/\d{1,15}$/
const carriesFile = new Set(['img', 'video', 'source'])
/** What stands inside these is not the article's text. */
const dropped = [
  'script',
  'style',
  'textarea',
  'option',
  'svg',
  'math',
  'template',
  'noscript',
  'iframe',
  'object',
]

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
  // Classes of our own style sheet, never a style: nothing can be hidden or laid over the page.
  allowedClasses: { '*': ['text-center', 'text-right', 'indent'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: dropped,
  nestingLimit: 60,
  exclusiveFilter: (frame) => carriesFile.has(frame.tag) && !isOwn(frame.tag, frame.attribs.src),
  transformTags: {
    ...{ h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', del: 's', strike: 's' },
    video: (tagName, { poster, ...given }) => ({
      tagName,
      attribs: { ...given, controls: '', ...(poster && ownFile.test(poster) ? { poster } : {}) },
    }),
  },
}

const isOwn = (tag: string, src: string | undefined) =>
  src === undefined ? tag === 'video' : ownFile.test(src)

export function cleanBody(html: string): string {
  return sanitize(html, allowed).replaceAll('\0', '').trim()
}

/** Ids of the stored files that the text shows or links to. */
export function filesInBody(html: string): number[] {
  const ids = [...html.matchAll(/\b(?:src|poster|href)="\/files\/(\d{1,15})"/g)].map(([, id]) => Number(id))
  return [...new Set(ids)]
}

/** Plain text for search and checks: blocks become lines, and what stands in two cells is not one number. */
export function textOfBody(html: string): string {
  const cells = html.replace(/<\/t[dh]>/g, '\t')
  const lines = cells.replace(/<(?:\/(?:p|h\d|li|tr|blockquote|figcaption|caption)|br ?\/?)>/g, '\n')
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
