import { Converter } from 'opencc-js'

/** What a reader typed in either script, as the agency writes: everything that is looked for is in simplified characters. */
export const simplified = Converter({ from: 't', to: 'cn' })

/** What the agency wrote, for a reader of traditional characters. */
export const toTraditional = Converter({ from: 'cn', to: 'tw' })
