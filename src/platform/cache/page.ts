import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Coding = 'identity' | 'br' | 'gzip'
/**
 * Name and value after one another, as `writeHead` takes them; the last value is the request id. The body's bytes are a
 * latin1 string: Node sends head and string in one write, but head and buffer in two.
 */
type Written = { headers: string[]; bytes: string }

/** What a route finished: everything that a reader gets, and what it was made from. */
export type FinishedPage = {
  status: number
  /** Written once, security headers included; no header of one request alone. */
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
  tags: readonly string[]
  /** After this moment the page no longer holds, though nobody changed anything: an answer that has a last day. */
  until: Date | undefined
}

export type CachedPage = Omit<FinishedPage, 'body'> & {
  etag: string
  /** Something it was made from has changed, or its time is over: shown only while it cannot be made anew. */
  stale: boolean
  /** Unit: milliseconds since 1970. */
  untilAt: number
  written: { identity: Written } & Partial<Record<Coding, Written>>
  notModified: string[]
  compressing: boolean
}

/** Below this a compressed body is hardly smaller. Unit: bytes. */
const worthCompressing = 1024
const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
/** Best answer for the time: a level higher costs twice as long and saves 2 %. */
const brotliOptions = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
}

/** Weak, because one tag stands for the page in every coding. */
export const etagOf = (body: Buffer) =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** A reader's copy may be kept but is asked about each time, so that a change is seen at once. */
export const revalidated = {
  'cache-control': 'no-cache',
  vary: 'accept-encoding',
} as const

export function cachedPage(finished: FinishedPage): CachedPage {
  const etag = etagOf(finished.body)
  const always = [...Object.entries({ ...revalidated, etag }).flat(), 'cache-status', 'gongkai; hit']
  const { body, ...rest } = finished
  return {
    ...rest,
    etag,
    stale: false,
    untilAt: finished.until?.getTime() ?? Number.POSITIVE_INFINITY,
    written: { identity: written(finished.headers, always, body) },
    notModified: [...always, 'x-request-id', ''],
    compressing: false,
  }
}

export const bodyOf = (page: CachedPage) => Buffer.from(page.written.identity.bytes, 'latin1')

function written(own: FinishedPage['headers'], always: string[], body: Buffer, coding?: string): Written {
  const headers = [...own.flat(), ...always]
  if (coding) headers.push('content-encoding', coding)
  headers.push('content-length', String(body.length), 'x-request-id', '')
  return { headers, bytes: body.toString('latin1') }
}

/** In the background, once a reader asks for it: a page that is read once by a crawler is not worth the work. */
export async function compress(page: CachedPage): Promise<void> {
  if (page.compressing || page.written.identity.bytes.length < worthCompressing) return
  page.compressing = true
  const body = bodyOf(page)
  const [small, common] = await Promise.all([brotli(body, brotliOptions), deflate(body)])
  const always = page.notModified.slice(0, -2)
  page.written.br = written(page.headers, always, small, 'br')
  page.written.gzip = written(page.headers, always, common, 'gzip')
}

/** Unit: bytes in memory, both compressed forms guessed at. */
export const sizeOf = ({ written }: CachedPage) => Math.ceil(written.identity.bytes.length * 1.6) + 4096
