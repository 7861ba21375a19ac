import { type Html, html } from '#platform/html'
import type { App } from '#platform/http'
import { prefixOf, type ReaderForm, readerFormOf } from './reader-form.ts'
import { twinLinks } from './twin-links.ts'

/** Where the links of page.ts stand until the address of the page is known. */
const placeOfChoices = /<a class="script"[^>]*>[^<]*<\/a><a class="size"[^>]*>[^<]*<\/a>/

/** What a page shows of its own address: the same page in other forms, and where to report an error of it. */
export function readerChoices(app: App, publicUrl: string) {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (typeof payload !== 'string' || !type.startsWith('text/html')) return payload
    const { form, path } = readerFormOf(request.url)
    // The answer to a form has no address to come back to: a choice would lose what stands on it.
    const offered = request.method === 'POST' ? '' : String(choiceLinks(form, path))
    return payload
      .replace(placeOfChoices, () => offered)
      .replace('href="/site-errors/new"', () => errorEntry(request.url))
      .replace('</head>', (end) => `${reply.statusCode === 200 ? twinLinks(request, publicUrl) : ''}${end}`)
  })
}

/** In the characters of the page on which they stand, but for the name of the other script. */
export function choiceLinks(form: ReaderForm, path: string): Html {
  const { traditional, large } = form
  const script = prefixOf({ traditional: !traditional, large }) + path
  const size = prefixOf({ traditional, large: !large }) + path
  const sizes = traditional ? ['標準版', '長輩版'] : ['标准版', '长辈版']
  return html`<a class="script" hreflang="${traditional ? 'zh-Hans' : 'zh-Hant'}" href="${script}">${traditional ? '简体' : '繁體'}</a><a class="size" href="${size}">${large ? sizes[0] : sizes[1]}</a>`
}

/** A preview's address is a secret and the form's own says nothing: neither goes along. */
const errorEntry = (url: string) =>
  /^\/(?:preview|site-errors)(?:\/|$)/.test(url)
    ? 'href="/site-errors/new"'
    : String(html`href="/site-errors/new?page=${encodeURIComponent(url)}"`)
