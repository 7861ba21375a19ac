import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Coding = 'identity' | 'br' | 'gzip'
/** Name and value after one another, as `writeHead` takes them; the last value is the request id. */
type Written = { headers: string[]; body: Buffer }

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

export type CachedPage = FinishedPage & {
  etag: string
  /** Something it was made from has changed, or its time is over: shown only while it cannot be made anew. */
  stale: boolean
  /** Unit: milliseconds since 1970. */
  untilAt: number
  written: Partial<Record<Coding, Written>>
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
  vary: 'accept-encoding, cookie',
} as const

export function cachedPage(finished: FinishedPage): CachedPage {
  const etag = etagOf(finished.body)
  const always = [...Object.entries({ ...revalidated, etag }).flat(), 'cache-status', 'gongkai; hit']
  const page: CachedPage = {
    ...finished,
    etag,
    stale: false,
    untilAt: finished.until?.getTime() ?? Number.POSITIVE_INFINITY,
    written: {},
    notModified: [...always, 'x-request-id', ''],
    compressing: false,
  }
  page.written.identity = written(page, finished.body)
  return page
}

function written(page: CachedPage, body: Buffer, coding?: string): Written {
  const headers = page.headers.flat()
  headers.push(...page.notModified.slice(0, -2))
  if (coding) headers.push('content-encoding', coding)
  headers.push('content-length', String(body.length), 'x-request-id', '')
  return { headers, body }
}

/** In the background, once a reader asks for it: a page that is read once by a crawler is not worth the work. */
export async function compress(page: CachedPage): Promise<void> {
  if (page.compressing || page.body.length < worthCompressing) return
  page.compressing = true
  const [small, common] = await Promise.all([brotli(page.body, brotliOptions), deflate(page.body)])
  page.written.br = written(page, small, 'br')
  page.written.gzip = written(page, common, 'gzip')
}

/** Unit: bytes in memory, both compressed forms guessed at. */
export const sizeOf = (page: FinishedPage) => Math.ceil(page.body.length * 1.6) + 4096
