import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The style sheet and the address that changes with its bytes, so that it may be cached for ever. */
export const styleSheet = readFileSync(new URL('./assets/site.css', import.meta.url))
export const styleSheetPath = `/assets/site-${createHash('sha256').update(styleSheet).digest('hex').slice(0, 12)}.css`
