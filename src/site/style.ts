import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** One file a concern, in the order of the cascade; a reader fetches them as one. */
const parts = ['tokens', 'base', 'shell', 'home', 'lists', 'reading', 'forms', 'charts', 'elder', 'print']

/** The style sheet and the address that changes with its bytes, so that it may be cached for ever. */
export const styleSheet = parts
  .map((part) => readFileSync(new URL(`./assets/${part}.css`, import.meta.url), 'utf8'))
  .join('')
export const styleSheetPath = `/assets/site-${createHash('sha256').update(styleSheet).digest('hex').slice(0, 12)}.css`

/** Compressed once, at start: every reader fetches it. */
export const compressedStyleSheet = { br: brotliCompressSync(styleSheet), gzip: gzipSync(styleSheet) }
